import type { CallView, ErrorHandler, TryView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import { isCaughtInside, isToldApartInside, thrownTo } from '../errors/keptErrors.ts';
import type { Provenances } from '../origins/provenance.ts';
import { type Failing, failingOf } from './failingCalls.ts';
import { findsOrThrows, isTakenApart } from './throwingLookups.ts';

/** What can go wrong inside a `try`: what its handler answers for. */
export interface Attempt {
  readonly kind:
    | 'parses input'
    | 'checks credentials'
    | 'writes'
    | 'works'
    | 'asks others'
    /** Look-ups that throw when nothing is found, or errors the code throws by itself: the handler may know which. */
    | 'mixed'
    | 'nothing known';
  /** The call that shows it best. */
  readonly witness: SyntaxNode | undefined;
  /** The witness throws where it is given something wrong, and hardly else: `JSON.parse(text)`, `jwt.verify(token, key)`. */
  readonly throwsByContract: boolean;
  /** Input is checked inside, by what throws when it is wrong: whatever else the handler answers for, also for that. */
  readonly validation: SyntaxNode | undefined;
  /** The first error the block throws by itself. */
  readonly throwing: SyntaxNode | undefined;
  /** Credentials are checked inside as well. */
  readonly checksCredentials: boolean;
  /** Among them a password that the request gives. */
  readonly checksPassword: boolean;
  /** What fails inside whatever the request is: a write, a look-up, another service. */
  readonly failing: SyntaxNode | undefined;
  /** Errors without a status of their own are thrown inside: `throw new Error('No title')`. */
  readonly throwsPlainly: boolean;
  /** A look-up inside throws when it finds nothing, by its name: `findOneOrFail(…)`. */
  readonly lookup: SyntaxNode | undefined;
  /** The body of the request is read inside, which takes as long as the client takes to send it. */
  readonly readsBody: boolean;
  /** A function of the file is called inside that throws by itself: who catches it may know what for. */
  readonly callsThrowing: boolean;
  /** All that fails inside are look-ups by functions of the project's own, which may say so when they find nothing. */
  readonly onlyLooksUp: boolean;
  /**
   * One call of a function by its name alone, the project's own: `resolveShelf(id)`, which may throw for one reason; or of
   * one whose failure is met where it is called: `files.stream(name).catch(…)`.
   */
  readonly onlyCallsOne: boolean;
}

const maximumNodes = 3000;
// what is called `Exception` in JavaScript is a class of the project's own
const plainError =
  /\bthrow\s+(?:new\s+)?(?:\w*Type|\w*Range)?Error\b|\braise\s+(?:\w*Type|Value|Runtime)?(?:Error|Exception)\b/;

/** `handler` is the one that answers: what those before it catch never comes to it. */
export function attemptOf(
  context: FileContext,
  provenances: Provenances,
  attempt: TryView,
  handler: ErrorHandler,
): Attempt {
  const found = new Map<Failing, SyntaxNode>();
  let validation: SyntaxNode | undefined;
  let lookup: SyntaxNode | undefined;
  let checksPassword = false;
  let callsThrowing = false;
  const failingCalls: CallView[] = [];
  let conversion: SyntaxNode | undefined;
  let missed: SyntaxNode | undefined;
  for (const call of callsIn(context, attempt.body)) {
    if (isCaughtInside(context, attempt, call.node)) continue;
    const failing = failingOf(context, provenances, call);
    if (failing) failingCalls.push(call);
    if (failing && !found.has(failing)) found.set(failing, call.node);
    if (failing === 'validates' && !isToldApartInside(context, attempt, call.node)) validation ??= call.node;
    callsThrowing ||= failing !== undefined && throwsByItself(context, call);
    if (converts.test(calleeName(call))) conversion ??= call.node;
    if (failing === 'checks credentials' || failing === 'compares') checksPassword ||= ofPassword.test(call.node.text);
    if (isTakenApart(context, call)) missed ??= call.node;
    if (failing === 'looks up or throws' && findsOrThrows(calleeName(call))) lookup ??= call.node;
  }
  const [throwing] = thrownTo(context, attempt, handler);
  const onlyLooksUp = [...found.keys()].every((failing) => failing === 'looks up');
  const failing = found.get('writes') ?? found.get('works') ?? found.get('looks up') ?? found.get('asks others');
  const shared = {
    failing,
    lookup,
    throwsPlainly: plainError.test(attempt.body.text),
    validation,
    throwing,
    onlyLooksUp,
    onlyCallsOne:
      failingCalls.length === 1 &&
      failingCalls.every(({ callee, node }) => callee.kind === 'name' || node === attempt.body),
    callsThrowing,
    readsBody: readsBody.test(attempt.body.text),
    checksPassword,
    checksCredentials: found.has('checks credentials') || found.has('compares'),
  };
  const witness = (failing: Failing) => found.get(failing);
  const result = (kind: Attempt['kind'], node: SyntaxNode | undefined): Attempt => ({
    kind,
    witness: node,
    throwsByContract: node !== undefined && throwsByContract(context, node),
    ...shared,
  });
  if (throwing) return result('mixed', throwing);
  if (found.has('checks something')) return result('mixed', witness('checks something'));
  if (found.has('writes')) return result('writes', witness('writes'));
  if (missed) return result('mixed', missed);
  if (found.has('works')) return result('works', witness('works'));
  if (found.has('looks up')) return result('works', witness('looks up'));
  if (found.has('looks up or throws')) return result('mixed', witness('looks up or throws'));
  if (found.has('checks credentials')) return result('checks credentials', witness('checks credentials'));
  if (found.has('compares')) return result('mixed', witness('compares'));
  if (found.has('asks others')) return result(found.has('parses') ? 'mixed' : 'asks others', witness('asks others'));
  if (found.has('validates')) return result('parses input', validation);
  if (found.has('parses')) return result('parses input', witness('parses'));
  if (found.has('reads') && conversion) return result('parses input', conversion);
  // `try: return actions`: nothing in it looks at the request
  if (/^[\s{]*return\s+\w+[\s;}]*$/.test(attempt.body.text)) return result('works', attempt.body);
  return result('nothing known', undefined);
}

/** What a function of the project's own throws may be as well what fails in it. */
function throwsByContract({ language }: FileContext, witness: SyntaxNode): boolean {
  const call = language.expression(witness);
  return call.kind === 'call' && tellsByThrowing.test(calleeName(call));
}

const tellsByThrowing =
  /^(?:parse|parseAsync|load|loads|safe_load|json|decode|decodeURIComponent|verify|verifyAsync|verifySync|deserialize(?:Binary)?|fromBinary|verify_?(?:id_?token|jwt|access_?token)|jwtVerify|jwtDecrypt|unsign|int|float|decimal|uuid|objectId|strptime|fromisoformat)$/i;

const readsBody =
  /\b(?:req|request|ctx|context|r|c|self)(?:\.req(?:uest)?)?\.(?:body|stream|read|json|form|formData|arrayBuffer|text|Body)\b/;
const ofPassword = /passw|pwd|passphrase/i;
const converts = /^(?:int|float|complex|Decimal|UUID|ObjectId|date|time|datetime|loads?|strptime|fromisoformat)$/;

/** `openShelf(id)`, where the file says `if (!shelf) throw new Error('No such shelf')`. */
function throwsByItself({ scopes }: FileContext, { callee, node }: CallView): boolean {
  if (callee.kind !== 'name') return false;
  const [definition] = scopes.definitions(callee.name, node);
  const held = definition?.kind === 'function' ? definition.function : scopes.value(callee.name, node)?.value;
  return held?.kind === 'function' && plainError.test(held.body?.text ?? '');
}

/** The calls of a block that run when it runs: not those of functions defined in it. */
export function callsIn(context: FileContext, block: SyntaxNode): readonly CallView[] {
  const calls: CallView[] = [];
  const open: SyntaxNode[] = [block];
  let visited = 0;
  for (let node = open.pop(); node && visited < maximumNodes; node = open.pop(), visited++) {
    const view = context.language.expression(node);
    if (view.kind === 'call' && view.node === node) calls.push(view);
    open.push(...node.namedChildren.toReversed());
  }
  return calls;
}
