import { mayHoldResponses } from '../responses/worthParsing.ts';

const anyCode = /(?<![\w.$-])[1-5]\d\d(?![\w.$%-])/;
const definesErrors =
  /\bclass\s+\w+\s+extends\s+[\w.]*(?:Error|Exception|Failure|Problem)\b|\bclass\s+\w+\([\w., ]*(?:Error|Exception)\)/;
const definesStatuses = /\b(?:enum|const|class)\s+\w*(?:code|status|http|error)\w*\b/i;
const passesOn = /\bexport\s+(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\b|\bmodule\.exports\b[^;]{0,400}\brequire\(/;
const guardsAll = /\bAPP_GUARD\b|\buseGlobalGuards\b/;
/** What passes names on and does nothing else is short. */
const longestBarrel = 20_000;

/** Whether a text can hold anything that matters to other files. Costs a few milliseconds per megabyte. */
export function mayBeIndexed(text: string): boolean {
  return (
    mayHoldResponses(text) ||
    definesErrors.test(text) ||
    (anyCode.test(text) && definesStatuses.test(text)) ||
    (text.length < longestBarrel && passesOn.test(text)) ||
    guardsAll.test(text)
  );
}
