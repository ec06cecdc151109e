import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from 'vscode';
import type { MappedFinding, MappedRoute, Place } from '../../../server/src/protocol.ts';
import { rangeOf } from '../places.ts';
import {
  childrenOf,
  classOf,
  codesOf,
  type FindingNode,
  findingsOf,
  type GroupNode,
  type MapNode,
  type ResponseNode,
  type RouteNode,
} from './mapTree.ts';

/** So many groups are shown open at first. */
const mostOpen = 12;

export function itemOf(node: MapNode, groupCount: number): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node, groupCount);
    case 'route':
      return routeItem(node);
    case 'response':
      return responseItem(node);
    case 'finding':
      return findingItem(node);
  }
}

/** "200 401 404", `?` for a status that is not known. */
function codesText(node: RouteNode): string {
  return codesOf(node.responses)
    .map((code) => code ?? '?')
    .join(' ');
}

function groupItem({ id, of, routes }: GroupNode, groupCount: number): TreeItem {
  const state = groupCount <= mostOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const count = routes.length === 1 ? l10n.t('1 route') : l10n.t('{0} routes', routes.length);
  const label = 'file' in of ? fileName(of.file) : of.path === '' ? l10n.t('Path not known') : of.path;
  const item = new TreeItem(label, state);
  item.id = id;
  item.contextValue = 'group';
  if ('file' in of) {
    item.resourceUri = Uri.parse(of.file);
    item.iconPath = ThemeIcon.File;
    item.description = folderName(of.file);
  } else {
    item.iconPath = new ThemeIcon(of.path === '' ? 'question' : 'link');
    // an open one shows below what it holds
    if (state === TreeItemCollapsibleState.Collapsed) {
      const findings = routes.flatMap(findingsOf);
      if (findings.length > 0) item.iconPath = severityIcon(findings);
      if (of.path !== '') item.description = [...new Set(routes.map(({ route }) => methodsOf(route)))].join(' · ');
    }
  }
  item.tooltip = 'file' in of ? workspace.asRelativePath(Uri.parse(of.file)) : label;
  item.accessibilityInformation = { label: spoken([label, item.description, count]) };
  return item;
}

function routeItem(node: RouteNode): TreeItem {
  const { id, uri, route, grouping, responses } = node;
  const findings = findingsOf(node);
  const title = grouping === 'path' && route.path !== undefined ? methodsOf(route) : titleOf(route);
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.contextValue = 'route';
  item.iconPath = findings.length > 0 ? severityIcon(findings) : new ThemeIcon('symbol-method');
  const codes = codesText(node);
  item.description = [codes, ...(grouping === 'path' ? [fileName(uri)] : [])].join('  ');
  item.tooltip = new MarkdownString(undefined, true)
    .appendText(titleOf(route))
    .appendMarkdown('  \n')
    .appendText(
      [route.framework, `${workspace.asRelativePath(Uri.parse(uri))}:${route.place.start.line + 1}`].join(' · '),
    );
  item.command = opening(uri, { start: route.place.start, end: route.place.start });
  const known = codesOf(responses).map((code) =>
    code === undefined ? l10n.t('a status that is not known') : `${code}`,
  );
  item.accessibilityInformation = {
    label: spoken([titleOf(route), l10n.t('answers {0}', known.join(', ')), findingCount(findings.length)]),
  };
  return item;
}

