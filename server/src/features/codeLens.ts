import type { CodeLens, Command, Location } from 'vscode-languageserver';
import { showPlacesCommand } from '../protocol.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Handler, Response } from '../responses/model.ts';
import { routeStatus } from '../responses/routeStatus.ts';
import type { ReportedFinding } from '../rules/report.ts';
import { statusNode } from '../rules/rule.ts';
import type { StatusCode } from '../status/registry.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { requestOf } from './handlerText.ts';
import type { ReadyText } from './openTexts.ts';
import { rangeOf } from './positions.ts';

/** By which a lens finds its handler again: where that begins. */
interface LensData {
  readonly uri: string;
  readonly handler: number;
}

/** One lens over each handler whose answers are known, without what it says. */
export function codeLenses({ document, analysis }: ReadyText): readonly CodeLens[] {
  if (!analysis) return [];
  const answering = handlersAnswering(analysis);
  const lines = new Set<number>();
  const lenses: CodeLens[] = [];
  for (const handler of answering.keys()) {
    const range = rangeOf(document, startOf(handler));
    // several handlers of one line would crowd each other out
    if (lines.has(range.start.line)) continue;
    lines.add(range.start.line);
    const data: LensData = { uri: document.uri, handler: handler.function.node.start };
    lenses.push({ range, data });
  }
  return lenses;
}

/** With what it says: `POST /users → 201 · 409`. An editor that knows the command shows the places at a click. */
export function resolvedCodeLens(lens: CodeLens, text: ReadyText, showsPlaces: boolean): CodeLens {
  const { document, analysis } = text;
  const nothing: Command = { title: '', command: '' };
  if (!analysis) return { ...lens, command: nothing };
  const start = handlerStart(lens.data);
  for (const [handler, responses] of handlersAnswering(analysis)) {
    if (handler.function.node.start !== start) continue;
    const answers = answersOf(analysis, handler, responses);
    const title = titleOf(handler, answers, text.findings);
    const places = answers.flatMap(({ nodes }) => nodes).toSorted((one, other) => one.start - other.start);
    if (!showsPlaces || places.length === 0) return { ...lens, command: { title, command: '' } };
    const locations: Location[] = places.map((node) => ({ uri: document.uri, range: rangeOf(document, node) }));
    const command = { title, command: showPlacesCommand, arguments: [document.uri, lens.range.start, locations] };
    return { ...lens, command };
  }
  return { ...lens, command: nothing };
}

function handlerStart(data: unknown): number | undefined {
  return typeof data === 'object' && data !== null && 'handler' in data ? Number(data.handler) : undefined;
}

/** The handlers with a route or method, and the responses of each. */
function handlersAnswering(analysis: FileAnalysis): ReadonlyMap<Handler, readonly Response[]> {
  const byFunction = new Map<SyntaxNode, Response[]>();
  for (const response of analysis.responses) {
    const node = response.handler?.function.node;
    if (!node) continue;
    const responses = byFunction.get(node) ?? [];
    responses.push(response);
    byFunction.set(node, responses);
  }
  const answering = new Map<Handler, readonly Response[]>();
  for (const handler of analysis.handlers.all) {
    const responses = byFunction.get(handler.function.node) ?? [];
    const isKnown = responses.some(({ status }) => (status?.options.length ?? 0) > 0);
    const hasAnswers = isKnown || routeStatus(analysis, handler) !== undefined;
    if (requestOf(handler) !== '' && hasAnswers) answering.set(handler, responses);
  }
  return answering;
}

/** A code that a handler answers, and everything that shows it. */
interface Answer {
  readonly code: StatusCode;
  /** The tokens that name it, or the calls that send it. */
  readonly nodes: readonly SyntaxNode[];
  readonly responses: readonly Response[];
}

function answersOf(analysis: FileAnalysis, handler: Handler, responses: readonly Response[]): readonly Answer[] {
  const byCode = new Map<StatusCode, { code: StatusCode; nodes: SyntaxNode[]; responses: Response[] }>();
  const add = (code: StatusCode, node: SyntaxNode, response: Response | undefined) => {
    const answer = byCode.get(code) ?? { code, nodes: [], responses: [] };
    byCode.set(code, answer);
    if (!answer.nodes.includes(node)) answer.nodes.push(node);
    if (response) answer.responses.push(response);
  };
  const ofRoute = routeStatus(analysis, handler);
  for (const response of responses) {
    for (const option of response.status?.options ?? []) {
      add(option.code, statusNode(response, option), response);
    }
  }
  if (ofRoute !== undefined && !byCode.has(ofRoute))
    add(ofRoute, handler.function.nameNode ?? handler.function.node, undefined);
  return [...byCode.values()].sort((one, other) => one.code - other.code);
}

function titleOf(handler: Handler, answers: readonly Answer[], findings: readonly ReportedFinding[]): string {
  const codes = answers.map((answer) => `${answer.code}${isReported(answer, findings) ? ' ⚠' : ''}`);
  return `${requestOf(handler)} → ${codes.join(' · ')}`;
}

/** The sign is that of warnings: what is less is shown at its place alone. */
function isReported({ nodes, responses }: Answer, findings: readonly ReportedFinding[]): boolean {
  return findings.some(
    ({ node, severity }) =>
      (severity === 'warning' || severity === 'error') &&
      (nodes.some((each) => each.start === node.start) ||
        responses.some(({ status, event }) => status?.options.length === 1 && event.node.contains(node))),
  );
}

/** Where a handler begins to be written: with its route where that holds it, else with its first decorator. */
function startOf({ function: view, routeAt }: Handler): { readonly start: number; readonly end: number } {
  const starts = [view.node.start, ...view.decorators.map(({ node }) => node.start)];
  const start = routeAt?.contains(view.node) ? routeAt.start : Math.min(...starts);
  return { start, end: start };
}
