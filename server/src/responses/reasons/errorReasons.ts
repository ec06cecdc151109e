import type { Expression } from '../../languages/views.ts';
import { rootOf } from '../code/callees.ts';
import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Response } from '../model.ts';
import type { Provenance, Provenances } from '../origins/provenance.ts';
import { speaksOf } from '../origins/vocabulary.ts';
import type { DecidingAtom } from './decidingAtom.ts';
import { reasonOfEntity } from './entityReasons.ts';
import { reasonOfErrorName } from './errorNames.ts';
import { errorSaidBy, type Failure, failureIn } from './errorValues.ts';
import { meaningOfFailure } from './failures.ts';
import { messageOf, saysInvalid, saysTaken } from './messages.ts';
import type { Reason, ReasonKind } from './reason.ts';

/** `if err != nil`, `if errors.Is(err, sql.ErrNoRows)` */
export function reasonOfFailure(deciding: DecidingAtom, failure: Failure): Reason | undefined {
  const { context, provenances, atom, response, conclude } = deciding;
  const message = messageOf(context, response);
  const fromCall = (kind: ReasonKind, confidence?: Reason['confidence']): Reason => ({
    ...conclude(kind, confidence),
    source: failure.call.node,
    // a chain over several lines
    subject: failure.call.callee.node.text.replace(/\s*\n\s*/g, ''),
    isWitness: true,
  });
  if (atom.relation === 'present') {
    const codes = response.status?.options.map(({ code }) => code) ?? [];
    const meaning = meaningOfFailure(context, provenances, failure, message, codes);
    return meaning && fromCall(meaning.kind, meaning.confidence);
  }
  if (atom.relation !== 'of-type' && atom.relation !== 'equal') return undefined;
  const kind = reasonOfErrorName(atom.against?.node.text ?? '');
  if (kind !== 'not found') return kind && fromCall(kind);
  // what was not found: what the URL names, or something the request refers to
  const keys = provenances.keysOf(failure.call);
  const name = failure.call.callee.node.text;
  const looked: Provenance = { origin: 'entity', evidence: failure.call.node, name, keys };
  return reasonOfEntity(context, { ...atom, relation: 'absent' }, looked, response, fromCall);
}

/** An error that is a value, and what its text is looked through for. */
export interface SearchedError {
  readonly error: Expression;
  readonly text: Expression & { readonly kind: 'string' };
}

/** `strings.Contains(err.Error(), "duplicate key")`, `err.Error() == "record not found"` */
export function searchedError(context: FileContext, { subject, relation, against }: Atom): SearchedError | undefined {
  if (!context.language.errorsAreValues) return undefined;
  const isSearch =
    relation === 'present' &&
    subject.kind === 'call' &&
    /^strings\.(?:Contains|HasPrefix|HasSuffix)$/.test(subject.callee.node.text);
  const [searched, text] = isSearch
    ? subject.arguments.map(({ value }) => value)
    : [relation === 'equal' ? subject : undefined, against];
  const error = searched && errorSaidBy(context, searched);
  return error && text?.kind === 'string' ? { error, text } : undefined;
}

/** What stores say of themselves in texts that people look through; of other matters texts are too free. */
export function reasonOfErrorText(deciding: DecidingAtom, { error, text }: SearchedError): Reason | undefined {
  const { context, atom, conclude } = deciding;
  const kind = reasonOfErrorName(text.value);
  if (kind !== 'conflict' && kind !== 'not found') return undefined;
  const failure = failureIn(context, error);
  if (failure) return reasonOfFailure({ ...deciding, atom: { ...atom, relation: 'equal', against: text } }, failure);
  return kind === 'conflict'
    ? { ...conclude(kind), source: undefined, subject: text.value, isWitness: true }
    : undefined;
}

/** `err instanceof ValidationError`, `err.code === 'P2002'`, `err.message.includes('UNIQUE')`. */
export function reasonOfCaughtError(deciding: DecidingAtom): Reason | undefined {
  const { atom, provenance, conclude } = deciding;
  const kind = kindOfCaughtError(deciding);
  if (!kind) return undefined;
  return { ...conclude(kind), source: undefined, subject: textOf(atom.against) ?? provenance.name, isWitness: true };
}

function kindOfCaughtError({ context, provenances, atom, response }: DecidingAtom): ReasonKind | undefined {
  if (atom.relation === 'present') return saidByError(provenances, atom.subject);
  if (atom.relation !== 'of-type' && atom.relation !== 'equal') return undefined;
  const name = atom.against?.node.text ?? '';
  // DynamoDB's condition of a write may be any: what it was, the response says
  const isTaken = /ConditionalCheckFailed/.test(name) && speaksOf(messageOf(context, response), 'existence');
  const said = isTaken ? 'conflict' : reasonOfErrorName(name);
  // `isinstance(error, IntegrityError)` is as well of what a row refers to, or lacks
  if (said === 'conflict' && /integrity/i.test(name) && saysInvalid(messageOf(context, response))) return undefined;
  if (said === 'conflict' && isCodeOfDriver(context, atom)) return said;
  if (said === 'conflict' && isOwnCode(context, atom, response)) return said;
  return isOfError(provenances, atom.subject) ? said : undefined;
}

/** True of what was caught or is called so, and of its parts: callbacks are handed what failed by such a name. */
function isOfError(provenances: Provenances, expression: Expression): boolean {
  const { origin, name } = provenances.of(rootOf(expression));
  return origin === 'caught' || /^(?:e|err|error|ex|exception|cause)$/i.test(name);
}

/** `pgErr.Code == "23505"`, `mysqlErr.Number == 1062`, `db.ErrorCode(err) == db.UniqueViolation`: what a driver's error was told apart as. */
export function isCodeOfDriver(context: FileContext, { relation, subject }: Atom): boolean {
  return (
    context.language.errorsAreValues === true &&
    relation === 'equal' &&
    /^\w*[eE]rr(?:or)?\.(?:(?:Code|SQLState|ExtendedCode)(?:\(\)|\.Name\(\))?|Number)$|(?:^|\.)\w*(?:Error|Err|SQL|Sql|Pg)(?:Code|State)\(\w*[eE]rr\)$/.test(
      context.resolve(subject).node.text,
    )
  );
}

/** `result.error.code === 'shelf_exists'`, `switch (error.type) { case 'name_taken': … }`, where the response says so as well. */
export function isOwnCode(context: FileContext, { relation, subject, against }: Atom, response: Response): boolean {
  return (
    relation === 'equal' &&
    against?.kind === 'string' &&
    /(?:^|\.)(?:err|error|failure|cause)(?:\??\.(?:code|kind|name|reason|type))?$/i.test(
      context.resolve(subject).node.text,
    ) &&
    saysTaken(messageOf(context, response))
  );
}

function saidByError(provenances: Provenances, test: Expression): ReasonKind | undefined {
  if (test.kind !== 'call' || test.callee.kind !== 'member') return undefined;
  if (!/^(?:includes|match|test|startsWith|indexOf|search|contains)$/.test(test.callee.property)) return undefined;
  const text = test.arguments[0]?.value;
  if (text?.kind !== 'string' || !isOfError(provenances, test.callee.object)) return undefined;
  return reasonOfErrorName(text.value);
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'string' ? expression.value : expression?.node.text;
}
