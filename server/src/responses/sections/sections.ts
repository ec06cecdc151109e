import type { Language } from '../../languages/language.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/node.ts';
import { dividedSection, type Frame } from './frames.ts';

/**
 * A statement of a file's top level, with the comments before it and at the end of its line; of a large one a member, or a
 * piece of what stands round its members.
 */
export interface Section {
  /** None of a piece. */
  readonly nodes: readonly SyntaxNode[];
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The name of a member. */
  readonly name?: string | undefined;
  /** What it is a member or a piece of. */
  readonly within?: Frame | undefined;
  readonly isFraming?: boolean;
}

/**
 * The sections of a text, in order; between them is nothing but white space. Where the parser found no end to a statement,
 * or a wrong one, its pieces lie about at the top level: these are one section, with what lies between them.
 */
export function sectionsOf(language: Language, tree: SyntaxTree, shortest?: number): readonly Section[] {
  return statementsOf(language, tree).flatMap((section) => dividedSection(language, tree, section, shortest));
}

function statementsOf(language: Language, tree: SyntaxTree): readonly Section[] {
  const { children } = tree.root;
  const isPiece = (node: SyntaxNode) => isPieceOfStatement(language, node);
  // what is indented by mistake is no error to every grammar
  if (!children.some(isPiece)) return statementsWithComments(language, tree, children);
  const isBroken = (node: SyntaxNode) => node.hasError || isPiece(node);
  const first = children.findIndex(isBroken);
  const last = children.findLastIndex(isBroken);
  return [
    ...statementsWithComments(language, tree, children.slice(0, first)),
    sectionOf(children.slice(first, last + 1)),
    ...statementsWithComments(language, tree, children.slice(last + 1)),
  ];
}

/** What grammars call a whole statement of a file's top level: `import_statement`, `function_declaration`. */
const statementTypes = /(?:statement|declaration|definition)$|^package_clause$/;

/** Those that neither branch nor leave: what they are need not be looked at. */
const straightTypes = /^expression_statement$|(?:declaration|definition)$/;

/** True of what cannot be all of a top-level statement, and of what leaves a function that is not there. */
function isPieceOfStatement(language: Language, node: SyntaxNode): boolean {
  if (language.isComment(node)) return false;
  if (!statementTypes.test(node.type)) return true;
  if (straightTypes.test(node.type)) return false;
  switch (language.statement(node).kind) {
    case 'exit':
      return true;
    case 'branch':
    case 'loop':
    case 'switch':
    case 'try':
      return /\b(?:return|raise|throw)\b/.test(node.text);
    default:
      return false;
  }
}

function statementsWithComments(
  language: Language,
  tree: SyntaxTree,
  nodes: readonly SyntaxNode[],
): readonly Section[] {
  const sections: Section[] = [];
  let before: SyntaxNode[] = [];
  for (const node of nodes) {
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
