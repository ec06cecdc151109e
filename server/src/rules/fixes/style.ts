import type { FileAnalysis } from '../../responses/analysis.ts';
import type { SyntaxNode } from '../../syntax/node.ts';

/** How a file is written, so that what a fix adds looks like the rest of it. */
export interface Style {
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
  readonly newline: '\n' | '\r\n';
}

const styles = new WeakMap<object, Style>();

export function styleOf(file: FileAnalysis): Style {
  const { tree, language } = file.context;
  let style = styles.get(tree);
  if (!style) {
    // what comments quote says nothing of code, nor do the quotes round Python's docstrings
    const code = tree.text.replace(/\/\*[\s\S]*?\*\/|"""|'''/g, '');
    const single = count(code, /'/g);
    const double = count(code, /"/g);
    style = {
      quote: language.writing.quote ?? (double > single ? '"' : "'"),
      semicolon: language.writing.hasSemicolons && count(tree.text, /;[ \t]*\r?$/gm) > 0 ? ';' : '',
      newline: tree.text.includes('\r\n') ? '\r\n' : '\n',
    };
    styles.set(tree, style);
  }
  return style;
}

export function quoted(file: FileAnalysis, text: string): string {
  const { quote } = styleOf(file);
  return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** The white space the line of a node begins with. */
export function indentationOf(node: SyntaxNode): string {
  const { text } = node.tree;
  const lineStart = text.lastIndexOf('\n', node.start - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, node.start))?.[0] ?? '';
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
