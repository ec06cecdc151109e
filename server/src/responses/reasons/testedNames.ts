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

const testsValue = /^(?:is[A-Z_]\w*|is[a-z]+|test|match|startsWith|endsWith|includes|trim|validate|safeParse)$/;

/** `if (!matches)`, `if not valid`: what a check says is no more missing than it is there. */
export function isAnswer(subject: Expression): boolean {
  const name = subject.kind === 'member' ? subject.property : subject.kind === 'name' ? subject.name : '';
  return /^(?:valid|match(?:es|ed)?|verified|authenticated|authori[sz]ed|allowed)$|^(?:is|has|can)(?:[A-Z_]|$)/.test(
    name,
  );
}
