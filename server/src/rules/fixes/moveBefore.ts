import type { FileAnalysis } from '../../responses/analysis.ts';
import { wholeWord } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { insert, type TextEdit } from './fix.ts';
import { withoutLine } from './lines.ts';
import { statementOf } from './statements.ts';
import { indentationOf, styleOf } from './style.ts';

/** Moves the statement of one place in front of that of another, unless it needs what is defined between them. */
export function moveBefore(file: FileAnalysis, moved: SyntaxNode, other: SyntaxNode): readonly TextEdit[] | undefined {
  const from = statementOf(file, moved);
  const to = statementOf(file, other);
  if (!from || !to || from.alone || to.alone || from.node.parent !== to.node.parent) return undefined;
  const { text } = from.node;
  if (namesDefinedBetween(file, to.node, from.node).some((name) => wholeWord(name).test(text))) return undefined;
  return [
    insert(to.node.start, `${text}${styleOf(file).newline}${indentationOf(to.node)}`),
    withoutLine(file.context.text, from.node),
  ];
}

function namesDefinedBetween({ context }: FileAnalysis, first: SyntaxNode, last: SyntaxNode): readonly string[] {
  const siblings = first.parent?.namedChildren ?? [];
  return siblings.slice(siblings.indexOf(first), siblings.indexOf(last)).flatMap((node) => {
    const view = context.language.statement(node);
    return view.kind === 'definition' ? view.bindings.map(({ name }) => name) : [];
  });
}
