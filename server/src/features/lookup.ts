import type { PageResult, SearchResult } from '../protocol.ts';
import { referenceAddress } from '../status/links.ts';
import { pageMarkdown } from '../status/markdown.ts';
import { isRegistered, type StatusCode, type StatusFacts, statusFacts } from '../status/registry.ts';
import { searchStatuses } from '../status/search.ts';
import { className, titleOf } from '../status/wording.ts';

/** The codes that a query means, best first; all of them for an empty one. */
export function search(query: string): SearchResult[] {
  return searchStatuses(query).map((facts) => ({
    code: facts.code,
    name: facts.commonName ?? facts.name,
    className: className(facts.code),
    summary: facts.summary,
    registered: isRegistered(facts.code),
  }));
}

/** Everything there is to say about a code. */
export function page(code: StatusCode): PageResult | null {
  const facts = statusFacts(code);
  if (!facts) return null;
  const reference = referenceOf(facts);
  return {
    code,
    title: titleOf(facts),
    markdown: pageMarkdown(facts),
    ...(reference === undefined ? {} : { reference }),
  };
}

function referenceOf({ reference }: StatusFacts): string | undefined {
  return reference && referenceAddress(reference);
}
