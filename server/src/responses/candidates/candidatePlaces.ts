import type { CompiledPattern } from '../../frameworks/compiled.ts';
import type { Framework, Receiver } from '../../frameworks/framework.ts';
import type { Expression, ObjectView } from '../../languages/views.ts';

/**
 * Whether a word stands where its pattern can match, by the signs right before and behind it. Spares most descents into
 * the tree: `get` is a word of many frameworks, `cache.get(` of none.
 */
export function placeFits(
  text: string,
  offset: number,
  word: string,
  { pattern, framework, kind }: CompiledPattern,
  isUsed: boolean,
): boolean {
  const { expression } = pattern;
  const isRoute = kind === 'routes' || kind === 'mounts' || kind === 'prefixes';
  if (pattern.isReturned) return true;
  if (pattern.isDecorator && !isDecorating(text, offset)) return false;
  if (expression.kind === 'object') {
    return isKey(text, offset, word, isUsed) && isNearItsKeys(text, offset, expression);
  }
  // names may be members of modules, and classes need no call where they are raised
  if (pattern.constructsByCall)
    return expression.kind !== 'call' || /^[A-Z]/.test(word) || isCalled(text, offset + word.length);
  const head =
    expression.kind === 'call' ? expression.callee : expression.kind === 'assignment' ? expression.target : expression;
  const mustBeCalled = expression.kind === 'call' && !expression.constructs;
  if (mustBeCalled && (!isCalled(text, offset + word.length) || isConstructed(text, offset))) return false;
  if (expression.kind === 'assignment' && isLastOf(expression.target, word) && !isAssigned(text, offset + word.length))
    return false;
  const before = beforeMember(text, offset);
  // a member of something is the framework's own name only where that is its module
  if (head.kind !== 'member') return isUsed || before === undefined;
  if (before === undefined) return false;
  if (isUsed) return true;
  return before === '' ? !isRoute : canBeReceiver(framework, head.object, before);
}

/** `@app.get('/')`: nothing but names stands between the sign and the word. */
function isDecorating(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /@[\w.\s]*$/.test(text.slice(lineStart, offset));
}

/** An opening parenthesis, type arguments, a template, or the optional call of JavaScript. */
const called = /[ \t\r\n]*(?:[(<[`]|\?\.|!(?!=))/y;

function isCalled(text: string, end: number): boolean {
  called.lastIndex = end;
  return called.test(text);
}

/** `new errors.NotFound(…)` calls nothing. */
function isConstructed(text: string, offset: number): boolean {
  return /\bnew\s+[\w$.]*$/.test(text.slice(Math.max(0, offset - farthestNew), offset));
}

const farthestNew = 80;

/** `status` of `error.status = 404`; a target may go on behind other words, `headers` of `headers.location`. */
function isLastOf(target: Expression, word: string): boolean {
  return target.kind === 'member' && target.property === word;
}

/** What closes the name of the target, a type that it is cast to or declared with, and the sign of an assignment. */
const assigned = /['"`\]\s)!]*(?:(?:[|&?]{2}|[-+*/%|&^]|\*\*|\/\/)?=(?![=>])|:|as\b)/y;

function isAssigned(text: string, end: number): boolean {
  assigned.lastIndex = end;
  return assigned.test(text);
}

/** A key with its value behind it, or one that is its own value; where no framework is known, the value must tell. */
function isKey(text: string, offset: number, word: string, isUsed: boolean): boolean {
  const end = offset + word.length;
  const quote = text.charAt(end);
  const isQuoted = quote === '"' || quote === "'";
  const before = text.charAt(offset - 1);
  // a member, or the first word of a text
  if (before === '.' || (!isQuoted && (before === '"' || before === "'"))) return false;
  const at = afterBlanks(text, isQuoted ? end + 1 : end);
  const sign = text.charAt(at);
  if (sign === ',' || sign === '}') return isUsed || /code$/i.test(text.slice(Math.max(0, end - 12), end));
  if (sign === '=') return text.charAt(at + 1) !== '=';
  const value = afterBlanks(text, at + 1);
  return sign === ':' && (isUsed || tellingValue.test(text.slice(value, value + 60)));
}

/** What a status can be written as; a text or the state of some document is none. */
const tellingValue =
  /^(?:\d|[\w.$]*(?:[cC]ode|[sS]tatus|STATUS|[hH]ttp|HTTP|[eE]rr|[A-Z]_[A-Z])|\(|[\w.$]+\s*\?|['"`][A-Z\d]|\[)/;

const farthestKey = 800;

/** The other keys that an object must have are not far. */
function isNearItsKeys(text: string, offset: number, { entries }: ObjectView): boolean {
  if (entries.length < 2) return true;
  const around = text.slice(Math.max(0, offset - farthestKey), offset + farthestKey);
  return entries.every(({ key, value }) => isOptional(value) || around.includes(key));
}

function isOptional(value: Expression): boolean {
  return value.kind === 'name' && value.name.endsWith('__optional');
}

/** The name before the dot, empty after a call, an index or a comment; absent where no dot stands before. */
export function beforeMember(text: string, offset: number): string | undefined {
  let at = offset - 1;
  while (isBlank(text.charCodeAt(at))) at--;
  const sign = text.charAt(at);
  if ((sign === '"' || sign === "'") && text.charAt(at - 1) === '[') return '';
  if (sign !== '.') return undefined;
  at--;
  if (text.charAt(at) === '?' || text.charAt(at) === '!') at--;
  const dot = at;
  while (isBlank(text.charCodeAt(at))) at--;
  const end = at + 1;
  // `res.status(416) // not satisfiable`, and on the next line `.set(…)`
  if (text.slice(end, dot).includes('\n') && comment.test(text.slice(text.lastIndexOf('\n', at) + 1, end))) return '';
  while (isNamePart(text.charCodeAt(at))) at--;
  return text.slice(at + 1, end);
}

const comment = /\/\/|#|\*\/$/;

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
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

const namesOfReceivers = new WeakMap<Receiver, ReadonlySet<string>>();

/** Whether a pattern's receiver can go by a name: one of its own, or the last word of another way to write it. */
function canBeReceiver(framework: Framework, object: Expression, name: string): boolean {
  if (object.kind === 'member') return object.property === name;
  // the end of a chain, `app.route('/books').get(…)`: no name stands before it
  if (object.kind !== 'name') return false;
  const receiver = framework.receivers?.[object.name];
  if (!receiver) return object.name === name || /^[A-Z][A-Z_]*$/.test(object.name);
  let names = namesOfReceivers.get(receiver);
  if (!names) {
    names = new Set([...receiver.names, ...(receiver.written ?? []).map((way) => /(\w+)\W*$/.exec(way)?.[1] ?? '')]);
    namesOfReceivers.set(receiver, names);
  }
  return names.has(name);
}
