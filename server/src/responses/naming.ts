/** Splits names into lower-case words: `findUserByID`, `HTTP_404_NOT_FOUND`, `not-found`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

const statusNames =
  /^(?:http|expected|actual|response|res|resp|reply|err|error|upstream|final|default|fallback|custom|last|new|our|api|the|original|returned|received|my|ret|return)?_?(?:http)?_?status_?(?:code|number|num)?s?$/i;
const codeNames = /^(?:http|response|resp|res|err|error)_?(?:response)?_?(?:status)?_?codes?$|^rc$|^sc$/i;

/** Names of variables, members and keys that hold a status code. */
export function isStatusName(name: string): boolean {
  return statusNames.test(name) || codeNames.test(name);
}

/** `code` alone holds many things: a status only where something else says so. */
export function isCodeName(name: string): boolean {
  return /^code$/i.test(name) || isStatusName(name);
}

/** Names of lists and tables of status codes: `retryStatuses`, `RETRYABLE_STATUS_CODES`. */
export function isStatusListName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (/^(?:status|statuses)$/.test(last) && words.length > 0) return true;
  return (
    last === 'codes' &&
    words.some((word) => /^(?:status|http|retry|retryable|response|error|success|allowed|valid|expected)$/.test(word))
  );
}
