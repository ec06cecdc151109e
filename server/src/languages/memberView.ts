import type { SyntaxNode } from '../syntax/node.ts';
import type { Expression } from './views.ts';

/** `object.property`, as `view` sees the object; something else where the parser found no whole one. */
export function memberView(
  node: SyntaxNode,
  object: SyntaxNode | undefined,
  propertyNode: SyntaxNode | undefined,
  view: (object: SyntaxNode) => Expression,
): Expression {
  if (!propertyNode || !object) return { kind: 'other', node };
  return {
    kind: 'member',
    node,
    get object() {
      return view(object);
    },
    property: propertyNode.text,
    propertyNode,
  };
}
