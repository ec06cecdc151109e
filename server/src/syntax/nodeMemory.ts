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

  get(node: SyntaxNode): Value | undefined {
    return node[this.#place] as Value | undefined;
  }

  set(node: SyntaxNode, value: Value): void {
    node[this.#place] = value;
  }
}
