import type { CallView, TryView } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { FileContext } from './context.ts';
import { calleeName, type Provenances } from './provenance.ts';
import { speaksOf } from './vocabulary.ts';

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
}

const maximumNodes = 3000;

export function attemptOf(context: FileContext, provenances: Provenances, attempt: TryView): Attempt {
  const calls = callsIn(context, attempt.body);
  let parses: SyntaxNode | undefined;
  let credentials: SyntaxNode | undefined;
  let writes: SyntaxNode | undefined;
  let works: SyntaxNode | undefined;
  let asks: SyntaxNode | undefined;
  let mixed: SyntaxNode | undefined;
  for (const call of calls) {
    const name = calleeName(call);
    if (isHarmless(call, name)) continue;
    if (/(?:OrFail|OrThrow|orFail|_or_404|or_fail)$/.test(name)) mixed ??= call.node;
    else if (isWriting(call, name)) writes ??= call.node;
    else {
      const { origin } = provenances.of(call);
      if (origin === 'input') parses ??= call.node;
      else if (origin === 'credentials') credentials ??= call.node;
      else if (origin === 'external') asks ??= call.node;
      else if (/^(?:parse|decode|unmarshal)/i.test(name)) parses ??= call.node;
      else works ??= call.node;
    }
  }
  if (throwsItself(attempt.body)) mixed ??= attempt.body;
  if (writes && !throwsItself(attempt.body)) return { kind: 'writes', witness: writes };
  if (mixed) return { kind: 'mixed', witness: mixed };
  if (works && !parses && !credentials) return { kind: 'works', witness: works };
  if (works) return { kind: 'mixed', witness: works };
  if (credentials) return { kind: parses || asks ? 'mixed' : 'checks credentials', witness: credentials };
  if (asks) return { kind: parses ? 'mixed' : 'asks others', witness: asks };
  return parses ? { kind: 'parses input', witness: parses } : { kind: 'nothing known', witness: undefined };
}

function throwsItself(body: SyntaxNode): boolean {
  return /\bthrow\b|\braise\b/.test(body.text);
}

function isWriting(call: CallView, name: string): boolean {
  if (!speaksOf(name, 'writing')) return false;
  // `headers.set(…)`, `res.set(…)`, `map.delete(…)`, `list.push(…)` write nothing that fails
  const receiver = call.callee.kind === 'member' ? call.callee.object.node.text : '';
  return (
    /^(?:save|create|insert|update|remove|destroy|upsert|persist|commit|store)/i.test(name) &&
    !/^(?:res|response|reply|ctx|headers|Object|URL|crypto|Array|Buffer|Promise)\b/.test(receiver)
  );
}

/** Calls that cannot fail in a way anyone answers for: logging, conversions, the response itself. */
function isHarmless(call: CallView, name: string): boolean {
  const text = call.callee.node.text;
  if (
    /^(?:console|logger|log|winston|res|response|reply|next|Object|Math|Array|Promise|Date|String|Number|Boolean|Buffer|Symbol|c\.(?:json|text|html|body|header|status)|ctx\.(?:set|status|body|throw)|NextResponse|Response|t|i18n|performance)\b/.test(
      text,
    )
  )
    return true;
  if (
    /^(?:push|map|filter|forEach|reduce|join|split|slice|concat|keys|values|entries|toString|trim|toLowerCase|toUpperCase|includes|replace|sort|find|some|every|has|log|info|warn|error|debug|getRepository|getSettings|toISOString|now|format|padStart|isArray|stringify)$/.test(
      name,
    )
  )
    return true;
  // making something out of parts: `new User({ … })`, `createQueryBuilder('user')`
  return call.constructs || /Builder$|Repository$/.test(name);
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
