import { spelledBy } from './ecosystems.ts';
import type { Ecosystem, StatusCode, StatusFacts } from './facts.ts';
import { allStatuses, statusFacts } from './registry.ts';

/** Names no ecosystem of the status files has, or that stand for codes without a file. */
const namesElsewhere: Readonly<Record<string, StatusCode>> = {
  teapot: 418,
  iamateapot: 418,
  payloadtoolarge: 413,
  contentdifferent: 210,
  unrecoverableerror: 456,
};

/** What libraries put before the name: `StatusNotFound`, `HTTP_404_NOT_FOUND`, `SC_NOT_FOUND`. */
const prefixed = /^(?:httpstatuscode|httpstatus|httpresponse|statuscode|status|http|sc)(\d{3})?(.*)$/;

/** `404NotFound`, the rest of a name like `Error404NotFound`. */
const numberedName = /^(\d{3})([a-z]+)$/;

const codesByName = new Map<string, StatusCode>(Object.entries(namesElsewhere));
for (const facts of allStatuses) {
  for (const name of namesOf(facts)) codesByName.set(withoutSpelling(name), facts.code);
}

/**
 * The code a constant or phrase names, whatever its spelling: `NOT_FOUND`, `http.StatusNotFound`, `:not_found`.
 * It is for the caller to know that the name stands for a status code at all: `OrderStatus.ACCEPTED` resolves too.
 */
export function codeOfConstant(name: string): StatusCode | undefined {
  const bare = withoutSpelling(name);
  const code = codesByName.get(bare);
  if (code !== undefined) return code;

  const [, digits, rest = ''] = prefixed.exec(bare) ?? numberedName.exec(bare) ?? [];
  const named = codesByName.get(rest);
  if (digits === undefined) return named;
  const numbered = Number(digits);
  if (rest === '') return numbered >= 100 && numbered <= 599 ? numbered : undefined;
  return named === numbered ? named : undefined;
}

/** How an ecosystem writes the code: `StatusCodes.NOT_FOUND`, `http.StatusNotFound`. */
export function constantFor(code: StatusCode, ecosystem: Ecosystem): string | undefined {
  const facts = statusFacts(code);
  if (!facts?.constants?.includes(ecosystem)) return facts?.constantsDiffering?.[ecosystem];
  return spelledBy(ecosystem, facts.commonName ?? facts.name, code);
}

/** Constants in the spelling of their ecosystem are found by the name of the code, and are not listed. */
function namesOf(facts: StatusFacts): readonly string[] {
  const others = (facts.otherConstants ?? []).map(({ name }) => name);
  const constants = [...Object.values(facts.constantsDiffering ?? {}), ...others].filter(isName);
  const phrases = Object.values(facts.reasonPhrasesDiffering ?? {});
  return [...constants, ...phrases, facts.commonName ?? facts.name];
}

/** Django's calls with arguments and its plain `HttpResponse` name a class of responses, not a code. */
function isName(constant: string): boolean {
  return !constant.includes('(') && constant !== 'HttpResponse';
}

/** Without namespace, case and separators, the spellings of one name are equal. */
function withoutSpelling(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
  return last.toLowerCase().replace(/[^a-z0-9]/g, '');
}
