import type { FileAnalysis } from '../../responses/analysis.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { insert, type TextEdit } from './fix.ts';
import { indentationOf, styleOf } from './style.ts';

/** A statement of its own in front of the one that a place stands in. */
export function statementBefore(file: FileAnalysis, at: SyntaxNode, text: string): readonly TextEdit[] | undefined {
  const place = statementOf(file, at);
  if (!place) return undefined;
  const { newline, semicolon } = styleOf(file);
  const indentation = indentationOf(place.node);
  const statement = `${text}${semicolon}`;
  if (place.alone) {
    const inner = `${indentation}${file.context.language.writing.indentation}`;
    return [
      insert(place.node.start, `{${newline}${inner}${statement}${newline}${inner}`),
      insert(place.node.end, `${newline}${indentation}}`),
    ];
  }
  return [insert(place.node.start, `${statement}${newline}${indentation}`)];
}

/** The statement a node stands in, and whether it is the whole arm of a branch, without braces. */
export function statementOf(
  file: FileAnalysis,
  place: SyntaxNode,
): { readonly node: SyntaxNode; readonly alone: boolean } | undefined {
  const { language } = file.context;
  for (let node = place; node.parent; node = node.parent) {
    const view = language.statement(node.parent);
    if (view.kind === 'block') return { node, alone: false };
    if (view.kind === 'switch' || view.kind === 'function')
      return view.kind === 'switch' ? { node, alone: false } : undefined;
    const isArm = view.kind === 'branch' && node !== view.initializer && node !== view.condition.node;
    if (isArm && language.statement(node).kind !== 'other') {
      return { node, alone: true };
    }
    if (
      language.statement(node).kind === 'exit' ||
      language.statement(node).kind === 'expression' ||
      language.statement(node).kind === 'definition'
    ) {
      const outer = node.parent.parent && language.statement(node.parent.parent);
      if (outer?.kind === 'switch') return { node, alone: false };
      if (outer?.kind === 'branch' && view.kind !== 'other') return { node, alone: true };
    }
  }
  return undefined;
}
