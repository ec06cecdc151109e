import type { Atom } from '../code/conditions.ts';
import type { Provenance } from '../origins/provenance.ts';

/** `link.expiresAt < new Date()`, `!link.expiresAt`; not of what credentials say of themselves. */
export function isExpiry({ subject, relation, against }: Atom, { origin, isDetail }: Provenance): boolean {
  if (origin === 'credentials' || origin === 'principal' || origin === 'permission') return false;
  if (relation === 'absent') return isDetail === true && subject.kind === 'member' && anExpiry.test(subject.property);
  if (relation !== 'ordered' || !against) return false;
  return (
    (anExpiry.test(subject.node.text) && isNow.test(against.node.text)) ||
    (isNow.test(subject.node.text) && anExpiry.test(against.node.text))
  );
}

const anExpiry = /expir|valid_?until/i;
const isNow =
  /^(?:new Date\(\)|Date\.now\(\)|(?:time\.)?now(?:\(\))?|time\.Now\(\)|(?:datetime|timezone)(?:\.datetime)?\.(?:utc)?now\(|dayjs\(\)|moment\(\))/i;

/** `file.size > limit`, `req.headers['content-length'] > limit`, `body.length > maxBytes`; not `items.length > 100`. */
export function isTooLarge({ relation, isAbove, subject, against }: Atom, { origin }: Provenance): boolean {
  // what another server answers is none of what the request sends
  if (relation !== 'ordered' || isAbove !== true || origin === 'external') return false;
  // `r.ContentLength > 0`: whether there is any
  if (against?.kind === 'number' && against.value === 0) return false;
  if (origin === 'size') return true;
  const measured = subject.kind === 'member' ? subject.property : subject.kind === 'name' ? subject.name : '';
  if (/^(?:size|byteLength|contentLength|content_length|fileSize|file_size)$/i.test(measured)) return true;
  return measured === 'length' && /bytes|size|payload|\b(?:kb|mb)\b/i.test(against?.node.text ?? '');
}
