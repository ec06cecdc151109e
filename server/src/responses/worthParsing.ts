import type { CompiledFrameworks } from '../frameworks/compiled.ts';
import { isModule } from '../frameworks/framework.ts';
import { frameworks } from '../generated/frameworks.ts';
import type { Language } from '../languages/language.ts';
import { candidatesIn, type ScanContext } from './candidates.ts';

const speaksOfResponses =
  /status|writeHead|\bredirect|respon[ds]|\breply\b|\bres\b|createError|Exception|HttpError|AppError|ApiError|NOT_FOUND|BAD_REQUEST|\b(?:expect|toBe)\(|\b[bB]oom\b/i;
/** An import of a framework: what its handlers send needs none of the words above, as in `c.text('Gone', 410)`. */
const importsFramework = new RegExp(
  `(?:['"]|\\b(?:from|import)\\s+)(?:${[...new Set(frameworks.flatMap(({ imports }) => imports.map(modulePattern)))].join('|')})`,
);
const anyCode = /(?<![\w.$-])[1-5]\d\d(?![\w.$%-])/;
const codeConstant =
  /NOT_FOUND|BAD_REQUEST|[nN]otFound|BadRequest|[uU]nauthorized|UNAUTHORIZED|[fF]orbidden|FORBIDDEN|INTERNAL_SERVER|InternalServer|StatusCode|statusCode|[rR]edirect\(|\.json\(|\bResponse\b|TRPCError/;

/** Whether a text can hold anything to say something about. Costs a few milliseconds per megabyte. */
export function mayHoldResponses(text: string): boolean {
  return (
    (anyCode.test(text) || codeConstant.test(text)) && (speaksOfResponses.test(text) || importsFramework.test(text))
  );
}

function modulePattern(module: string): string {
  const escaped = module.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return module.endsWith('*') ? escaped : `${escaped}(?=['"\\s.])`;
}

/**
 * Whether a parse can find anything: some candidate must tell more than that a number has three digits. It reads every
 * word of the text, which a parse takes ten times as long for.
 */
export function isWorthParsing(text: string, language: Language, compiled: CompiledFrameworks, path: string): boolean {
  const scan = scanContextOf(text, language, compiled, path);
  for (const candidate of candidatesIn(text, compiled, scan)) {
    if (candidate.kind === 'number') {
      if (isNearStatusWords(text, candidate.offset)) return true;
    } else if (!isPlainConstant(text, candidate.offset)) return true;
  }
  return false;
}

/** What a text shows of the frameworks it uses before it is parsed. */
function scanContextOf(text: string, language: Language, compiled: CompiledFrameworks, path: string): ScanContext {
  const modules = [...text.matchAll(language.importedModule)].flatMap((found) => found.slice(1).filter(Boolean));
  const used = new Set(
    compiled.frameworks.filter(
      ({ imports, routeFiles, signs }) =>
        imports.some((listed) => modules.some((module) => isModule(listed, module))) ||
        routeFiles?.some((file) => file.path.test(path)) ||
        signs?.test(text),
    ),
  );
  return { aliases: new Map(), uses: (framework) => used.has(framework) };
}

const statusWords =
  /stat(?:us|es)|code|err|exception|throw|http|respon|repl(?:y|ies)|abort|fail|reject|expect|assert|\bres\b|send|redirect|forbid|found|unauth|deny|denied|invalid|required|exist|retr(?:y|ies)|return|=>|case|includes/i;

/** A number counts when its line, or the one before, speaks of what statuses are for. */
function isNearStatusWords(text: string, offset: number): boolean {
  return statusWords.test(text.slice(Math.max(0, offset - 120), offset + 60));
}

/** `ACCEPTED` as such is a word; `Status.ACCEPTED` and `HTTP_ACCEPTED` may name a code. */
function isPlainConstant(text: string, offset: number): boolean {
  return (
    text.charAt(offset - 1) !== '.' &&
    !/^(?:new\s|\w*(?:HTTP|Status|Exception|Error))/.test(text.slice(offset, offset + 60))
  );
}
