import type { Language, LanguageFamily } from '../languages/language.ts';
import { readPattern } from '../languages/patterns.ts';
import type { Grammars } from '../syntax/parser.ts';
import type { Framework, Given } from './framework.ts';

/** How a project answers by code of its own, as it says itself: a pattern in one family of languages. */
export interface ProjectPattern {
  readonly source: string;
  readonly family: LanguageFamily;
  /** No text without it matches. */
  readonly word: string;
  readonly kind: 'send' | 'make' | 'raise';
}

const thrown = /^(?:throw|raise)\s+/;
const responseClass = /(?:Response|Reply|Result|Success)$/;

/** Reads what a project wrote as a pattern of a language whose grammar is loaded; undefined where it is no call there. */
export function readProjectPattern(
  language: Language,
  grammars: Grammars,
  written: string,
): ProjectPattern | undefined {
  const source = written.trim().replace(thrown, '');
  const pattern = readPattern(language, grammars, source);
  if (pattern?.expression.kind !== 'call' || pattern.isReturned || pattern.isDecorator) return undefined;
  const { anchor, expression, constructsByCall } = pattern;
  // a call of anything would be any call
  if (anchor.kind !== 'word') return undefined;
  const { word } = anchor;
  const isMade = expression.constructs || (constructsByCall && /^[A-Z]/.test(word));
  const kindOfMade = responseClass.test(word) ? 'make' : 'raise';
  const kind = thrown.test(written.trim()) ? 'raise' : isMade ? kindOfMade : 'send';
  return { source, family: language.family, word, kind };
}

/** The patterns of a project as a framework that counts before all others. */
export function projectFramework(family: LanguageFamily, patterns: readonly ProjectPattern[]): Framework {
  const ofKind = (kind: ProjectPattern['kind']) =>
    patterns
      .filter((pattern) => pattern.family === family && pattern.kind === kind)
      .map(({ source }) => [source, givenBy(source)] as const);
  return {
    name: 'project patterns',
    title: 'project patterns',
    family,
    side: 'server',
    imports: [],
    withoutImport: true,
    isOfProject: true,
    send: ofKind('send'),
    make: ofKind('make'),
    raise: ofKind('raise'),
  };
}

/** Of what a pattern has no hole for, its helper may do anything. */
function givenBy(source: string): Given {
  return {
    ...(/\bHEADERS\b/.test(source) ? {} : { headers: 'unknown' }),
    ...(/\b(?:BODY|MESSAGE|DATA)\b/.test(source) ? {} : { body: 'unknown' }),
  };
}
