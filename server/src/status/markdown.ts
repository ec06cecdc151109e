import { t } from '../localisation.ts';
import type { Cacheability, HeaderRequirement, StatusFacts } from './facts.ts';
import { asClause, bodySentence, classAndStanding, confusionLine, httpFence, links, titleOf } from './wording.ts';

export { pageMarkdown } from './pageMarkdown.ts';

const cacheableWords: Readonly<Record<Cacheability, () => string>> = {
  'by-default': () => t('by default'),
  explicitly: () => t('only when its headers allow it'),
  never: () => t('never'),
};

/** The nearest neighbours come first in the files; the page shows all of them. */
const confusionsShown = 3;

/** What a hover shows about a code; it has to be read at a glance, the page has the rest. */
export function hoverMarkdown(facts: StatusFacts): string {
  return `${hoverHeading(facts)}\n\n${hoverBody(facts)}`;
}

/** The first line: `**404 Not Found** · 4xx Client Error`. */
export function hoverHeading(facts: StatusFacts): string {
  return `**${titleOf(facts)}** · ${classAndStanding(facts)}`;
}

/** Everything below the first line. */
export function hoverBody(facts: StatusFacts): string {
  const blocks = [
    facts.summary,
    list(t('Send when'), facts.sendWhen),
    list(t('Do not send when'), facts.doNotSendWhen),
    list(t('Headers'), headerLines(facts.headers ?? [])),
    `**${t('Body')}** ${bodySentence(facts)} · **${t('Cacheable')}** ${cacheableWords[facts.cacheable]()}`,
    `**${t('Clients should')}** ${facts.clientsShould.map(asClause).join(t('; '))}${t('.')}`,
    list(t('Confused with'), facts.confusedWith.slice(0, confusionsShown).map(confusionLine)),
    facts.example === undefined ? '' : httpFence(facts.example),
    links(facts).join(' · '),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return [`**${title}**`, ...items.map((item) => `- ${item}`)].join('\n');
}

/** One line for all header fields on the same terms: a 304 owes six of them. */
function headerLines(headers: readonly HeaderRequirement[]): readonly string[] {
  const lines = new Map<string, readonly string[]>();
  for (const header of headers) {
    const terms = termsOf(header);
    lines.set(terms, [...(lines.get(terms) ?? []), `\`${header.name}\``]);
  }
  return [...lines].map(([terms, names]) => terms.replace('NAMES', names.join(', ')));
}

/** What a header line says, with a place for the names of the fields. */
function termsOf({ level, condition, value }: HeaderRequirement): string {
  return `**${level}** NAMES ${t(condition)}${value === undefined ? '' : ` — ${t(value)}`}`;
}
