import { classOf } from './classes.ts';
import { ecosystemLabels } from './ecosystems.ts';
import type { Cacheability, Ecosystem, Retry, StatusFacts } from './facts.ts';
import { sectionLink } from './links.ts';
import { bodySentence, classAndStanding, confusionLine, httpFence, links, titleOf } from './wording.ts';

const retryAdvice: Readonly<Record<Retry, string>> = {
  never: 'Repeating the request does not help.',
  'with-changes': 'Repeat the request only after changing it.',
  'after-delay': 'Repeat the request after a pause, and back off when it fails again.',
  'at-once': 'The request may be repeated at once.',
};

const cachingRules: Readonly<Record<Cacheability, string>> = {
  'by-default': 'A cache may store the response even when it names no lifetime.',
  explicitly: 'A cache may store the response only when its headers allow it.',
  never: 'A cache does not store the response.',
};

const verificationWords = {
  'source-code': 'Read in the source code of the vendor.',
  'vendor-doc': 'Read in the documentation of the vendor.',
  secondary: 'Known from secondary sources only.',
};

/** The complete page of a code. */
export function pageMarkdown(facts: StatusFacts): string {
  const sections: readonly (readonly [title: string, content: string])[] = [
    ['Send when', bullets(facts.sendWhen)],
    ['Do not send when', bullets(facts.doNotSendWhen)],
    ['Clients should', clientsShould(facts)],
    ['Confused with', bullets(facts.confusedWith.map(confusionLine))],
    ['Example', facts.example === undefined ? '' : httpFence(facts.example)],
    ['Headers', headersTable(facts)],
    ['Body', sentence(bodySentence(facts))],
    ['Caching', caching(facts)],
    ['Methods', methods(facts)],
    ['Requirements', requirementsTable(facts)],
    ['In practice', bullets(facts.inPractice ?? [])],
    ['Constants', constants(facts)],
    ['Reason phrases that differ', differingPhrases(facts)],
    ['Where this is from', provenance(facts)],
  ];
  const filled = sections
    .filter(([, content]) => content !== '')
    .map(([title, content]) => `## ${title}\n\n${content}`);
  return `${[...introduction(facts), ...filled].join('\n\n')}\n`;
}

function introduction(facts: StatusFacts): readonly string[] {
  const registryName = facts.commonName === undefined ? [] : [`The registry lists the number as \`${facts.name}\`.`];
  const meaning = classOf(facts.code)?.meaning;
  return [
    `# ${titleOf(facts)}`,
    [classAndStanding(facts), ...links(facts)].join(' · '),
    facts.summary,
    ...registryName,
    ...(meaning === undefined ? [] : [`> ${classOf(facts.code)?.digit}xx: ${meaning}`]),
  ];
}

function headersTable(facts: StatusFacts): string {
  const owed = (facts.headers ?? []).map(({ name, level, condition, value, section, normative, note }) => [
    `\`${name}\``,
    normative === false ? `${level} (our reading)` : level,
    value === undefined ? condition : `${condition}: ${value}`,
    sectionLink(section),
    note ?? '',
  ]);
  const forbidden = (facts.forbiddenHeaders ?? []).map(({ name, level, condition, section }) => [
    `\`${name}\``,
    level,
    condition,
    sectionLink(section),
    '',
  ]);
  return table(['Header', 'Level', 'When', 'Source', 'Note'], [...owed, ...forbidden]);
}

function requirementsTable(facts: StatusFacts): string {
  const rows = (facts.requirements ?? []).map(({ level, who, rule, section }) => [
    level,
    who,
    rule,
    sectionLink(section),
  ]);
  return table(['Level', 'Who', 'Rule', 'Source'], rows);
}

/** Whether to repeat is a question only an error raises. */
function clientsShould(facts: StatusFacts): string {
  const advice = facts.code < 400 ? [] : [retryAdvice[facts.retry]];
  return [bullets(facts.clientsShould), ...advice].join('\n\n');
}

function caching(facts: StatusFacts): string {
  const rule = cachingRules[facts.cacheable];
  return facts.cacheNote === undefined ? rule : `${rule} ${facts.cacheNote}`;
}

function methods(facts: StatusFacts): string {
  return facts.methods.map((method) => (method === 'any' ? 'any' : `\`${method}\``)).join(', ');
}

function constants(facts: StatusFacts): string {
  const current = ecosystems.flatMap((ecosystem) => {
    const name = facts.constants?.[ecosystem];
    return name === undefined ? [] : [[ecosystemLabels[ecosystem], name, facts.constantsSince?.[ecosystem] ?? '']];
  });
  const others = (facts.otherConstants ?? []).map(({ ecosystem, name, note }) => [
    ecosystemLabels[ecosystem],
    name,
    note,
  ]);
  const rows = [...current, ...others].map(([label = '', name = '', note = '']) => [label, `\`${name}\``, note]);
  return table(['Ecosystem', 'Constant', 'Note'], rows);
}

const ecosystems = Object.keys(ecosystemLabels) as Ecosystem[];

function differingPhrases(facts: StatusFacts): string {
  return bullets(Object.entries(facts.reasonPhrasesDiffering ?? {}).map(([who, phrase]) => `${who}: ${phrase}`));
}

function provenance(facts: StatusFacts): string {
  if (facts.verification === undefined) return '';
  return `${verificationWords[facts.verification]}\n\n${bullets(facts.sources ?? [])}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function sentence(text: string): string {
  const capital = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return capital.endsWith('.') ? capital : `${capital}.`;
}
