import { t } from '../localisation.ts';
import { classOf } from './classes.ts';
import { constantFor } from './constants.ts';
import { ecosystemLabel, ecosystems } from './ecosystems.ts';
import type { Cacheability, HeaderRequirement, Retry, StatusFacts } from './facts.ts';
import { sectionLink } from './links.ts';
import { bodySentence, classAndStanding, confusionLine, httpFence, links, titleOf } from './wording.ts';

const retryAdvice: Readonly<Record<Retry, () => string>> = {
  never: () => t('Repeating the request does not help.'),
  'with-changes': () => t('Repeat the request only after changing it.'),
  'after-delay': () => t('Repeat the request after a pause, and back off when it fails again.'),
  'at-once': () => t('The request may be repeated at once.'),
};

const cachingRules: Readonly<Record<Cacheability, () => string>> = {
  'by-default': () => t('A cache may store the response even when it names no lifetime.'),
  explicitly: () => t('A cache may store the response only when its headers allow it.'),
  never: () => t('A cache does not store the response.'),
};

const verificationWords = {
  'source-code': () => t('Read in the source code of the vendor.'),
  'vendor-doc': () => t('Read in the documentation of the vendor.'),
  secondary: () => t('Known from secondary sources only.'),
};

/** The complete page of a code. */
export function pageMarkdown(facts: StatusFacts): string {
  const sections: readonly (readonly [title: string, content: string])[] = [
    [t('Send when'), bullets(facts.sendWhen)],
    [t('Do not send when'), bullets(facts.doNotSendWhen)],
    [t('Clients should'), clientsShould(facts)],
    [t('Confused with'), bullets(facts.confusedWith.map(confusionLine))],
    [t('Example'), facts.example === undefined ? '' : httpFence(facts.example)],
    [t('Headers'), headers(facts)],
    [t('Body'), sentence(bodySentence(facts))],
    [t('Caching'), caching(facts)],
    [t('Methods'), methods(facts)],
    [t('Requirements'), requirements(facts)],
    [t('In practice'), bullets(facts.inPractice ?? [])],
    [t('Constants'), constants(facts)],
    [t('Reason phrases that differ'), differingPhrases(facts)],
    [t('Where this is from'), provenance(facts)],
  ];
  const filled = sections
    .filter(([, content]) => content !== '')
    .map(([title, content]) => `## ${title}\n\n${content}`);
  return `${[...introduction(facts), ...filled].join('\n\n')}\n`;
}

function introduction(facts: StatusFacts): readonly string[] {
  const registryName =
    facts.commonName === undefined ? [] : [t('The registry lists the number as {0}.', `\`${facts.name}\``)];
  const meaning = classOf(facts.code)?.meaning;
  return [
    `# ${titleOf(facts)}`,
    [classAndStanding(facts), ...links(facts)].join(' · '),
    facts.summary,
    ...registryName,
    ...(meaning === undefined ? [] : [`> ${t('{0}: {1}', `${classOf(facts.code)?.digit}xx`, t(meaning))}`]),
  ];
}

/** One line for all header fields of which the same is said: a 304 owes six of them. */
function headers({ headers: owed = [], forbiddenHeaders = [] }: StatusFacts): string {
  const all: readonly (Omit<HeaderRequirement, 'level'> & { readonly level: string })[] = [
    ...owed,
    ...forbiddenHeaders,
  ];
  const terms = new Map<string, readonly string[]>();
  for (const { name, level, condition, value, section, normative, note } of all) {
    const strength = normative === false ? t('{0} (our reading)', level) : level;
    const when = value === undefined ? t(condition) : t('{0}: {1}', t(condition), t(value));
    const said = [`**${strength}** NAMES ${when}`, sectionLink(section), ...(note === undefined ? [] : [note])].join(
      ' · ',
    );
    terms.set(said, [...(terms.get(said) ?? []), `\`${name}\``]);
  }
  return bullets([...terms].map(([said, names]) => said.replace('NAMES', names.join(', '))));
}

function requirements(facts: StatusFacts): string {
  return bullets(
    (facts.requirements ?? []).map(
      ({ level, who, rule, section }) =>
        `**${level}** *${t(who)}* · ${rule.replace(/[.。]$/, '')} · ${sectionLink(section)}`,
    ),
  );
}

/** Whether to repeat is a question only an error raises. */
function clientsShould(facts: StatusFacts): string {
  const advice = facts.code < 400 ? [] : [retryAdvice[facts.retry]()];
  return [bullets(facts.clientsShould), ...advice].join('\n\n');
}

function caching(facts: StatusFacts): string {
  const rule = cachingRules[facts.cacheable]();
  return facts.cacheNote === undefined ? rule : `${rule} ${facts.cacheNote}`;
}

function methods({ methods: names }: StatusFacts): string {
  return names.includes('any') ? '' : names.map((method) => `\`${method}\``).join(', ');
}

function constants(facts: StatusFacts): string {
  const current = ecosystems.flatMap((ecosystem) => {
    const name = constantFor(facts.code, ecosystem);
    return name === undefined ? [] : [[ecosystemLabel(ecosystem), name, t(facts.constantsSince?.[ecosystem] ?? '')]];
  });
  const others = (facts.otherConstants ?? []).map(({ ecosystem, name, note }) => [
    ecosystemLabel(ecosystem),
    name,
    t(note),
  ]);
  const rows = [...current, ...others].map(([label = '', name = '', note = '']) => [
    label,
    `\`${name}\`${note === '' ? '' : t(' ({0})', note)}`,
  ]);
  return table([t('Ecosystem'), t('Constant')], rows);
}

function differingPhrases(facts: StatusFacts): string {
  return bullets(Object.entries(facts.reasonPhrasesDiffering ?? {}).map(([who, phrase]) => `${who}: ${phrase}`));
}

function provenance(facts: StatusFacts): string {
  if (facts.verification === undefined) return '';
  return `${verificationWords[facts.verification]()}\n\n${bullets(facts.sources ?? [])}`;
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
  return /[.。]$/.test(capital) ? capital : `${capital}${t('.')}`;
}
