import type { Reference, StatusFacts } from './facts.ts';

/** Link to the section that defines the code. */
export function referenceLink(reference: Reference): string {
  const { document, section, title } = reference;
  if (!document.startsWith('RFC')) return `[${title} (draft)](https://datatracker.ietf.org/doc/${document}/)`;
  return sectionLink(`${document} §${section}`);
}

/** A link for `RFC 9110 §15.5.5`; any other text as it is. */
export function sectionLink(text: string): string {
  const [, number, section] = /^RFC (\d+) §([\d.]+)$/.exec(text) ?? [];
  if (number === undefined || section === undefined) return text;
  return `[${text}](https://www.rfc-editor.org/rfc/rfc${number}#section-${section})`;
}

export function mdnLink(facts: StatusFacts): string | undefined {
  return facts.mdn === undefined ? undefined : `[MDN](https://developer.mozilla.org/docs/${facts.mdn})`;
}
