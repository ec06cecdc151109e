import { codeOfConstant } from '../../status/constants.ts';

/** Splits names into lower-case words: `findUserByID`, `HTTP_404_NOT_FOUND`, `not-found`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/** Words before `status` by which it is that of a response. */
const httpWords = wordSet(
  'http https response responses res resp reply err error errors upstream api axios fetch returned received expected actual proxy remote server webhook',
);
/** Words before `status` that say nothing of what it is the status of. */
const neutralWords = wordSet(
  'the my our new old last final default fallback custom original ret return initial current given want wanted got mock test success failure failed valid allowed',
);
/** Things that have a status, a state or a code of their own. */
const otherThings = wordSet(
  'job jobs order orders task tasks invoice payment ticket shipment booking player game document doc item product user account subscription device machine bar sensor worker build deployment campaign lead contract ship car vehicle media process exit entity record row step stage loan claim delivery package parcel room seat project issue member ports sizes prices counts levels limits timeouts widths heights weights colors colours ids',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** What stands before `status`, `statusCode` or `httpCode` in a name, and whether the name can mean but HTTP. */
function takeApart(name: string): { readonly before: readonly string[]; readonly spelledOut: boolean } | undefined {
  const words = wordsOf(name);
  const last = words.at(-1)?.replace(/\d+$/, '') ?? '';
  if (/^(?:code|codes|number|num|int|value)$/.test(last) && /^status(?:es)?$/.test(words.at(-2) ?? '')) {
    return { before: words.slice(0, -2), spelledOut: true };
  }
  if (/^(?:statuscodes?|httpstatus|httpcode|httpstatuscode)$/.test(last)) {
    return { before: words.slice(0, -1), spelledOut: true };
  }
  if (/^(?:status|statuses|stat)$/.test(last)) {
    const before = words.slice(0, -1);
    return { before, spelledOut: before.some((word) => httpWords.has(word)) };
  }
  if (/^codes?$/.test(last) && words.length > 1 && words.slice(0, -1).every((word) => httpWords.has(word))) {
    return { before: [], spelledOut: words.includes('http') || words.includes('response') };
  }
  return /^(?:rc|sc)$/.test(name) ? { before: [], spelledOut: false } : undefined;
}

/** Names of variables, members and keys that hold a status code. */
export function isStatusName(name: string): boolean {
  const parts = takeApart(name);
  if (!parts) return false;
  if (parts.before.some((word) => otherThings.has(word))) return false;
  const isCode = /code|num|value/i.test(name);
  return isCode || parts.before.every((word) => httpWords.has(word) || neutralWords.has(word));
}

/** `CONFLICT_STATUS`, `hubStatus`, `optionsSuccessStatus`: of numbers that are seldom anything but statuses. */
export function mayBeStatusName(name: string): boolean {
  const parts = takeApart(name);
  return parts !== undefined && !parts.before.some((word) => otherThings.has(word));
}

/** `status` alone may be the state of anything; `statusCode`, `httpStatus` and `responseStatus` are not. */
export function isPlainStatusName(name: string): boolean {
  return isStatusName(name) && takeApart(name)?.spelledOut === false;
}

/** `code` alone holds many things: a status only where something else says so. */
export function isCodeName(name: string): boolean {
  return /^code$/i.test(name) || isStatusName(name);
}

/** True of the `status` of a thing that has a state of its own: `job.status`, `const order = { status: 200 }`. */
export function isOtherThing(holder: string, property: string): boolean {
  return wordsOf(property).length === 1 && otherThings.has(wordsOf(holder).at(-1) ?? '');
}

const listWords = wordSet(
  'status statuses http retry retryable retriable response error errors success successful allowed accepted accept valid expected ok failure failed redirect transient ignored ignore fatal recoverable retried unrecoverable client server permanent temporary cacheable handled',
);

/** Names of lists and tables of status codes: `retryStatuses`, `RETRYABLE_STATUS_CODES`. */
export function isStatusListName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  if (before.some((word) => otherThings.has(word))) return false;
  if (/^(?:status|statuses|statuscodes?)$/.test(last)) return true;
  // urllib3's `status_forcelist`
  if (/^(?:list|forcelist|whitelist|allowlist)$/.test(last) && /^status(?:es)?$/.test(before.at(-1) ?? '')) return true;
  return /^(?:codes?|on)$/.test(last) && before.some((word) => listWords.has(word));
}

/** Multiples of a hundred count and measure many things; other numbers that are registered codes seldom do. */
export function isRound(code: number): boolean {
  return code % 100 === 0;
}

/**
 * True of an interim code under another name, `DATA_ERROR = 102`: nobody keeps those for answers, and a table of
 * errors of one's own begins at 100.
 */
export function isInterimByChance(name: string, code: number): boolean {
  return code < 200 && codeOfConstant(name) !== code && !name.includes(String(code));
}

/** True of constants that say themselves what they are: `HTTP_STATUS_NOT_FOUND`, `HTTP_404_NOT_FOUND`. */
export function isSelfEvident(name: string): boolean {
  return /^HTTP_(?:STATUS_)?(?:[1-5]\d\d(?:_[A-Z_]+)?|[A-Z_]+)$/.test(name);
}

/** `connections`, `shelves`; not `news`, `status` or `details`, which are one thing. */
export function isPlural(name: string): boolean {
  return /[^su]s$/.test(name) && !/(?:details|news|status)$/i.test(name);
}

/** A word of a name as it stands for one thing: `role` of `roles`. */
export function singular(word: string): string {
  return word.replace(/s$/, '');
}
