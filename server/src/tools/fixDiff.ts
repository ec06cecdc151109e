import type { TextEdit } from '../rules/fixes/fix.ts';

/** The lines that edits take away and those they put in their place, as a diff without context. Edits do not overlap. */
export function fixDiff(text: string, edits: readonly TextEdit[]): string {
  return blocksOf(text, edits)
    .map(({ start, end, edits: inside }) => {
      let after = '';
      let from = start;
      for (const edit of inside) {
        after += text.slice(from, edit.start) + edit.text;
        from = edit.end;
      }
      after += text.slice(from, end);
      const line = text.slice(0, start).split('\n').length;
      return [`@@ line ${line} @@`, ...marked('-', text.slice(start, end)), ...marked('+', after)].join('\n');
    })
    .join('\n');
}

/** A run of whole lines, without the break at its end, and the edits in it. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly TextEdit[];
}

function blocksOf(text: string, edits: readonly TextEdit[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const end = endOfLine(text, edit.end);
    const last = blocks.at(-1);
    if (last && edit.start <= last.end) {
      blocks.splice(-1, 1, { start: last.start, end: Math.max(last.end, end), edits: [...last.edits, edit] });
    } else blocks.push({ start: text.lastIndexOf('\n', edit.start - 1) + 1, end, edits: [edit] });
  }
  return blocks;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function marked(mark: string, lines: string): readonly string[] {
  return lines.split(/\r?\n/).map((line) => `${mark}${line.replace(/\r$/, '')}`);
}
