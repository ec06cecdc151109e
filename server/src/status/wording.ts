import { t } from '../localisation.ts';
import { classOf } from './classes.ts';
import type { Confusion, StatusCode, StatusFacts } from './facts.ts';
import { mdnLink, referenceLink } from './links.ts';
import { reasonPhrase } from './registry.ts';

export function titleOf(facts: StatusFacts): string {
  return `${facts.code} ${facts.commonName ?? facts.name}`;
}

/** `4xx Client Error` */
export function className(code: StatusCode): string {
  const statusClass = classOf(code);
  return statusClass ? `${statusClass.digit}xx ${t(statusClass.name)}` : t('outside 100–599, no HTTP status code');
}

/** `4xx Client Error`, and how the registry sees a code that is not simply current. */
export function classAndStanding(facts: StatusFacts): string {
  const name = className(facts.code);
  if (facts.standing === 'registered') return name;
  return `${name} · ${facts.vendor === undefined ? t(facts.standing) : t('unofficial, {0}', t(facts.vendor))}`;
}

export function confusionLine({ code, question }: Confusion): string {
  return `${question} → **${code} ${reasonPhrase(code) ?? ''}**`;
}

export function bodySentence(facts: StatusFacts): string {
  return facts.bodyNote === undefined ? t(facts.body) : t('{0}: {1}', t(facts.body), facts.bodyNote);
}

export function httpFence(message: string): string {
  return `\`\`\`http\n${message}\n\`\`\``;
}

export function links(facts: StatusFacts): readonly string[] {
  const reference = facts.reference ? referenceLink(facts.reference) : undefined;
  return [reference, mdnLink(facts)].filter((link) => link !== undefined);
}

/** A sentence as a part of a longer one; `GET the resource` keeps its capitals. */
export function asClause(sentence: string): string {
  return sentence.replace(/[.。]$/, '').replace(/^[A-Z](?=[a-z ])(?!\S*[-A-Z])/, (letter) => letter.toLowerCase());
}
