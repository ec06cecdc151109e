import type { Expression, FunctionView } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { nameOfFunction, outermostFunction } from '../code/typedNames.ts';
import type { Match } from '../events.ts';
import type { Routers } from './routers.ts';

/** A list of routes that no name holds, by where it stands. */
export function listOf({ node }: Expression): string {
  return `[${node.start}]`;
}

const farthest = 30;

/**
 * The names of the routers that a route or mount is written on, from the inside out: `users` of `users.get(…)` and what
 * it is a group of, or the list that it stands in, `urlpatterns = [path(…)]`.
 */
export function routersOf(context: FileContext, { bindings, expression }: Match, routers: Routers): readonly string[] {
  const app = bindings.get('APP') ?? bindings.get('API') ?? bindings.get('ANY');
  if (app?.kind !== 'expression') return [listHolding(context, expression)];
  return routers.chainOf(app.expression).map((each) => nameOfRouter(context, each));
}

/** A link of a chain gives its router back; what a chain makes is known by what holds it. */
export function nameOfRouter(context: FileContext, expression: Expression): string {
  let root = expression;
  while (root.kind === 'call' && root.callee.kind === 'member') root = root.callee.object;
  if (root.kind === 'name') {
    const around = outermostFunction(context, root.node);
    return around ? (localRouter(context, around, root.name) ?? root.name) : root.name;
  }
  return root.kind === 'call' ? (nameOfChain(context, root) ?? root.node.text) : root.node.text;
}

/**
 * The name of a router of a function: in Go every function calls its own `r`, so that it bears the name of the function
 * too, `adminRoutes/r`; what others define at the top has its own alone.
 */
export function localRouter(context: FileContext, view: FunctionView, name: string): string | undefined {
  if (!context.language.declaresTypes) return name;
  if (!view.body || context.scopes.topLevel.has(name)) return name;
  const owner = nameOfFunction(view);
  return owner === undefined ? undefined : `${owner}/${name}`;
}

/** The names that a function gives as they are: `return r`. */
export function returnedNames({ body }: FunctionView): readonly string[] {
  return [...(body?.text ?? '').matchAll(/\breturn (\w+)(?=\s*(?:,|\n|\}))/g)].map(([, name = '']) => name);
}

/** `users` of `const users = new Hono().get(…).post(…)` */
function nameOfChain({ language }: FileContext, root: Expression): string | undefined {
  let { node } = root;
  for (let parent = node.parent; parent; parent = parent.parent) {
    const view = language.expression(parent);
    if (view.kind !== 'member' && view.kind !== 'call' && !language.isTransparent(parent)) {
      const statement = language.statement(parent);
      const found = statement.kind === 'definition' ? statement : parent.parent && language.statement(parent.parent);
      return found?.kind === 'definition'
        ? found.bindings.find(({ value }) => value?.node === node || value?.node.contains(node))?.name
        : undefined;
    }
    if (view.kind !== 'other') node = parent;
  }
  return undefined;
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
