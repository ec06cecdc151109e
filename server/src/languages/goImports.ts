import { literally } from '../syntax/literally.ts';
import type { ImportView } from './views.ts';
import type { WrittenEdit } from './writing.ts';

/** The packages whose names fixes write. */
const known: Readonly<Record<string, string>> = { errors: 'errors', fmt: 'fmt', http: 'net/http' };

/** What must happen to the imports of a file when it is edited: a package that is missing or not used is an error. */
export function goImportEdits(
  imports: readonly ImportView[],
  text: string,
  edits: readonly WrittenEdit[],
): readonly WrittenEdit[] {
  const after = edited(text, edits);
  const found: WrittenEdit[] = [];
  for (const [name, source] of Object.entries(known)) {
    const isWritten = edits.some((edit) => uses(edit.text, name));
    if (isWritten && !imports.some(({ names }) => names.has(name))) found.push(...added(imports, text, source));
  }
  for (const { names, node } of imports) {
    const [name] = names.keys();
    if (name === undefined || name === '.' || !edits.some((edit) => uses(text.slice(edit.start, edit.end), name)))
      continue;
    if (!uses(after, name)) found.push(removed(text, node.start, node.end));
  }
  return found;
}

function uses(text: string, name: string): boolean {
  return new RegExp(`(?<![.\\w])${literally(name)}\\.`).test(text);
}

function edited(text: string, edits: readonly WrittenEdit[]): string {
  let after = text;
  for (const { start, end, text: written } of edits.toSorted((one, other) => other.start - one.start)) {
    after = after.slice(0, start) + written + after.slice(end);
  }
  return after;
}

/** Where the order of the alphabet puts it, in front of packages that others publish. */
function added(imports: readonly ImportView[], text: string, source: string): readonly WrittenEdit[] {
  const isOwn = (each: ImportView) => !each.source.split('/')[0]?.includes('.');
  const next = imports.find((each) => !isOwn(each) || each.source > source);
  const last = imports.findLast(isOwn);
  const isBlock = (each: ImportView) => each.node.parent?.type === 'import_spec_list';
  if (next && isOwn(next) && isBlock(next)) {
    return [{ start: next.node.start, end: next.node.start, text: `"${source}"\n\t` }];
  }
  if (last && isBlock(last)) return [{ start: last.node.end, end: last.node.end, text: `\n\t"${source}"` }];
  if (next && isBlock(next)) return [{ start: next.node.start, end: next.node.start, text: `"${source}"\n\n\t` }];
  const first = /^(?:import\b)/m.exec(text);
  const place = first?.index ?? (/^package .*\n/m.exec(text)?.[0].length ?? 0) + text.search(/^package /m);
  return [{ start: place, end: place, text: `${first ? '' : '\n'}import "${source}"\n` }];
}

function removed(text: string, start: number, end: number): WrittenEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  // the first of its group, and the only one: the empty line behind it goes too
  const isOnly = /\(\s*$/.test(text.slice(0, lineStart));
  const rest = (isOnly ? /^[ \t]*\r?\n(?:[ \t]*\r?\n)*/ : /^[ \t]*\r?\n/).exec(text.slice(end))?.[0];
  return { start: lineStart, end: end + (rest?.length ?? 0), text: '' };
}
