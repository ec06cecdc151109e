import type { CallView } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Handler, Response, StatusReference } from '../responses/model.ts';
import { callsIn } from '../responses/reasons/attempts.ts';
import type { SyntaxNode } from '../syntax/node.ts';

/** What a handler says of itself that it answers, beside what it does answer. */
export interface Declaration {
  readonly handler: Handler;
  /** The places that declare a code for this handler alone. */
  readonly declared: readonly StatusReference[];
  /** Ranges that are declared: `4` of `'4XX'`, `default` for all. */
  readonly ranges: ReadonlySet<string>;
  readonly responses: readonly Response[];
}

/** The handlers of a file that declare their statuses: with decorators, or in the options of their route. */
export function declarationsOf(file: FileAnalysis): readonly Declaration[] {
  const declared = file.references.filter(({ role }) => role === 'declared');
  if (declared.length === 0) return [];
  return [...file.handlers.all].flatMap((handler) => {
    const places = placesOf(file, handler);
    const own = declared.filter(({ node }) => places.some((place) => place.contains(node)));
    if (own.length === 0) return [];
    const ranges = new Set(
      places.flatMap((place) =>
        [...place.text.matchAll(/['"]?\b(?:([1-5])xx\b|(default)['"]?\s*:|['"](default)['"])/gi)].map(
          ([, digit]) => digit ?? 'default',
        ),
      ),
    );
    const responses = file.responses.filter((response) => response.handler?.function.node === handler.function.node);
    return [{ handler, declared: own, ranges, responses }];
  });
}

/** Where declarations of a handler stand: its decorators, or what its route is given beside it. */
function placesOf(file: FileAnalysis, handler: Handler): readonly SyntaxNode[] {
  const decorators = handler.function.decorators.map(({ node }) => node);
  if (decorators.length > 0) return decorators;
  for (let node = handler.function.node.parent; node; node = node.parent) {
    const view = file.context.language.expression(node);
    if (view.kind === 'call' && view.argumentsNode?.contains(handler.function.node)) {
      return view.arguments
        .map(({ value }) => value.node)
        .filter((argument) => !argument.contains(handler.function.node));
    }
    if (view.kind === 'function') return [];
  }
  return [];
}

export function coversCode({ declared, ranges }: Declaration, code: number): boolean {
  return (
    declared.some((reference) => reference.code === code) ||
    ranges.has('default') ||
    ranges.has(String(Math.floor(code / 100)))
  );
}

/** True when every way out of the handler can be read: no call that may throw or answer, no status in a variable. */
export function isReadable(file: FileAnalysis, { handler, responses }: Declaration): boolean {
  const body = handler.function.body;
  if (!body || responses.some(({ status }) => !status?.exhaustive)) return false;
  const known = responses.map(({ sentAt }) => sentAt);
  return callsIn(file.context, body).every(
    (call) =>
      known.some((sent) => sent.contains(call.node)) ||
      /^(?:Date|Math|Number|String|JSON\.stringify|console)\b/.test(call.callee.node.text),
  );
}

/** `@marshal_with(model, code=200)` says more than its code: another one like it would say that too. */
export function isByKeyword({ arguments: given }: CallView, place: SyntaxNode): boolean {
  return given.some(({ name, value }) => name !== undefined && value.node.contains(place));
}
