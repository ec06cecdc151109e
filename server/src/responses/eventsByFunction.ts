import type { SyntaxNode } from '../syntax/node.ts';
import type { ResponseEvent } from './model.ts';

/** Events by the function they stand in, so that no response has to look through those of a whole file. */
export class EventsByFunction {
  readonly #order: ReadonlyMap<ResponseEvent, number>;
  readonly #byFunction = new Map<SyntaxNode | undefined, ResponseEvent[]>();
  readonly #around = new Map<SyntaxNode | undefined, readonly ResponseEvent[]>();

  constructor(events: readonly ResponseEvent[]) {
    this.#order = new Map(events.map((event, index) => [event, index]));
    for (const event of events) {
      const list = this.#byFunction.get(event.function?.node);
      if (list) list.push(event);
      else this.#byFunction.set(event.function?.node, [event]);
    }
  }

  /** Those of an event's function and of the functions around that, in the order they were given in. */
  around(event: ResponseEvent): readonly ResponseEvent[] {
    const inner = event.function?.node;
    let found = this.#around.get(inner);
    if (!found) {
      const all = [...(this.#byFunction.get(inner) ?? [])];
      for (let node = inner?.parent; node; node = node.parent) all.push(...(this.#byFunction.get(node) ?? []));
      found = all.sort((one, other) => (this.#order.get(one) ?? 0) - (this.#order.get(other) ?? 0));
      this.#around.set(inner, found);
    }
    return found;
  }
}
