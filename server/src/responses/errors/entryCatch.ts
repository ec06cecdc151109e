import type { Framework } from '../../frameworks/framework.ts';
import type { FunctionView, TryView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { wayOut } from '../code/escape.ts';
import { thingOf } from '../code/exports.ts';
import type { Flow, Guard } from '../code/flow.ts';
import { callsIn } from '../reasons/attempts.ts';
import type { Answer, ErrorWay } from '../summaries/summary.ts';
import { errorPartsIn, type IsError, memberSaid } from './errorParts.ts';
import type { ErrorWriterElsewhere, GivenOfError } from './errorWriters.ts';

/** What is named as the one function of an application, which answers for all that it calls, and catches. */
export function mayCatchAsEntry(text: string): boolean {
  return /\bcatch\b/.test(text) && /\b(?:handler|lambdaHandler|main)\b/.test(text);
}

/** True of what is caught of all that a function does which is the whole of an application: Lambda's `handler`. */
export function isCaughtOfAll(guard: Guard, view: FunctionView, { catchesForAll, objectsIn }: Framework): boolean {
  if (guard.kind !== 'caught' || !catchesForAll || !view.body) return false;
  if (!objectsIn?.functions?.includes(view.name ?? '')) return false;
  const { attempt, handler } = guard;
  // a part of it may be tried for itself: `try { input = JSON.parse(event.body) } catch { … }`
  const outside = lengthOf(view.body) - lengthOf(attempt.node);
  return attempt.handlers.at(-1) === handler && lengthOf(attempt.body) > outside;
}

/** Such a function answers in other places as well: what of it is for errors is what stands in that `catch` alone. */
export function isReachedByAll(flow: Flow, place: SyntaxNode, view: FunctionView, framework: Framework): boolean {
  if (!framework.objectsIn?.functions?.includes(view.name ?? '')) return true;
  const caught = flow.guards(place).filter(({ kind }) => kind === 'caught');
  return caught.length === 1 && caught.every((guard) => isCaughtOfAll(guard, view, framework));
}

function lengthOf({ start, end }: SyntaxNode): number {
  return end - start;
}

/**
 * What such functions hand of an error to a function of another file, which makes a response of it:
 * `catch (error) { return respond(error.statusCode, error.message) }`.
 */
export function handedErrors(context: FileContext): readonly ErrorWriterElsewhere[] {
  if (!mayCatchAsEntry(context.text)) return [];
  const entries = context.compiled.frameworks.filter(({ catchesForAll }) => catchesForAll);
  return entries.flatMap((framework) =>
    attemptsIn(context, framework).flatMap((attempt) => handedBy(context, framework.name, attempt)),
  );
}

/** The attempts that are what a framework's function does. */
function attemptsIn(context: FileContext, framework: Framework): readonly TryView[] {
  const found = new Map<SyntaxNode, TryView>();
  for (const { index } of context.text.matchAll(/\bcatch\b/g)) {
    const token = context.tree.root.at(index);
    const view = context.functionAround(token);
    for (let node = token.parent; view && node && node !== view.node; node = node.parent) {
      const attempt = context.language.statement(node);
      const [handler] = attempt.kind === 'try' ? attempt.handlers : [];
      if (attempt.kind !== 'try' || !handler) continue;
      if (isCaughtOfAll({ kind: 'caught', attempt, handler, node: handler.node }, view, framework))
        found.set(node, attempt);
    }
  }
  return [...found.values()];
}

function handedBy(context: FileContext, framework: string, { handlers }: TryView): readonly ErrorWriterElsewhere[] {
  const [handler] = handlers;
  if (!handler) return [];
  const isError: IsError = (expression) =>
    expression.kind === 'name' &&
    context.scopes.definitions(expression.name, expression.node).some(({ kind }) => kind === 'caught');
  return callsIn(context, handler.body).flatMap((call): readonly ErrorWriterElsewhere[] => {
    const given = call.arguments.flatMap(({ value }, index) =>
      errorPartsIn(context, value, isError).map((part) => ({ index, member: memberSaid(part) })),
    );
    if (given.length === 0 || wayOut(context, call.node) !== 'return') return [];
    const helper = thingOf(context, call.callee);
    return helper.kind === 'import' ? [{ framework, classes: [], to: helper.to, given }] : [];
  });
}

/** What becomes of errors where a function answers with what it is given of them. */
export function waysOfText(
  framework: string,
  answers: readonly Answer[],
  given: readonly GivenOfError[],
): readonly ErrorWay[] {
  return answers
    .filter((answer) => answer.framework === framework && answer.status.place)
    .map(({ body, headers, isCertain }) => ({
      classes: [],
      except: [],
      said: given.filter(({ index }) => index === body.place?.index).map(({ member }) => member),
      isCertain,
      headers,
      hasAllHeaders: false,
    }));
}
