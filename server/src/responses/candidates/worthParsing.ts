import type { CompiledFrameworks } from '../../frameworks/compiled.ts';
import { isShownIn } from '../../frameworks/framework.ts';
import { frameworks } from '../../generated/frameworks.ts';
import type { Language } from '../../languages/language.ts';
import { statusFacts } from '../../status/registry.ts';
import { literally } from '../../syntax/literally.ts';
import { beforeMember } from './candidatePlaces.ts';
import { candidatesIn, type ScanContext } from './candidates.ts';
import { type Purpose, TellingPatterns } from './tellingPatterns.ts';

const speaksOfResponses =
  /status|http_?code|writeHead|\bredirect|respon[ds]|\breply\b|\bres\b|createError|Exception|\wError\(|NOT_FOUND|BAD_REQUEST|\b(?:expect|toBe)\(|\b[bB]oom\b|\.throw\(|\bc(?:tx|ontext)?\.(?:json|text|html|body)\(/i;
/** An import of a framework: what its handlers send needs none of the words above, as in `c.text('Gone', 410)`. */
const importsFramework = new RegExp(
  `(?:['"]|\\b(?:from|import)\\s+)(?:${[...new Set(frameworks.flatMap(({ imports }) => imports.map(modulePattern)))].join('|')})`,
);
const anyCode = /(?<![\w.$-])[1-5]\d\d(?![\w.$%-])/;
const codeConstant =
  /NOT_FOUND|BAD_REQUEST|[nN]otFound|BadRequest|[uU]nauthorized|UNAUTHORIZED|[fF]orbidden|FORBIDDEN|INTERNAL_SERVER|InternalServer|StatusCode|statusCode|[hH]ttpStatus|HTTP_(?:STATUS|\d)|\.CREATED\b|NO_CONTENT|[rR]edirect\(|\.json\(|\bResponse\b|TRPCError|Http404|HTTPStatus|HTTP[A-Z][a-z]|\babort\(|Error\(/;

/** Whether a text can hold anything to say something about. Costs a few milliseconds per megabyte. */
export function mayHoldResponses(text: string): boolean {
  return (
    ((anyCode.test(text) || codeConstant.test(text)) && speaksOfResponses.test(text)) || importsFramework.test(text)
  );
}

function modulePattern(module: string): string {
  const escaped = literally(module.replace(/\*$/, ''));
  return module.endsWith('*') ? escaped : `${escaped}(?=['"\\s.])`;
}

/**
 * Whether a parse can find anything: some candidate must tell more than that a number has three digits. It reads every
 * word of the text, which a parse takes ten times as long for.
 */
export function isWorthParsing(
  text: string,
  language: Language,
  compiled: CompiledFrameworks,
  path: string,
  purpose: Purpose = 'answers',
): boolean {
  const telling = new TellingPatterns(text, purpose);
  const scan: ScanContext = {
    ...scanContextOf(text, language, compiled, path),
    tells: (pattern, isUsed) => telling.tells(pattern, isUsed),
  };
  for (const { kind, offset } of candidatesIn(text, compiled, scan)) {
    if (isInComment(text, offset)) continue;
    if (kind === 'number' ? isNearStatusWords(text, offset) : kind === 'word' || isHeld(text, offset)) return true;
  }
  return false;
}

/** Lines that begin as comments do. What this takes for code is told apart by the parse. */
function isInComment(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^\s*(?:\*|\/\/|\/\*|#)|\s\/\/\s/.test(text.slice(lineStart, offset));
}

/** What a text shows of the frameworks it uses before it is parsed. */
function scanContextOf(text: string, language: Language, compiled: CompiledFrameworks, path: string): ScanContext {
  const modules = [...text.matchAll(language.importedModule)].flatMap((found) => found.slice(1).filter(Boolean));
  const imported = compiled.importedBy(modules);
  const used = new Set(
    compiled.frameworks.filter(
      (framework) =>
        framework.isOfProject ||
        imported.has(framework) ||
        framework.routeFiles?.some((file) => file.path.test(path)) ||
        isShownIn(framework, text),
    ),
  );
  return { aliases: new Map(), uses: (framework) => used.has(framework) };
}

const statusWords =
  /stat(?:us|es)|code|err|exception|throw|http|respon|repl(?:y|ies)|abort|fail|reject|expect|assert|\bres\b|\bc\.|send|redirect|forbid|unauth|den(?:y|ied)|retr(?:y|ies)/i;
/** `case 404:`, `return 404`, `NOT_FOUND: 404` */
const tellingBefore = /(?:\bcase|\breturn|=>|[A-Z_]{2,}['"]?\s*[:=])\s*$/;
/** A number that nobody registered is a status only where it is said to be one. */
const saysStatus = /stat|code|err|exception|http|super|respon/i;
const farthestWord = 160;

/** A number counts when its line speaks of what statuses are for; or the line before, where it begins its own. */
function isNearStatusWords(text: string, offset: number): boolean {
  if (/[/#-]/.test(text.charAt(offset - 1))) return false;
  let lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  for (let lines = 0; lines < 2 && offset - lineStart < 24 && lineStart > 0; lines++) {
    lineStart = text.lastIndexOf('\n', lineStart - 2) + 1;
  }
  const before = text.slice(Math.max(lineStart, offset - farthestWord), offset);
  if (statusFacts(Number(text.slice(offset, offset + 3))) === undefined && !saysStatus.test(before)) return false;
  return (
    tellingBefore.test(before) ||
    statusWords.test(before) ||
    /^\d+\W{1,4}['"]?[A-Z]/.test(text.slice(offset, offset + 12))
  );
}

/** `ACCEPTED` as such is a word; `HttpStatus.ACCEPTED` and `HTTP_ACCEPTED` name a code. */
function isHeld(text: string, offset: number): boolean {
  const holder = beforeMember(text, offset);
  return /http|status|codes?$|constants/i.test(holder ?? text.slice(offset, offset + 60));
}
