import { isOfAccess } from '../../status/classes.ts';
import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import { isPlural, singular, wordsOf } from '../code/naming.ts';
import type { Response } from '../model.ts';
import type { Provenance } from '../origins/provenance.ts';
import { isTie, speaksOf } from '../origins/vocabulary.ts';
import type { Conclude, DecidingAtom } from './decidingAtom.ts';
import { messageOf, saysFailed, saysKept, saysMissing, saysThere } from './messages.ts';
import type { Reason } from './reason.ts';

/** Of what was looked up: it is there or is not, and what it was looked up by says whose matter that is. */
export function reasonOfEntity(
  context: FileContext,
  atom: Atom,
  provenance: Provenance,
  response: Response,
  conclude: Conclude,
): Reason | undefined {
  const message = messageOf(context, response);
  if (atom.relation === 'present') return saysThere(message) ? conclude('conflict') : undefined;
  if (atom.relation !== 'absent') return undefined;
  const { keys, name } = provenance;
  // `if (!(await removeShelf(id))) … 'Shelf cannot be deleted'`: it is there, and stays
  if (saysKept(message)) return undefined;
  // the account behind a token is gone: `accounts.findOne({ id: token.accountId })`
  if (!keys?.has('url') && !keys?.has('body') && isByIdentity.test(provenance.evidence.text)) return undefined;
  // `book.reviews.length === 0`: the book was found; that a review was not, only the response says
  if (provenance.isDetail && !saysMissing(message)) return undefined;
  if (keys?.has('principal')) {
    // a look-up of the caller's own tie to something is a question of membership
    if (isTie(name)) return conclude('lacking permission');
    return keys.has('url') ? conclude('not found') : undefined;
  }
  // `const role = await Role.findById(id)`: roles are looked after like anything else, unless the answer is about access
  if (isTie(name) && isAboutAccess(response, message, name)) return conclude('lacking permission', 'low');
  // none of what belongs to what the URL names: the thing itself is there; or what was to get it may have failed; or a
  // link that was mailed has run out: `User.findOne({ resetToken })`
  const isUnsure =
    (isOfMany(name) || saysFailed(message) || byToken.test(provenance.evidence.text)) && !saysMissing(message);
  if (keys?.has('url')) return conclude('not found', isUnsure ? 'low' : 'high');
  if (keys?.has('body')) return conclude('invalid input', 'low');
  return conclude('not found', 'low');
}

/** `Unknown role` says no more of access than `role`. */
function isAboutAccess({ status }: Response, message: string, name: string): boolean {
  if (status?.options.some(({ code }) => isOfAccess(code))) return true;
  const named = wordsOf(name).map(singular);
  return wordsOf(message).some((word) => !named.includes(singular(word)) && speaksOf(word, 'permission'));
}

const byToken = /(?:^|[^.])\b\w*(?:token|otp)\b/i;

const isByIdentity =
  /\b(?:find|get|load|fetch|select|retrieve)_?(?:one_?)?(?:\w+_?)?by_?(?:id|pk|primary_?key)\(|[{(,\s]_?id['"]?\s*(?::|=(?!=))/i;

/** `if (invoice.sent) return res.status(409)…`: what has become of it stands against the request, where code and text say so. */
export function reasonOfState({ context, atom, response, conclude }: DecidingAtom): Reason | undefined {
  const isConflict = response.status?.options.every(({ code }) => code === 409) ?? false;
  if (!isConflict || !speaksOf(messageOf(context, response), 'existence')) return undefined;
  return { ...conclude('conflict', 'low'), subject: atom.subject.node.text, isState: true };
}

/** `rows` and `results` are ways to hold one thing as well. */
function isOfMany(name: string): boolean {
  return isPlural(name) && !/^(?:rows|results|records|docs|items|entries|matches)$/i.test(name);
}

/** `const found = await countBooks(…); if (found > 0)` */
export function counted(atom: Atom): Atom {
  const { relation, against, isAbove } = atom;
  if (relation !== 'ordered' || against?.kind !== 'number' || against.value !== 0) return atom;
  return { subject: atom.subject, relation: isAbove ? 'present' : 'absent', isCounted: true };
}
