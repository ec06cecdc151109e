import type { CompiledFrameworks, CompiledPattern } from '../frameworks/compiled.ts';
import type { Framework } from '../frameworks/framework.ts';
import { codeOfConstant } from '../status/constants.ts';
import { placeFits } from './candidatePlaces.ts';
import { methodOf, reasonOf } from './receivers.ts';

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

const tokens = /[A-Za-z_$][\w$]*|\d[\w.]*/g;
const threeDigits = /^[1-5]\d\d$/;

/** The words of one family's frameworks, asked for once per distinct word. */
const meanings = new WeakMap<CompiledFrameworks, Map<string, Meaning | undefined>>();
const rememberedWords = 50_000;

/** All candidates of a text, in order. Strings and comments are not told apart here: the tree does that. */
export function* candidatesIn(text: string, compiled: CompiledFrameworks, scan: ScanContext): Iterable<Candidate> {
  let known = meanings.get(compiled);
  if (!known || known.size > rememberedWords) {
    known = new Map();
    meanings.set(compiled, known);
  }
  for (const match of text.matchAll(tokens)) {
    const word = match[0];
    const offset = match.index;
    const first = word.charCodeAt(0);
    if (first >= 48 && first <= 57) {
      if (threeDigits.test(word)) yield { kind: 'number', offset };
      continue;
    }
    let meaning = known.get(word);
    if (meaning === undefined && !known.has(word)) {
      meaning = meaningOf(word, compiled);
      known.set(word, meaning);
    }
    const canMatch = meaning?.patterns.some((pattern) => {
      const isUsed = scan.uses(pattern.framework);
      return (
        (isUsed || pattern.framework.withoutImport === true) &&
        (scan.tells?.(pattern, isUsed) ?? true) &&
        placeFits(text, offset, word, pattern, isUsed)
      );
    });
    if (canMatch || scan.aliases.has(word)) yield { kind: 'word', offset, word };
    else if (meaning?.isConstant || isMemberOfCodes(text, offset, word)) yield { kind: 'constant', offset, word };
  }
}

/** `requests.codes.not_found`: small letters alone would be any name. */
function isMemberOfCodes(text: string, offset: number, word: string): boolean {
  return text.startsWith('codes.', offset - 6) && codeOfConstant(word) !== undefined;
}

function meaningOf(word: string, compiled: CompiledFrameworks): Meaning | undefined {
  if (word.length < 2) return undefined;
  const patterns = compiled.at(word).filter((pattern) => takes(pattern, word));
  const isConstant = /^[A-Z]/.test(word) && codeOfConstant(word) !== undefined;
  return patterns.length > 0 || isConstant ? { patterns, isConstant } : undefined;
}

/** Whether a pattern whose anchor is a hole takes a word: `METHOD` takes `post`, `REASONException` `NotFoundException`. */
function takes({ pattern, framework }: CompiledPattern, word: string): boolean {
  const { anchor } = pattern;
  if (anchor.kind === 'word') return true;
  const stem = word.slice(anchor.prefix.length, word.length - anchor.suffix.length);
  if (anchor.hole === 'METHOD') return methodOf(stem) !== undefined;
  if (anchor.hole === 'REASON') return reasonOf(framework, stem) !== undefined;
  // `response['Location'] = url` begins with the name of its receiver
  return framework.receivers?.[anchor.hole]?.names.includes(stem) ?? true;
}
