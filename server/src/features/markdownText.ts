/** Control and format characters that hide text or turn its direction; not those that join letters of some scripts. */
const unseen = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const longest = 200;

/** What has a meaning anywhere in a line, and what makes a bare address a link. */
const meaningful = /[\\`*_[\]<>|~&$@]|:(?=\/)|(?<=mailto|xmpp):|(?<=www)\./gi;
/** What makes a line a heading, a list or a rule. */
const beginning = /^([#+=-])|^(\d{1,9})([.)])/;

/** Text of a workspace as Markdown that shows it, letter by letter, and means nothing. */
export function escapeMarkdown(text: string): string {
  return shown(text)
    .replace(meaningful, '\\$&')
    .replace(beginning, (_, sign?: string, digits = '', mark = '') =>
      sign === undefined ? `${digits}\\${mark}` : `\\${sign}`,
    );
}

/** Text of a workspace as code. */
export function codeSpan(text: string): string {
  const content = shown(text);
  if (content === '') return '';
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const padding = /^`|`$|^ .* $/.test(content) ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** One line, nothing in it that cannot be seen, and no longer than a hover can bear. */
function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(unseen, '\uFFFD');
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
