import type { Expression } from '../../languages/views.ts';
import { waysToHold } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Guard } from '../code/flow.ts';
import { typedName } from '../code/typedNames.ts';
import type { ErrorWay } from '../summaries/summary.ts';
import { type IsError, tellsErrorsApart } from './errorParts.ts';

type Conditions = Pick<ErrorWay, 'classes' | 'except' | 'isCertain'>;

/** For which errors a place is reached; absent where only marked ones come there, or none in production. */
export function conditionsOf(context: FileContext, guards: readonly Guard[], isError: IsError): Conditions | undefined {
  const classes: string[] = [];
  const except: string[] = [];
  let isCertain = true;
  const mentionsError = (expression: Expression) => partsOfCondition(expression).some(isError);
  for (const guard of guards) {
    if (guard.kind === 'caught') {
      if (!isCaughtBehind(guard)) continue;
      const { handlers } = guard.attempt;
      classes.push(...classesOf(guard.handler.types));
      except.push(...classesOf(handlers.slice(0, handlers.indexOf(guard.handler)).flatMap(({ types }) => types)));
      continue;
    }
    if (guard.kind === 'case') {
      if (isError(guard.subject)) {
        classes.push(...guard.values.map(({ node }) => lastWord(node.text)));
        if (guard.values.length === 0) except.push(...guard.others.map(({ node }) => lastWord(node.text)));
      } else if (guard.values.length > 0 && mentionsError(guard.subject)) return undefined;
      continue;
    }
    const { condition, holds } = guard;
    // `return page(request, error) or JSONResponse(…)`: another way to answer, no question about the error
    if (condition.kind === 'call' && !holds && isTriedFirst(context, guard)) continue;
    if (tellsErrorsApart.test(condition.node.text)) {
      if (/\bis_?operational|expose|is_?boom|is_?http/i.test(condition.node.text)) isCertain = false;
      else if (holds !== /prod/i.test(condition.node.text)) return undefined;
      continue;
    }
    if (condition.kind === 'type-test' && isError(condition.value)) {
      (holds ? classes : except).push(...condition.types.map((type) => className(context, type)));
      continue;
    }
    if (!mentionsError(condition)) continue;
    const [way, ...others] = waysToHold(condition, holds);
    if (!way || others.length > 0) {
      isCertain = false;
      continue;
    }
    for (const { subject, relation, against } of way) {
      if (relation === 'of-type' && against) classes.push(className(context, against));
      else if (relation === 'not-of-type' && against) except.push(className(context, against));
      else if (relation === 'equal' && !isError(subject)) {
        // an error of one name is as good as one of that class; others are marked by who made them
        if (subject.kind !== 'member' || !/^(?:name|constructor)$/.test(subject.property) || against?.kind !== 'string')
          return undefined;
        classes.push(against.value);
      } else if (isStatusOf(subject, isError)) {
        // those that come here from elsewhere with a status of their own have one to look at
        if (relation === 'absent') return undefined;
      } else if (relation !== 'unequal' && !isError(subject) && !isLength(subject)) isCertain = false;
    }
  }
  return { classes, except, isCertain };
}

/** A class by its name, also where what is tested is whether a variable of it can be filled: `errors.As(err, &failure)`. */
function className(context: FileContext, expression: Expression): string {
  const [definition] =
    expression.kind === 'name' ? context.scopes.definitions(expression.name, expression.node) : [undefined];
  const typed = definition?.kind === 'value' ? typedName(context, expression)?.path.at(-1) : undefined;
  return typed ?? lastWord(expression.node.text);
}

/** `error.statusCode` */
function isStatusOf(subject: Expression, isError: IsError): boolean {
  return subject.kind === 'member' && /^(?:status|status_?code)$/i.test(subject.property) && isError(subject.object);
}

/** True of the left side of an `or` that is given back as a whole. */
function isTriedFirst({ language }: FileContext, { node }: Guard): boolean {
  const exit = node.parent && language.statement(node.parent);
  return language.expression(node).kind === 'logical' && exit?.kind === 'exit' && exit.how === 'return';
}

/** Those that are not all there are. */
export function classesOf(types: readonly string[]): readonly string[] {
  return types.map(lastWord).filter((name) => !/^(?:Exception|BaseException|Error|Throwable)$/.test(name));
}

/** `len(c.Errors)`, `c.Errors.length` */
function isLength(expression: Expression): boolean {
  return (
    (expression.kind === 'call' && expression.callee.node.text === 'len') ||
    (expression.kind === 'member' && expression.property === 'length')
  );
}

/** The names and collections of a condition, as far as conditions go. */
function partsOfCondition(expression: Expression, depth = 0): readonly Expression[] {
  if (depth > 6) return [];
  const inner = (part: Expression) => partsOfCondition(part, depth + 1);
  switch (expression.kind) {
    case 'member':
    case 'index':
      return [expression, ...inner(expression.object)];
    case 'call':
      return [expression, ...inner(expression.callee), ...expression.arguments.flatMap(({ value }) => inner(value))];
    case 'not':
      return inner(expression.operand);
    case 'logical':
    case 'comparison':
      return [...inner(expression.left), ...inner(expression.right)];
    case 'type-test':
      return inner(expression.value);
    case 'name':
      return [expression];
    default:
      return [];
  }
}

/** `await next()`, `return await handler(request)`: all that comes behind a middleware. */
export function passesOn(text: string): boolean {
  return /\bawait\s+(?:next|call_next|handler)\s*\(/.test(text);
}

/** True of what is caught of all that comes behind a middleware. */
export function isCaughtBehind(guard: Guard): guard is Guard & { kind: 'caught' } {
  return guard.kind === 'caught' && passesOn(guard.attempt.body.text);
}

export function lastWord(text: string): string {
  return /[\w$]+$/.exec(text)?.[0] ?? text;
}
