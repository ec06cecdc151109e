import type { Framework } from '../../frameworks/framework.ts';
import type { Bindings } from '../../languages/patterns.ts';
import type { FunctionView } from '../../languages/views.ts';
import type { Response } from '../../responses/model.ts';

/** An idiom with what the receivers are called at a place: `RES.status(STATUS)` becomes `reply.status(STATUS)`. */
export function withReceivers(idiom: string, receivers: ReadonlyMap<string, string>): string {
  return idiom.replace(/\b[A-Z][A-Z_]*\b/g, (hole) => receivers.get(hole) ?? hole);
}

/** The text of each receiver the response's events bound: `RES → reply`, `EVENT → event`. */
export function receiversOf(response: Response): ReadonlyMap<string, string> {
  const receivers = new Map<string, string>();
  const known = Object.keys(response.framework.receivers ?? {});
  for (const event of response.events) {
    for (const [hole, text] of boundReceivers(event.bindings, known))
      if (!receivers.has(hole)) receivers.set(hole, text);
  }
  for (const [hole, local] of parameterReceivers(response.framework, response.handler?.function))
    if (!receivers.has(hole)) receivers.set(hole, local);
  return receivers;
}

/** What the parameters of a function are to a framework, by their names: `RES → reply`. */
export function parameterReceivers(
  { receivers = {} }: Framework,
  view: FunctionView | undefined,
): ReadonlyMap<string, string> {
  const named = (view?.parameters ?? []).flatMap(({ name, properties }) =>
    name === undefined ? [...properties] : [[name, name] as const],
  );
  const found = new Map<string, string>();
  for (const [hole, receiver] of Object.entries(receivers)) {
    // `({ request }) => …` takes it apart under its own name
    const local = named.find(([name]) => receiver.names.includes(name))?.[1];
    if (local) found.set(hole, local);
  }
  return found;
}

function* boundReceivers(bindings: Bindings, known: readonly string[]): Iterable<readonly [string, string]> {
  for (const hole of known) {
    const bound = bindings.get(hole);
    if (bound?.kind !== 'expression') continue;
    let root = bound.expression;
    while (root.kind === 'call' && root.callee.kind === 'member') root = root.callee.object;
    yield [hole, root.node.text];
  }
}
