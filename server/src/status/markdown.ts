import type { StatusFacts } from './facts.ts';
import { bodySentence, classAndStanding, confusionLine, httpFence, links, titleOf } from './wording.ts';

export { pageMarkdown } from './pageMarkdown.ts';

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
    list('Send when', facts.sendWhen),
    list('Do not send when', facts.doNotSendWhen),
    list('Headers', headerLines(facts)),
    `**Body** ${bodySentence(facts)} · **Cacheable** ${cacheableWords(facts)}`,
    `**Clients** ${facts.clientsShould.join(' ')}`,
    list('Confused with', facts.confusedWith.map(confusionLine)),
    facts.example === undefined ? '' : httpFence(facts.example),
    links(facts).join(' · '),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return [`**${title}**`, ...items.map((item) => `- ${item}`)].join('\n');
}

/** One line for all header fields that share level and condition: 304 owes six on the same terms. */
function headerLines(facts: StatusFacts): readonly string[] {
  const namesByTerms = new Map<string, string[]>();
  for (const { name, level, condition } of [...(facts.headers ?? []), ...(facts.forbiddenHeaders ?? [])]) {
    const terms = `${level}|${condition}`;
    const names = namesByTerms.get(terms);
    if (names) names.push(name);
    else namesByTerms.set(terms, [name]);
  }
  return [...namesByTerms].map(([terms, names]) => {
    const [level, condition] = terms.split('|');
    return `**${level}** ${names.map((name) => `\`${name}\``).join(', ')} — ${condition}`;
  });
}

function cacheableWords(facts: StatusFacts): string {
  return facts.cacheable ? 'by default' : 'only when it says so';
}
