import type { CompiledPattern } from '../frameworks/compiled.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { Expression } from '../languages/views.ts';

/**
 * Whether a word stands where its pattern can match, by the signs right before and behind it. Spares most descents into
 * the tree: `get` is a word of many frameworks, `cache.get(` of none.
 */
export function placeFits(
  text: string,
  offset: number,
  word: string,
  { pattern, framework }: CompiledPattern,
  isUsed: boolean,
): boolean {
  const { expression } = pattern;
  if (pattern.isReturned || pattern.constructsByCall) return true;
  const head =
    expression.kind === 'call' ? expression.callee : expression.kind === 'assignment' ? expression.target : expression;
  const mustBeCalled = expression.kind === 'call' && !expression.constructs;
  if (mustBeCalled && !isCalled(text, offset + word.length)) return false;
  if (head.kind !== 'member') return true;
  const before = beforeMember(text, offset);
  if (before === undefined) return false;
  return isUsed || before === '' || before === lastName(head.object) || receiverNames(framework).has(before);
}

function lastName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'member' ? expression.property : undefined;
}

/** An opening parenthesis, type arguments, a template, or the optional call of JavaScript. */
function isCalled(text: string, end: number): boolean {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at++;
  return '(<[?`!'.includes(text.charAt(at) || ' ');
}

/** The name before the dot, empty after a call or index; absent where no dot stands before. */
function beforeMember(text: string, offset: number): string | undefined {
  let at = offset - 1;
  while (isBlank(text.charCodeAt(at))) at--;
  const sign = text.charAt(at);
  if (sign === '"' || sign === "'") return '';
  if (sign !== '.') return undefined;
  at--;
  if (text.charAt(at) === '?' || text.charAt(at) === '!') at--;
  while (isBlank(text.charCodeAt(at))) at--;
  const end = at + 1;
  while (isNamePart(text.charCodeAt(at))) at--;
  return text.slice(at + 1, end);
}

function isBlank(sign: number): boolean {
  return sign === 32 || sign === 9 || sign === 10 || sign === 13;
}

function isNamePart(sign: number): boolean {
  return (
    (sign >= 97 && sign <= 122) ||
    (sign >= 65 && sign <= 90) ||
    (sign >= 48 && sign <= 57) ||
    sign === 95 ||
    sign === 36
  );
}

const namesOfReceivers = new WeakMap<Framework, ReadonlySet<string>>();

/** The names a framework's receivers go by, and the last words of the other ways to write them: `CTX.response`. */
function receiverNames(framework: Framework): ReadonlySet<string> {
  let names = namesOfReceivers.get(framework);
  if (!names) {
    const receivers = Object.values(framework.receivers ?? {});
    const written = receivers.flatMap((receiver) => receiver.written ?? []);
    names = new Set([
      ...receivers.flatMap((receiver) => receiver.names),
      ...written.map((way) => /(\w+)\W*$/.exec(way)?.[1] ?? ''),
      'this',
    ]);
    namesOfReceivers.set(framework, names);
  }
  return names;
}
