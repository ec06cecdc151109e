const anyCode = /(?<![\w.$-])[1-5]\d\d(?![\w.$%-])/;
const definesErrors =
  /\bclass\s+\w+\s+extends\s+[\w.]*(?:Error|Exception|Failure|Problem)\b|\bclass\s+\w+\([\w., ]*(?:Error|Exception)\)|\btype\s+\w+\s+struct\s*\{[^}]*\b(?:\w*Status\w*|\w*Code)\s+u?int/;
/** With a code not far behind: many things have a status. */
const definesStatuses =
  /\b(?:enum|const|class)\s+(?:\w*(?:Code|Status|Http|HTTP)\w*|[A-Z_]*(?:CODE|STATUS)[A-Z_]*)\b(?=[^;]{0,1200}?(?<![\w.$-])[1-5]\d\d(?![\w.$%-]))/;
const passesOn = /\bexport\s+(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\b|\bmodule\.exports\b[^;]{0,400}\brequire\(/;
/** `module.exports = { NotFoundError, BadRequestError }`, `export { NotFoundError }`, below what these were imported by. */
const givesNames = /\b(?:module\.exports\s*=|export(?:\s+default)?)\s*\{[\s\w$,]*\}/;
const takesFromFiles = /\b(?:require\(|from\s)\s*['"]\.{1,2}\//;
const doesMore = /\bfunction\b|=>|\bclass\b/;
/** What NestJS puts before the handlers of all. */
export const guardsAll = /\b(?:APP_(?:GUARD|INTERCEPTOR)|useGlobal(?:Guards|Interceptors))\b/;
/** What passes names on and does nothing else is short. */
const longestBarrel = 20_000;

/**
 * Whether a text may matter to other files though nothing in it answers: it defines errors or statuses, passes names on,
 * or guards what others define. Costs a few milliseconds per megabyte.
 */
export function mayBeIndexed(text: string): boolean {
  return (
    (anyCode.test(text) && (definesErrors.test(text) || definesStatuses.test(text))) ||
    (text.length < longestBarrel && (passesOn.test(text) || isBarrel(text) || definesErrors.test(text))) ||
    guardsAll.test(text) ||
    wordsErrors.test(text)
  );
}

function isBarrel(text: string): boolean {
  return givesNames.test(text) && takesFromFiles.test(text) && !doesMore.test(text);
}

/** `func errorResponse(err error) gin.H {`: what it gives may say the error. */
const wordsErrors = /^func (?:\([^)\n]*\) )?\w+\([^)\n]*\berror\b[^)\n]*\) (?!error\b|bool\b|int\b)[\w.*[\]{}]+ \{/m;
