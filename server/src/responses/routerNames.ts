import type { Expression } from '../languages/views.ts';
import type { FileContext } from './context.ts';
import type { Match } from './events.ts';
import type { Routers } from './routers.ts';

/** A list of routes that no name holds, by where it stands. */
export function listOf({ node }: Expression): string {
  return `[${node.start}]`;
}

const farthest = 30;

/**
 * The name of the router that a route or mount is written on: `users` of `users.get(…)`, or of the list that it stands
 * in, `urlpatterns = [path(…)]`.
 */
export function routerOf(context: FileContext, { bindings, expression }: Match, routers: Routers): string {
  const app = bindings.get('APP') ?? bindings.get('API') ?? bindings.get('ANY');
  if (app?.kind !== 'expression') return listHolding(context, expression);
  // a link of a chain gives its router back
  let root = routers.rootOf(app.expression);
  while (root.kind === 'call' && root.callee.kind === 'member') root = root.callee.object;
  return root.node.text;
}

/** The name that holds what a call gives: `api` of `api = Api(app)`. */
export function holderOf(context: FileContext, { node }: Expression): Expression | undefined {
  for (let parent = node.parent, steps = 0; parent && steps < 3; parent = parent.parent, steps++) {
    const view = context.language.statement(parent);
    if (view.kind !== 'definition') continue;
    const binding = view.bindings.find(({ value }) => value?.node === node);
    return binding && { kind: 'name', node: binding.nameNode, name: binding.name };
  }
  return undefined;
}

/** The list of routes that an expression stands in, by the name that holds it or is given more of them. */
function listHolding(context: FileContext, { node }: Expression): string {
  const { language } = context;
  let list: Expression | undefined;
  for (let parent = node.parent, steps = 0; parent && steps < farthest; parent = parent.parent, steps++) {
    const statement = language.statement(parent);
    if (statement.kind === 'definition') return statement.bindings[0]?.name ?? '';
    if (statement.kind === 'expression') break;
    const view = language.expression(parent);
    if (view.kind === 'list' && !view.isTuple) list = view;
    if (view.kind !== 'call') continue;
    const { callee } = view;
    if (callee.kind === 'member' && /^(?:append|extend)$/.test(callee.property)) return callee.object.node.text;
    // what includes a list, or serves it, knows it by its place
    if (list) return listOf(list);
  }
  return list ? listOf(list) : '';
}
