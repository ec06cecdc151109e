import type { SyntaxNode } from './node.ts';

/** The places that a node has for what is remembered of it. */
type Place = 'expressionView' | 'statementView' | 'functionView' | 'classView';

/**
 * What a language makes of nodes, kept as long as they live. In the nodes themselves: a WeakMap of as many entries costs
 * more at every garbage collection than what it saves.
 */
export class NodeMemory<Value> {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  /** What is made of a node, when it is first asked for. */
  of(node: SyntaxNode, make: (node: SyntaxNode) => Value): Value {
    let value = node[this.#place] as Value | undefined;
    if (value === undefined) {
      value = make(node);
      node[this.#place] = value;
    }
    return value;
  }
}
