import MiniSearch from 'minisearch';
import type { StatusFacts } from './facts.ts';
import { allStatuses, statusFacts } from './registry.ts';

/** Statuses that answer a query, the best first: a number, its beginning, a class (`5xx`), a phrase or an intent. */
export function searchStatuses(query: string): readonly StatusFacts[] {
  const words = query.trim().toLowerCase();
  if (words === '') return allStatuses;
  if (/^\d{1,3}$/.test(words)) return allStatuses.filter(({ code }) => String(code).startsWith(words));
  if (/^\dxx$/.test(words)) return allStatuses.filter(({ code }) => String(code)[0] === words[0]);
  const found = index()
    .search(words)
    .flatMap(({ id }) => statusFacts(Number(id)) ?? []);
  // Who types the very words of an intent means it, however often other texts repeat them.
  return found.toSorted((one, other) => Number(other.intents.includes(words)) - Number(one.intents.includes(words)));
}

/** Words that are in every query and every text say nothing about a status. */
const emptyWords = new Set(
  'a an and are be by for has have i in is it my of on or our that the this to was with'.split(' '),
);

let built: { readonly statuses: readonly StatusFacts[]; readonly index: MiniSearch<StatusFacts> } | undefined;

/** Built on the first search: most sessions never look a code up. A translation makes other texts to look through. */
function index(): MiniSearch<StatusFacts> {
  if (built?.statuses !== allStatuses) {
    const index = new MiniSearch<StatusFacts>({
      idField: 'code',
      fields: ['code', 'names', 'intents', 'summary', 'prose'],
      extractField: (facts, field) => textOf(facts, field),
      tokenize: tokens,
      processTerm: (term) => {
        const word = term.toLowerCase();
        return emptyWords.has(word) ? null : word;
      },
      searchOptions: {
        boost: { code: 10, names: 6, intents: 5, summary: 2 },
        // Below four letters a changed letter makes another word.
        fuzzy: (term) => (term.length > 3 ? 0.25 : false),
        prefix: (term) => term.length > 2,
        weights: { fuzzy: 0.3, prefix: 0.6 },
        // Common, registered codes come before those only a vendor or WebDAV knows.
        boostDocument: (code) => (statusFacts(Number(code))?.standing === 'registered' ? 1 : 0.3),
      },
    });
    index.addAll(allStatuses);
    built = { statuses: allStatuses, index };
  }
  return built.index;
}

const splitAtBlanks: (text: string, field?: string) => string[] = MiniSearch.getDefault('tokenize');

/** Chinese sets no blanks between words: its pairs of characters are looked for instead. */
function tokens(text: string, field?: string): string[] {
  return splitAtBlanks(text, field).flatMap((word) =>
    (word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).flatMap((run) =>
      /^\p{Script=Han}{3}/u.test(run) ? pairsIn(run) : [run],
    ),
  );
}

function pairsIn(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}

function textOf(facts: StatusFacts, field: string): string {
  if (field === 'code') return String(facts.code);
  if (field === 'names')
    return [facts.name, facts.commonName, ...Object.values(facts.reasonPhrasesDiffering ?? {})].join(' ');
  if (field === 'intents') return facts.intents.join('\n');
  if (field === 'summary') return facts.summary;
  return [...facts.sendWhen, ...(facts.inPractice ?? [])].join('\n');
}
