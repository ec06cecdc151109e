import { type InlayHint, MarkupKind, type Range } from 'vscode-languageserver';
import type { InlayHintSettings } from '../configuration/settings.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Handler } from '../responses/model.ts';
import { routeStatus } from '../responses/routes/routeStatus.ts';
import { hoverMarkdown } from '../status/markdown.ts';
import { reasonPhrase, type StatusCode, statusFacts } from '../status/registry.ts';
import { literally } from '../syntax/literally.ts';
import { requestOf } from './handlerText.ts';
import type { ReadyText } from './openTexts.ts';

/** What a hint says and where, as an offset. */
interface Hint {
  readonly offset: number;
  readonly label: string;
  /** Explained by its tooltip. */
  readonly code?: StatusCode;
}

/** What code does not say of its responses: the framework's own status, a route that stands elsewhere, a phrase. */
export function inlayHints({ document, around, settings }: ReadyText, range: Range): readonly InlayHint[] {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const { analysis } = around(start, end);
  if (!analysis) return [];
  const hints = hintsOf(analysis, settings.inlayHints, settings.codeLens.enable);
  return hints
    .filter(({ offset }) => start <= offset && offset <= end)
    .map(({ offset, label, code }) => ({
      position: document.positionAt(offset),
      label,
      paddingLeft: true,
      ...(code === undefined ? {} : { data: code }),
    }));
}

/** With what the code means, for editors that ask when someone points at it. */
export function resolvedInlayHint(hint: InlayHint): InlayHint {
  const facts = typeof hint.data === 'number' ? statusFacts(hint.data) : undefined;
  return facts ? { ...hint, tooltip: { kind: MarkupKind.Markdown, value: hoverMarkdown(facts) } } : hint;
}

function hintsOf(analysis: FileAnalysis, shown: InlayHintSettings, hasLens: boolean): readonly Hint[] {
  const hints: Hint[] = [];
  if (shown.implicitStatus !== 'never') {
    const isShown = shown.implicitStatus === 'always' ? () => true : isUnexpected;
    hints.push(...implicitStatuses(analysis, isShown));
  }
  // the lens above a handler begins with its route
  if (shown.route && !hasLens) hints.push(...routes(analysis));
  if (shown.phrase) hints.push(...phrases(analysis));
  const places = new Set<number>();
  return hints.filter(({ offset }) => !places.has(offset) && places.add(offset));
}

type IsShown = (code: StatusCode, methods: readonly string[]) => boolean;

/** What everybody takes for granted is noise: 200, but not as the answer to a POST. */
const isUnexpected: IsShown = (code, methods) => code !== 200 || methods.includes('POST');

/** Behind what sends a response: `res.redirect('/login')` 302; behind the decorator of a route: `@Post()` 201. */
function* implicitStatuses(analysis: FileAnalysis, isShown: IsShown): Iterable<Hint> {
  for (const { status, handler, event } of analysis.responses) {
    const [only, ...others] = status?.options ?? [];
    if (!only || only.node || others.length > 0 || !status?.exhaustive) continue;
    if (event.framework.returnsBodies && status.origin === 'default') continue;
    if (isShown(only.code, handler?.methods ?? []))
      yield { offset: event.node.end, label: String(only.code), code: only.code };
  }
  for (const handler of analysis.handlers.all) {
    const code = routeStatus(analysis, handler);
    const decorator = handler.function.decorators.find((each) => isRouteOf(handler, each.node.text));
    if (code !== undefined && decorator && isShown(code, handler.methods))
      yield { offset: decorator.node.end, label: String(code), code };
  }
}

function isRouteOf({ methods }: Handler, decorator: string): boolean {
  return methods.some((method) => new RegExp(`^@?(?:\\w+\\.)*${literally(method)}(?!\\w)`, 'i').test(decorator));
}

/** Behind the line that a handler's block begins in. */
function* routes({ handlers, context }: FileAnalysis): Iterable<Hint> {
  for (const handler of handlers.all) {
    const { isRoutedElsewhere, route, function: view } = handler;
    if (!isRoutedElsewhere || route === undefined) continue;
    const start = view.body?.start ?? view.node.start;
    yield { offset: start + context.text.slice(start).search(/\r?\n|$/), label: requestOf(handler) };
  }
}

function* phrases({ references }: FileAnalysis): Iterable<Hint> {
  for (const { code, node } of references) {
    const phrase = /^\d+$/.test(node.text) ? reasonPhrase(code) : undefined;
    if (phrase !== undefined) yield { offset: node.end, label: phrase, code };
  }
}
