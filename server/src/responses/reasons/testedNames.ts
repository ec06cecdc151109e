import type { Expression } from '../../languages/views.ts';
import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Provenance, Provenances } from '../origins/provenance.ts';

/** What people know the tested value by: of a check's outcome what was checked, of a call what is called. */
export function testedName(
  context: FileContext,
  provenances: Provenances,
  { subject }: Atom,
  { name, evidence, isOutcome, origin }: Provenance,
): string {
  const asked = askedWhether(context, subject);
  if (asked) return asked;
  const call = isOutcome ? context.language.expression(evidence) : subject;
  if (call.kind !== 'call') return isOutcome && subject.kind === 'member' ? subject.object.node.text : name;
  const [checked] = call.arguments;
  if (isOutcome && origin === 'input' && checked) return checked.value.node.text;
  // `Array.isArray(items)`, `pattern.test(email)`, `email.startsWith('x')`: what is asked about, not the question
  if (origin === 'input' && call.callee.kind === 'member' && testsValue.test(call.callee.property)) {
    const asked = [checked?.value, call.callee.object].find((each) => each && provenances.of(each).origin === 'input');
    if (asked) return asked.node.text;
  }
  const { text } = call.callee.node;
  if (/^[\w.$]{1,40}$/.test(text)) return text;
  // `db.query(Item).filter(…).first()`: its last link says nothing
  return call.callee.kind === 'member' && call.callee.property === name ? call.node.text.replace(/\s+/g, ' ') : name;
}

/** `shelves[name]` of `shelf, ok := shelves[name]; if !ok`: what it is that is there or not. */
function askedWhether({ language, scopes }: FileContext, subject: Expression): string | undefined {
  if (!language.errorsAreValues || subject.kind !== 'name' || !/^(?:ok|found|exists)$|(?:OK|Ok)$/.test(subject.name))
    return undefined;
  const given = scopes.value(subject.name, subject.node);
  // `user, ok := ctx.Value(key).(*User)`
  const isTyped = given?.value.kind === 'type-test';
  if (!given || (!isTyped && (given.path.length !== 1 || given.path[0] === 0))) return undefined;
  const { text } = given.value.kind === 'type-test' ? given.value.value.node : given.value.node;
  return text.length > longestName || text.includes('\n') ? undefined : text;
}

const longestName = 60;

const testsValue = /^(?:is[A-Z_]\w*|is[a-z]+|test|match|startsWith|endsWith|includes|trim|validate|safeParse)$/;

/** `if (!matches)`, `if not valid`: what a check says is no more missing than it is there. */
export function isAnswer(subject: Expression): boolean {
  const name = subject.kind === 'member' ? subject.property : subject.kind === 'name' ? subject.name : '';
  return /^(?:valid|match(?:es|ed)?|verified|authenticated|authori[sz]ed|allowed)$|^(?:is|has|can)(?:[A-Z_]|$)/.test(
    name,
  );
}
