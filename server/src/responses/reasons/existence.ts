import type { Atom } from '../code/conditions.ts';
import { lastName } from '../code/reading.ts';
import type { Provenance } from '../origins/provenance.ts';
import { speaksOf } from '../origins/vocabulary.ts';
import { saysTaken, saysThere } from './messages.ts';

/**
 * `alreadyReviewed`, `await isEmailTaken(email)`, `shelf.checkHasBook(id)`, `!(await isNameAvailable(name))`: asked by name
 * whether something is there, where the response says that it is.
 */
export function asksWhetherThere({ subject, relation }: Atom, { origin }: Provenance, message: string): boolean {
  if (!['internal', 'unknown', 'entity', 'input'].includes(origin)) return false;
  const asked = lastName(subject);
  // `(await checkName(name)).isAvailable`
  if (relation === 'absent')
    return (
      /^(?:is_?)?(?:[a-z]\w*)??_?(?:available|unique|free)$/i.test(asked) &&
      !/^(?:can|may|must|should|supports?|allows?)(?=[A-Z_])/.test(asked) &&
      (saysTaken(message) || saysThere(message))
    );
  // `existingError` is why nobody knows
  if (relation !== 'present' || subject.kind === 'member' || /err(?:or)?s?$/i.test(asked) || !saysThere(message))
    return false;
  // what is to be unique is none of what is there
  if (/unique$/i.test(asked)) return false;
  return speaksOf(asked, 'existence') || /^(?:check_?)?has(?=[A-Z_])/i.test(asked);
}
