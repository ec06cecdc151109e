import type { CallView } from '../../languages/views.ts';
import type { FileAnalysis } from '../analysis.ts';
import { exclude } from '../code/exclusion.ts';
import type { ResponseEvent } from '../model.ts';
import { callsIn } from '../reasons/attempts.ts';

/** What lets another handler answer, though this one has. */
export type HandedOn =
  /** A call that the handler comes to behind its response: `next()`. */
  | { readonly kind: 'called'; readonly call: CallView }
  /** The framework itself, as nothing told it to stop. `call` is what shows that other handlers come behind this one. */
  | { readonly kind: 'not stopped'; readonly call: CallView };

/** How another handler comes to answer behind a response that a middleware has sent; undefined where none does. */
export function handedOnBehind({ context, flow }: FileAnalysis, event: ResponseEvent): HandedOn | undefined {
  const { chain } = event.framework;
  const handler = event.function;
  if (!chain || !handler?.body || event.receiver === undefined) return undefined;
  // most handlers let nobody run: that is seen before the calls of each are looked through for each response
  const { text } = handler.body;
  if (![chain.parameter, chain.method].some((name) => name !== undefined && text.includes(`${name}(`)))
    return undefined;
  const calls = callsIn(context, handler.body).filter(
    ({ node }) => context.functionAround(node)?.node === handler.node,
  );
  const handing = calls.filter((call) => isHanding(call, event));
  const [first] = handing;
  if (!first) return undefined;
  const { stops } = chain;
  const isStopped = calls.some(
    ({ callee, node }) =>
      callee.kind === 'member' &&
      stops?.test(callee.property) &&
      (node === event.node || flow.dominates(node, event.node) || flow.mayReach(event.node, node)),
  );
  if (isStopped) return undefined;
  const called = handing.find(
    ({ node }) =>
      node.start >= event.node.end && flow.mayReach(event.node, node) && !exclude(context, flow, event.node, node),
  );
  if (called) return { kind: 'called', call: called };
  // who writes what the handlers behind it left comes after them
  const isBehind = handing.some(({ node }) => flow.mayReach(node, event.node));
  return stops && !isBehind ? { kind: 'not stopped', call: first } : undefined;
}

function isHanding({ callee, arguments: given }: CallView, { framework, receiver }: ResponseEvent): boolean {
  const { parameter, method } = framework.chain ?? {};
  // with an argument it hands on an error, and whoever writes errors sees what has been sent
  if (callee.kind === 'name') return callee.name === parameter && given.length === 0;
  if (callee.kind !== 'member' || callee.property !== method) return false;
  return [callee.object, ...given.map(({ value }) => value)].some(({ node }) => node.text === receiver);
}
