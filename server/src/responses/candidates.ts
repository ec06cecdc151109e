import type { CompiledFrameworks } from '../frameworks/compiled.ts';
import { frameworks } from '../generated/frameworks.ts';
import { codeOfConstant } from '../status/constants.ts';
import { methodOf } from './receivers.ts';

/** A place in a text that may name a status code or belong to a response. */
export type Candidate =
  | { readonly kind: 'number'; readonly offset: number }
  | { readonly kind: 'word'; readonly offset: number; readonly word: string };

const tokens = /[A-Za-z_$][\w$]*|\d[\w.]*/g;
const threeDigits = /^[1-5]\d\d$/;

/** The words of one family's frameworks, asked for once per distinct word. */
const interest = new WeakMap<CompiledFrameworks, Map<string, boolean>>();
const rememberedWords = 50_000;

/** All candidates of a text, in order; `aliases` are words that the file gives to those of frameworks. Strings and comments are not told apart here: the tree does that. */
export function candidatesIn(
  text: string,
  compiled: CompiledFrameworks,
  aliases: ReadonlyMap<string, string>,
): readonly Candidate[] {
  let known = interest.get(compiled);
  if (!known || known.size > rememberedWords) {
    known = new Map();
    for (const word of compiled.words) known.set(word, true);
    interest.set(compiled, known);
  }
  const places = [...compiled.places].filter(({ prefix, suffix }) => prefix !== '' || suffix !== '');
  const found: Candidate[] = [];
  for (const match of text.matchAll(tokens)) {
    const word = match[0];
    const first = word.charCodeAt(0);
    if (first >= 48 && first <= 57) {
      if (threeDigits.test(word)) found.push({ kind: 'number', offset: match.index });
      continue;
    }
    let interesting = known.get(word);
    if (interesting === undefined) {
      interesting = isInteresting(word, places);
      known.set(word, interesting);
    }
    if (interesting || aliases.has(word)) found.push({ kind: 'word', offset: match.index, word });
  }
  return found;
}

function isInteresting(word: string, places: readonly { prefix: string; suffix: string }[]): boolean {
  if (word.length < 2) return false;
  if (methodOf(word) !== undefined || codeOfConstant(word) !== undefined) return true;
  return places.some(
    ({ prefix, suffix }) =>
      word.startsWith(prefix) &&
      word.endsWith(suffix) &&
      codeOfConstant(word.slice(prefix.length, word.length - suffix.length)) !== undefined,
  );
}

const speaksOfResponses =
  /status|writeHead|\bredirect|respon[ds]|\breply\b|\bres\b|createError|Exception|HttpError|AppError|ApiError|NOT_FOUND|BAD_REQUEST|\b(?:expect|toBe)\(|\b[bB]oom\b/i;
/** An import of a framework: what its handlers send needs none of the words above, as in `c.text('Gone', 410)`. */
const importsFramework = new RegExp(
  `(?:['"]|\\b(?:from|import)\\s+)(?:${[...new Set(frameworks.flatMap(({ imports }) => imports.map(modulePattern)))].join('|')})`,
);
const anyCode = /(?<![\w.$-])[1-5]\d\d(?![\w.$%-])/;
const codeConstant =
  /NOT_FOUND|BAD_REQUEST|[nN]otFound|BadRequest|[uU]nauthorized|UNAUTHORIZED|[fF]orbidden|FORBIDDEN|INTERNAL_SERVER|InternalServer|StatusCode|statusCode|[rR]edirect\(|\.json\(|\bResponse\b|TRPCError/;

/** Whether a text can hold anything to say something about. Costs a few milliseconds per megabyte; no parse. */
export function mayHoldResponses(text: string): boolean {
  return (
    (anyCode.test(text) || codeConstant.test(text)) && (speaksOfResponses.test(text) || importsFramework.test(text))
  );
}

function modulePattern(module: string): string {
  const escaped = module.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return module.endsWith('*') ? escaped : `${escaped}(?=['"\\s.])`;
}
