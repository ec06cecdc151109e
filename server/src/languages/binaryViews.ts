import type { SyntaxNode } from '../syntax/node.ts';
import type { ComparisonView, Expression, LogicalView } from './views.ts';

/** What the operators of a language with two sides do. All others are operations. */
export interface BinaryOperators {
  readonly comparisons: Readonly<Record<string, ComparisonView['operator']>>;
  readonly logicals: Readonly<Record<string, LogicalView['operator']>>;
}

/** An operator between what all grammars call `left` and `right`; `part` views one of these. */
export function binaryView(
  node: SyntaxNode,
  { comparisons, logicals }: BinaryOperators,
  part: (node: SyntaxNode, field: string) => Expression,
): Expression {
  const operator = node.field('operator')?.text ?? '';
  const sides = {
    node,
    get left() {
      return part(node, 'left');
    },
    get right() {
      return part(node, 'right');
    },
  };
  const comparison = comparisons[operator];
  if (comparison) return Object.assign(sides, { kind: 'comparison', operator: comparison } as const);
  const logical = logicals[operator];
  if (logical) return Object.assign(sides, { kind: 'logical', operator: logical } as const);
  return {
    kind: 'operation',
    node,
    get operands() {
      return [part(node, 'left'), part(node, 'right')];
    },
  };
}
