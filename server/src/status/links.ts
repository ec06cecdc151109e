import type { Reference, StatusFacts } from './facts.ts';

/** Link to the section that defines the code. */
export function referenceLink(reference: Reference): string {
  const { document, section, title } = reference;
  const text = isDraft(reference) ? `${title} (draft)` : `${document} §${section}`;
  return `[${text}](${referenceAddress(reference)})`;
}

/** Address of the section that defines the code. */
export function referenceAddress(reference: Reference): string {
  const { document, section } = reference;
  return isDraft(reference)
    ? `https://datatracker.ietf.org/doc/${document}/`
    : sectionAddress(document.replace('RFC ', ''), section);
}

/** A link for `RFC 9110 §15.5.5`; any other text as it is. */
export function sectionLink(text: string): string {
  const [, number, section] = /^RFC (\d+) §([\d.]+)$/.exec(text) ?? [];
  if (number === undefined || section === undefined) return text;
  return `[${text}](${sectionAddress(number, section)})`;
}

export function mdnLink(facts: StatusFacts): string | undefined {
  return facts.mdn === undefined ? undefined : `[MDN](https://developer.mozilla.org/docs/${facts.mdn})`;
}

function isDraft({ document }: Reference): boolean {
  return !document.startsWith('RFC');
}

function sectionAddress(number: string, section: string): string {
  return `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`;
}
