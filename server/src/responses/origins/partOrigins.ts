import type { SyntaxNode } from '../../syntax/node.ts';
import { singular, wordsOf } from '../code/naming.ts';
import { asksForLogin } from './nameOrigins.ts';
import type { Provenance } from './provenance.ts';
import { speaksOf } from './vocabulary.ts';

/** What a part of a value is: `.success` of a parse result, `.user` of a session, `.role` of a principal. */
export function ofPart(whole: Provenance, part: string, node: SyntaxNode): Provenance {
  if (speaksOf(part, 'permission') && !namesAnother.test(part)) {
    const isRecorded = whole.origin === 'entity' && /^roles?$|^permissions?$/i.test(part);
    return { origin: 'permission', evidence: node, name: part, ...(isRecorded ? { isDetail: true } : {}) };
  }
  // `permissions.checked` tells that somebody asked, not what the answer was
  if (whole.origin === 'permission' && /^(?:checked|loaded|fetched|resolved|ready|pending|cached)$/i.test(part))
    return { origin: 'unknown', evidence: node, name: part };
  // who has shown the right password may still be locked out: that is no matter of credentials
  if (whole.origin === 'credentials' && stateOfAccount.test(part))
    return { origin: 'unknown', evidence: node, name: part };
  // `permissions.isAuthenticated` of what was made out of a token
  if (asksForLogin.test(part)) return { origin: 'principal', evidence: node, name: part };
  if (/^(?:success|ok|succeeded|acknowledged)$/i.test(part)) return { ...whole, isOutcome: true };
  if (whole.origin === 'entity' && !holdsWhole(part, whole.name)) return { ...whole, isDetail: true };
  // who has shown credentials is known: `user.status` is a detail, `result.valid` is still the check
  const isDetail =
    whole.origin === 'credentials' && !/^(?:valid|isValid|is_valid|verified|error|err|user)$/i.test(part);
  return isDetail ? { ...whole, origin: 'unknown' } : whole;
}

/** Parts by which what was looked up is held, or told from nothing: `result.rows`, `{ data }`, `user.id`, `getUser().user`. */
function holdsWhole(part: string, lookup: string): boolean {
  if (
    /^(?:data|rows?|results?|items?|records?|docs?|documents?|values?|entity|entities|hits|body|first|last|_?id|uuid|pk|length|count)$/i.test(
      part,
    )
  )
    return true;
  const asked = wordsOf(lookup);
  return wordsOf(part).every((word) => asked.includes(word) || asked.includes(singular(word)));
}

/** `server.admin_connection_config_id` names what administrators use, not who they are. */
const namesAnother = /^admin_[a-z]+_\w*id$|^admin[A-Z][a-z]+[A-Z]\w*Id$/;

const stateOfAccount =
  /(?:^|[_a-z])(?:is_?)?(?:verified|active|inactive|enabled|disabled|locked|blocked|banned|suspended|approved|confirmed|deleted|expired|status|state|domain|group|groups|plan|tenant|organization)$/i;