function responseItem(node: ResponseNode): TreeItem {
  const { id, uri, response } = node;
  const { code, phrase, reason, findings, place } = response;
  const title = code === undefined ? l10n.t('Status not known') : [code, phrase].filter(Boolean).join(' ');
  const state = childrenOf(node).length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(title, state);
  item.id = id;
  item.contextValue = code === undefined ? 'response' : 'response.known';
  item.iconPath = classIcon(classOf(response));
  item.description = [reason, findingCount(findings.length)].filter(Boolean).join(' · ');
  const tooltip = new MarkdownString(undefined, true).appendMarkdown('**').appendText(title).appendMarkdown('**');
  if (reason !== undefined) tooltip.appendMarkdown('  \n').appendText(l10n.t('Sent because {0}', reason));
  for (const { message } of findings) tooltip.appendMarkdown('\n\n$(warning) ').appendText(message);
  item.tooltip = tooltip;
  item.command = opening(uri, place);
  item.accessibilityInformation = {
    label: spoken([
      title,
      className(classOf(response)),
      reason === undefined ? undefined : l10n.t('sent because {0}', reason),
      l10n.t('line {0}', place.start.line + 1),
      findingCount(findings.length),
    ]),
  };
  return item;
}

function findingItem({ id, uri, finding }: FindingNode): TreeItem {
  const { message, rule, severity, place } = finding;
  const item = new TreeItem(message.replaceAll('`', ''), TreeItemCollapsibleState.None);
  item.id = id;
  item.contextValue = 'finding';
  item.iconPath = severityIcon([finding]);
  item.tooltip = new MarkdownString().appendText(`${message} (${rule})`);
  item.command = opening(uri, place);
  item.accessibilityInformation = {
    label: spoken([severityName(severity), message, l10n.t('line {0}', place.start.line + 1)]),
  };
  return item;
}

/** `GET /orders/:id`; what the function is called where the route is not known. */
function titleOf(route: MappedRoute): string {
  if (route.path !== undefined) return `${methodsOf(route)} ${route.path}`;
  const called = route.name === undefined ? l10n.t('{0} handler', route.framework) : `${route.name}()`;
  return route.methods.length === 0 ? called : `${methodsOf(route)} ${called}`;
}

function methodsOf({ methods }: MappedRoute): string {
  return methods.length === 0 || methods.includes('ALL') ? l10n.t('any method') : methods.join(', ');
}

/** Shapes tell the classes apart as well as colours do. */
function classIcon(statusClass: number): ThemeIcon {
  switch (statusClass) {
    case 1:
      return new ThemeIcon('ellipsis', new ThemeColor('httpStatus.informational'));
    case 2:
      return new ThemeIcon('pass', new ThemeColor('httpStatus.successful'));
    case 3:
      return new ThemeIcon('arrow-circle-right', new ThemeColor('httpStatus.redirection'));
    case 4:
      return new ThemeIcon('circle-slash', new ThemeColor('httpStatus.clientError'));
    case 5:
      return new ThemeIcon('flame', new ThemeColor('httpStatus.serverError'));
    default:
      return new ThemeIcon('question');
  }
}

export function className(statusClass: number): string {
  switch (statusClass) {
    case 1:
      return l10n.t('informational');
    case 2:
      return l10n.t('successful');
    case 3:
      return l10n.t('redirection');
    case 4:
      return l10n.t('client error');
    case 5:
      return l10n.t('server error');
    default:
      return l10n.t('status not known');
  }
}

const severities: readonly MappedFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

/** That of the most severe. */
function severityIcon(findings: readonly MappedFinding[]): ThemeIcon {
  const worst = severities.find((each) => findings.some(({ severity }) => severity === each));
  switch (worst) {
    case 'error':
      return new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
    case 'information':
      return new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground'));
    default:
      return new ThemeIcon('lightbulb');
  }
}

function severityName(severity: MappedFinding['severity']): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

function findingCount(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

function opening(uri: string, place: Place): NonNullable<TreeItem['command']> {
  const selection = rangeOf(place);
  return { title: l10n.t('Go to Code'), command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] };
}

function fileName(uri: string): string {
  return Uri.parse(uri).path.replace(/^.*\//, '');
}

/** The folder of a file, below the folder of the workspace. */
function folderName(uri: string): string {
  const path = workspace.asRelativePath(Uri.parse(uri)).replaceAll('\\', '/');
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function spoken(parts: readonly (string | undefined | boolean)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
}
