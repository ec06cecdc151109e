import type { CodeLens, Command, Location } from 'vscode-languageserver';
import { showPlacesCommand } from '../protocol.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Handler, Response } from '../responses/model.ts';
import { answeringHandlers } from '../responses/routes/answeringHandlers.ts';
import { routeStatus } from '../responses/routes/routeStatus.ts';
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
export function codeLenses({ document, handlers }: ReadyText): readonly CodeLens[] {
  const lines = new Set<number>();
  const lenses: CodeLens[] = [];
  for (const { start, end } of handlers) {
    const range = rangeOf(document, { start, end: start });
    // several handlers of one line would crowd each other out
    if (lines.has(range.start.line)) continue;
    lines.add(range.start.line);
    const data: LensData = { uri: document.uri, handler: end };
    lenses.push({ range, data });
  }
  return lenses;
}

/** With what it says: `POST /users → 201 · 409`. An editor that knows the command shows the places at a click. */
export function resolvedCodeLens(lens: CodeLens, text: ReadyText, showsPlaces: boolean): CodeLens {
  const { document } = text;
  const nothing: Command = { title: '', command: '' };
  const start = handlerStart(lens.data);
  const analysis = start === undefined ? undefined : text.around(start).analysis;
  if (!analysis) return { ...lens, command: nothing };
  for (const [handler, responses] of answeringHandlers(analysis)) {
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
