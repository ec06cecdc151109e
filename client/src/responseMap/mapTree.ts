import type { MappedFile, MappedFinding, MappedResponse, MappedRoute } from '../../../server/src/protocol.ts';

export type Grouping = 'file' | 'path';

/** Which responses are shown. */
export interface MapFilter {
  /** First digits of codes, `0` for a status that is not known; all where it is empty. */
  readonly classes: ReadonlySet<number>;
  readonly onlyWithFindings: boolean;
  /** Part of a path, a method, a file, a code, its phrase or a reason, in any case. */
  readonly text: string;
}

export const noFilter: MapFilter = { classes: new Set(), onlyWithFindings: false, text: '' };

/** What the tree shows. The ids of all nodes are different, and the same as long as what they stand for is. */
export type MapNode = GroupNode | RouteNode | ResponseNode | FindingNode;

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  /** A file's address, or the path of a URL; empty where routes have none. */
  readonly of: { readonly file: string } | { readonly path: string };
  readonly routes: readonly RouteNode[];
}
export interface RouteNode {
  readonly kind: 'route';
  readonly id: string;
  readonly uri: string;
  readonly route: MappedRoute;
  readonly grouping: Grouping;
  /** Those that the filter lets through. */
  readonly responses: readonly MappedResponse[];
}
export interface ResponseNode {
  readonly kind: 'response';
  readonly id: string;
  readonly uri: string;
  readonly response: MappedResponse;
}
export interface FindingNode {
  readonly kind: 'finding';
  readonly id: string;
  readonly uri: string;
  readonly finding: MappedFinding;
}

/** The roots of the tree, in order: files by their address, paths by name, what has no path last. */
export function groupsOf(files: Iterable<MappedFile>, grouping: Grouping, filter: MapFilter): readonly GroupNode[] {
  const groups = new Map<string, RouteNode[]>();
  for (const { uri, routes } of files) {
    for (const route of routes) {
      const responses = shownResponses(uri, route, filter);
      if (responses.length === 0) continue;
      const key = grouping === 'file' ? uri : (route.path ?? '');
      const node: RouteNode = { kind: 'route', id: `${grouping} ${uri} ${route.id}`, uri, route, grouping, responses };
      const group = groups.get(key);
      if (group) group.push(node);
      else groups.set(key, [node]);
    }
  }
  return [...groups].sort(byKey).map(([key, routes]) => ({
    kind: 'group',
    id: `${grouping} ${key}`,
    of: grouping === 'file' ? { file: key } : { path: key },
    routes: grouping === 'file' ? routes : routes.toSorted(byMethod),
  }));
}

/** Worked out when a node is opened. */
export function childrenOf(node: MapNode): readonly MapNode[] {
  switch (node.kind) {
    case 'group':
      return node.routes;
    case 'route':
      return [...responseNodes(node), ...findingNodes(node, node.route.findings)];
    case 'response':
      return findingNodes(node, node.response.findings);
    case 'finding':
      return [];
  }
}

/** The findings of a route and of those of its responses that are shown. */
export function findingsOf({ route, responses }: RouteNode): readonly MappedFinding[] {
  return [...responses.flatMap(({ findings }) => findings), ...route.findings];
}

/** Each code once, in order; `undefined` for one that is not known. */
export function codesOf(responses: readonly MappedResponse[]): readonly (number | undefined)[] {
  return [...new Set(responses.map(({ code }) => code))].toSorted((one, other) => (one ?? 1000) - (other ?? 1000));
}

/** The first digit of a response's code, `0` where it is not known. */
export function classOf({ code }: MappedResponse): number {
  return code === undefined ? 0 : Math.floor(code / 100);
}

export function isFiltering({ classes, onlyWithFindings, text }: MapFilter): boolean {
  return classes.size > 0 || onlyWithFindings || text !== '';
}

function shownResponses(uri: string, route: MappedRoute, filter: MapFilter): readonly MappedResponse[] {
  if (!isFiltering(filter)) return route.responses;
  const { classes, onlyWithFindings } = filter;
  const text = filter.text.toLowerCase();
  const about = [...route.methods, `${route.methods.join(' ')} ${route.path ?? ''}`, route.name ?? '', decoded(uri)];
  const isAsked = contains(about, text);
  return route.responses.filter(
    (response) =>
      (classes.size === 0 || classes.has(classOf(response))) &&
      (!onlyWithFindings || response.findings.length > 0 || route.findings.length > 0) &&
      (isAsked || contains([`${response.code ?? ''} ${response.phrase ?? ''}`, response.reason ?? ''], text)),
  );
}

function contains(texts: readonly string[], part: string): boolean {
  return texts.some((text) => text.toLowerCase().includes(part));
}

function responseNodes({ id, uri, responses }: RouteNode): readonly ResponseNode[] {
  const seen = new Map<number | undefined, number>();
  return responses.map((response) => {
    const earlier = seen.get(response.code) ?? 0;
    seen.set(response.code, earlier + 1);
    return { kind: 'response', id: `${id} ${response.code ?? '?'} ${earlier}`, uri, response };
  });
}

function findingNodes(
  { id, uri }: RouteNode | ResponseNode,
  findings: readonly MappedFinding[],
): readonly FindingNode[] {
  return findings.map((finding, index) => ({ kind: 'finding', id: `${id} ${finding.rule} ${index}`, uri, finding }));
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return one < other ? -1 : one > other ? 1 : 0;
}

const methodOrder = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function byMethod(one: RouteNode, other: RouteNode): number {
  return rank(one) - rank(other);
}

function rank({ route }: RouteNode): number {
  const at = methodOrder.indexOf(route.methods[0] ?? '');
  return at < 0 ? methodOrder.length : at;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
