import type { AnchorPlace, CompiledFrameworks, CompiledPattern } from '../../frameworks/compiled.ts';
import type { Framework } from '../../frameworks/framework.ts';
import { codeOfConstant } from '../../status/constants.ts';
import type { Span } from '../../syntax/node.ts';
import { commonReason, methodOf, ownReason } from '../code/receivers.ts';
import { placeFits } from './candidatePlaces.ts';

/** A place in a text that may name a status code or belong to a response. */
export type Candidate =
  | { readonly kind: 'number'; readonly offset: number }
  | { readonly kind: 'word' | 'constant'; readonly offset: number; readonly word: string };

/** What a file says of the frameworks' words before it is parsed. */
export interface ScanContext {
  /** Words that the file gives to those of frameworks: local name → the framework's. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether a file imports a framework, or shows otherwise that it uses it. */
  uses(framework: Framework): boolean;
  /** Whether a pattern is looked for at all; absent where each is. */
  tells?(pattern: CompiledPattern, isUsed: boolean): boolean;
}

/** What a word can mean, whatever stands round it. */
interface Meaning {
  readonly patterns: readonly CompiledPattern[];
  /** Spelt as constants are, and named as a status: `NOT_FOUND`, `StatusNotFound`. */
  readonly isConstant: boolean;
}

const [otherSign, letter, digit] = [0, 1, 2];
/** What the signs of ASCII are for words. A table is several times as fast as a regular expression that cuts them out. */
const signs = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Za-z_$]/.test(sign) ? letter : /\d/.test(sign) ? digit : otherSign;
});
const threeDigits = /^[1-5]\d\d$/;

const meaningless: Meaning = { patterns: [], isConstant: false };

/** The words of one family's frameworks, asked for once per distinct word. */
const meanings = new WeakMap<CompiledFrameworks, Map<string, Meaning>>();
const rememberedWords = 50_000;

/**
 * All candidates of a text, or of a span of it, in order. Strings and comments are not told apart here: the tree does
 * that.
 */
export function* candidatesIn(
  text: string,
  compiled: CompiledFrameworks,
  scan: ScanContext,
  span: Span = { start: 0, end: text.length },
): Iterable<Candidate> {
  let known = meanings.get(compiled);
  if (!known || known.size > rememberedWords) {
    known = new Map();
    meanings.set(compiled, known);
  }
  for (let offset = span.start, end = offset; offset < span.end; offset = end) {
    end = offset + 1;
    const first = signOf(text.charCodeAt(offset));
    if (first === otherSign) continue;
    if (first === digit) {
      while (isOfNumber(text.charCodeAt(end))) end++;
      if (end - offset === 3 && threeDigits.test(text.slice(offset, end))) yield { kind: 'number', offset };
      continue;
    }
    while (signOf(text.charCodeAt(end)) !== otherSign) end++;
    const word = text.slice(offset, end);
    let meaning = known.get(word);
    if (meaning === undefined) {
      meaning = meaningOf(word, compiled);
      known.set(word, meaning);
    }
    const canMatch = meaning.patterns.some((pattern) => {
      const isUsed = scan.uses(pattern.framework);
      return (
        (isUsed || pattern.framework.withoutImport === true) &&
        (scan.tells?.(pattern, isUsed) ?? true) &&
        placeFits(text, offset, word, pattern, isUsed)
      );
    });
    if (canMatch || (scan.aliases.size > 0 && scan.aliases.has(word))) yield { kind: 'word', offset, word };
    else if (meaning.isConstant || isMemberOfCodes(text, offset, word)) yield { kind: 'constant', offset, word };
  }
}

function signOf(code: number): number {
  return signs[code] ?? otherSign;
}

/** `0x1F`, `1.5`: a letter, a digit or a point, but no `$`. */
function isOfNumber(code: number): boolean {
  return code === 46 || (code !== 36 && signOf(code) !== otherSign);
}

/** `requests.codes.not_found`: small letters alone would be any name. */
function isMemberOfCodes(text: string, offset: number, word: string): boolean {
  return (
    text.charCodeAt(offset - 1) === 46 &&
    text.charCodeAt(offset - 2) === 115 &&
    text.startsWith('codes.', offset - 6) &&
    codeOfConstant(word) !== undefined
  );
}

function meaningOf(word: string, compiled: CompiledFrameworks): Meaning {
  if (word.length < 2) return meaningless;
  const patterns = [...compiled.atWord(word)];
  for (const place of compiled.places) patterns.push(...takenAt(place, word));
  const isConstant = /^[A-Z]/.test(word) && codeOfConstant(word) !== undefined;
  return patterns.length > 0 || isConstant ? { patterns, isConstant } : meaningless;
}

/** The patterns whose hole takes what a word has there: `METHOD` `post`, `REASONException` `NotFoundException`. */
function takenAt({ prefix, suffix, patterns }: AnchorPlace, word: string): readonly CompiledPattern[] {
  if (!word.startsWith(prefix) || !word.endsWith(suffix)) return [];
  const stem = word.slice(prefix.length, word.length - suffix.length);
  const isMethod = methodOf(stem) !== undefined;
  const isReason = commonReason(stem) !== undefined;
  return patterns.filter(({ pattern: { anchor }, framework }) => {
    if (anchor.kind === 'word') return true;
    if (anchor.hole === 'METHOD') return isMethod;
    if (anchor.hole === 'REASON') return isReason || ownReason(framework, stem) !== undefined;
    // `response['Location'] = url` begins with the name of its receiver
    return framework.receivers?.[anchor.hole]?.names.includes(stem) ?? true;
  });
}
