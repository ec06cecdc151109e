import type { MappedFile, MappedResponse, MappedRoute } from '../protocol.ts';
import { reasonPhrase } from '../status/registry.ts';

/** The methods that an OpenAPI path can have. */
const operations: ReadonlySet<string> = new Set('get put post delete options head patch trace'.split(' '));

/** What one method of one path answers, wherever the code that does stands. */
type Paths = Map<string, Map<string, MappedResponse[]>>;

/**
 * The `paths:` of an OpenAPI document, in YAML, with the responses that the code shows. Routes without a path or method
 * are left out: OpenAPI has no place for them.
 */
export function openapiPaths(files: readonly MappedFile[]): string {
  const paths: Paths = new Map();
  let left = 0;
  for (const route of files.flatMap(({ routes }) => routes)) {
    const methods = route.methods.map((method) => method.toLowerCase()).filter((method) => operations.has(method));
    if (route.path === undefined || methods.length === 0) left++;
    else for (const method of methods) add(paths, openapiPath(route.path), method, route.responses);
  }
  const lines = [...paths]
    .sort(byName)
    .flatMap(([path, byMethod]) => [
      `  ${key(path)}:`,
      ...[...byMethod].flatMap(([method, responses]) => [`    ${method}:`, ...indented(responseLines(responses), 6)]),
    ]);
  const note = left === 0 ? [] : [`# Left out: ${left} without a path or a single method.`];
  return [...note, lines.length === 0 ? 'paths: {}' : 'paths:', ...lines, ''].join('\n');
}

/** The `responses:` of one operation. */
export function openapiResponses({ responses }: MappedRoute): string {
  return [...responseLines(responses), ''].join('\n');
}

/** `/orders/:id`, `/orders/<int:id>`, `/orders/[id]`, `/orders/*rest` become `/orders/{id}`. */
function openapiPath(path: string): string {
  const converted = path
    .replace(/<(?:[^<>:]+:)?(\w+)>/g, '{$1}')
    .replace(/\[{1,2}(?:\.\.\.)?(\w+)\]{1,2}/g, '{$1}')
    .replace(/\{(\w+)[:*?][^{}]*\}/g, '{$1}')
    .replace(/(?<=\/)[:*$](\w+)(?:\([^()]*\))?[?*+]?/g, '{$1}');
  return converted.startsWith('/') ? converted : `/${converted}`;
}

function add(paths: Paths, path: string, method: string, responses: readonly MappedResponse[]): void {
  const byMethod = paths.get(path) ?? new Map<string, MappedResponse[]>();
  paths.set(path, byMethod);
  byMethod.set(method, [...(byMethod.get(method) ?? []), ...responses]);
}

/** One entry a code; what is not known is `default`. */
function responseLines(responses: readonly MappedResponse[]): readonly string[] {
  const byCode = new Map<number | undefined, MappedResponse[]>();
  for (const response of responses) byCode.set(response.code, [...(byCode.get(response.code) ?? []), response]);
  const entries = [...byCode].sort(([one], [other]) => (one ?? 1000) - (other ?? 1000));
  return [
    'responses:',
    ...entries.flatMap(([code, same]) => {
      const headers = namesOf(same).filter(isDescribed);
      return [
        `  ${code === undefined ? 'default' : `'${code}'`}:`,
        `    description: ${JSON.stringify(description(code, same))}`,
        ...(headers.length === 0 ? [] : ['    headers:']),
        ...headers.flatMap((name) => [`      ${key(name)}:`, '        schema:', '          type: string']),
      ];
    }),
  ];
}

function description(code: number | undefined, responses: readonly MappedResponse[]): string {
  const phrase = code === undefined ? 'A status that the code does not show' : (reasonPhrase(code) ?? `Status ${code}`);
  const reasons = [...new Set(responses.flatMap(({ reason }) => reason ?? []))];
  return reasons.length === 0 ? phrase : `${phrase}: ${reasons.join('; ')}`;
}

/** `Location` and `location` are one field. */
function namesOf(responses: readonly MappedResponse[]): readonly string[] {
  const names = responses.flatMap(({ headers }) => headers);
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

/** OpenAPI describes the media type elsewhere. */
function isDescribed(name: string): boolean {
  return /^[\w-]+$/.test(name) && name.toLowerCase() !== 'content-type';
}

/** A path or name as a key of YAML, where JSON's strings are strings as well. */
function key(name: string): string {
  return /^[A-Za-z/][\w/.{}-]*$/.test(name) ? name : JSON.stringify(name);
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`);
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
