import type { Paint } from './output.ts';

/** A page of Markdown as a terminal can show it. */
export function terminalText(markdown: string, paint: Paint): string {
  const lines: string[] = [];
  let table: string[] = [];
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (!fenced && line.startsWith('|')) {
      table.push(line);
      continue;
    }
    lines.push(...columns(table, paint));
    table = [];
    if (line.startsWith('```')) fenced = !fenced;
    else lines.push(fenced ? paint('dim', `    ${line}`) : shownLine(line, paint));
  }
  return [...lines, ...columns(table, paint)].join('\n');
}

function shownLine(line: string, paint: Paint): string {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return paint('bold', line.startsWith('## ') ? heading : heading.toUpperCase());
  return inline(line.replace(/^- /, '• ').replace(/^> /, ''), paint);
}

function inline(text: string, paint: Paint): string {
  return text
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, (_, label: string, address: string) =>
      label === address ? address : `${label} ${paint('dim', address)}`,
    )
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => paint('bold', strong))
    .replace(/`([^`]+)`/g, (_, code: string) => paint('cyan', code));
}

/** A table as columns of equal width, the last as wide as it is. Links in tables show their text only. */
function columns(rows: readonly string[], paint: Paint): readonly string[] {
  const cells = rows
    .filter((row) => !/^\|[\s|-]+\|$/.test(row))
    .map((row) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map(cellText),
    );
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row, index) => {
    const text = row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    return index === 0 ? paint('bold', text) : text;
  });
}

function cellText(cell: string): string {
  return cell
    .trim()
    .replaceAll('\\|', '|')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[`*]/g, '');
}
