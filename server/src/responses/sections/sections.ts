import type { Language } from '../../languages/language.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/node.ts';

/** A statement of a file's top level, with the comments before it and at the end of its line. */
export interface Section {
  readonly nodes: readonly SyntaxNode[];
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The sections of a text, in order; between them is nothing but white space. */
export function sectionsOf(language: Language, tree: SyntaxTree): readonly Section[] {
  const sections: Section[] = [];
  let before: SyntaxNode[] = [];
  for (const node of tree.root.children) {
    const isStatement = node.isNamed && !language.isComment(node);
    const last = before.length === 0 ? sections.at(-1) : undefined;
    if (!isStatement && last && !tree.text.slice(last.end, node.start).includes('\n')) {
      sections[sections.length - 1] = sectionOf([...last.nodes, node]);
      continue;
    }
    before.push(node);
    if (!isStatement) continue;
    sections.push(sectionOf(before));
    before = [];
  }
  if (before.length > 0) sections.push(sectionOf(before));
  return sections;
}

function sectionOf(nodes: readonly SyntaxNode[]): Section {
  const [first] = nodes;
  const last = nodes.at(-1);
  return { nodes, start: first?.start ?? 0, end: last?.end ?? 0 };
}
