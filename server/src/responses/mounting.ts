import type { Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { isRequiredMiddleware } from './authentication.ts';
import type { FileContext } from './context.ts';
import { exportedFunctions, exportsOf } from './exports.ts';
import type { Handlers } from './handlers.ts';
import type { MiddlewareElsewhere, WayElsewhere } from './knowledge.ts';
import type { Handler } from './model.ts';
import { joinedPath, middlewareBefore, mountedRouter, type Routing } from './routing.ts';

const maximumDepth = 5;

/** Where a router is mounted, in its own file or another. */
interface Way {
  readonly path: string | undefined;
  readonly middleware: readonly Expression[];
  readonly elsewhere: readonly MiddlewareElsewhere[];
}

/** Gives the handlers of a file the whole of their routes: what routers are mounted on, what other files route to them. */
export function joinRoutes(context: FileContext, handlers: Handlers, routing: Routing): void {
  const joined = new Map<SyntaxNode, Handler>();
  for (const handler of handlers.all) {
    const route = routing.routes.find(({ at }) => isRouteOf(at, handler));
    const ways = route ? waysTo(context, routing, route.router, route.at, 0) : [];
    const guards = context.knowledge?.guardsOf(handler.framework?.name ?? '') ?? [];
    if (ways.length === 0 && guards.length === 0) continue;
    joined.set(handler.function.node, through(handler, ways, guards));
  }
  for (const [, handler] of joined) handlers.add(handler);
  if (context.knowledge) addRoutesElsewhere(context, handlers);
}

/** The route that gave a handler its methods and path is the one that names or holds it. */
function isRouteOf(at: SyntaxNode, handler: Handler): boolean {
  return handler.routeAt === at;
}

function waysTo(context: FileContext, routing: Routing, router: string, at: SyntaxNode, depth: number): readonly Way[] {
  if (depth > maximumDepth) return [];
  const local = routing.mounts
    .filter((mount) => mount.router !== router)
    .flatMap((mount): readonly Way[] => {
      const index = mount.handlers.findIndex((each) => mountedRouter(each).node.text === router);
      if (index < 0) return [];
      const own: Way = {
        path: mount.hasPath ? mount.path : '',
        middleware: [
          ...middlewareBefore(routing, mount.router, mount.at, mount.path),
          ...mount.handlers.slice(0, index),
        ],
        elsewhere: [],
      };
      const outer = waysTo(context, routing, mount.router, mount.at, depth + 1);
      return outer.length === 0 ? [own] : outer.map((each) => within(each, own));
    });
  if (local.length > 0 || !context.knowledge) return local;
  const exported = exportOf(context, router, at);
  return exported ? context.knowledge.mountsOf(exported).map(wayOf) : [];
}

function within(outer: Way, inner: Way): Way {
  return {
    path: joinedPath(outer.path, inner.path),
    middleware: [...outer.middleware, ...inner.middleware],
    elsewhere: [...outer.elsewhere, ...inner.elsewhere],
  };
}

function wayOf({ path, middleware }: WayElsewhere): Way {
  return { path, middleware: [], elsewhere: middleware };
}

/** The name by which others know a router: an exported one, or the parameter of an exported function. */
function exportOf(context: FileContext, router: string, at: SyntaxNode): readonly string[] | undefined {
  const definition = context.scopes.definitions(router, at)[0];
  if (definition?.kind === 'parameter') {
    const around = definition.function.node;
    for (const exported of exportedFunctions(context)) if (exported.function.node === around) return exported.path;
    return undefined;
  }
  for (const [name, thing] of exportsOf(context)) {
    if (thing.kind === 'made' && thing.name === router) return [name];
    if (thing.kind !== 'object') continue;
    // `module.exports = { router }`
    for (const [inner, member] of thing.members)
      if (member.kind === 'made' && member.name === router) return [name, inner];
  }
  return undefined;
}

function through(handler: Handler, ways: readonly Way[], guards: readonly MiddlewareElsewhere[]): Handler {
  const [first, ...others] = ways;
  const isOne = others.every(({ path }) => path === first?.path);
  // what only some ways pass is not known to be passed
  const isGuarded = ways.every(
    ({ middleware, elsewhere }) =>
      middleware.some(isRequiredMiddleware) || elsewhere.some(({ isRequired }) => isRequired),
  );
  const taken = first && (isGuarded || others.length === 0) ? first : undefined;
  return {
    ...handler,
    route: first && isOne ? joinedPath(first.path, handler.route) : handler.route,
    middleware: [...(taken?.middleware ?? []), ...handler.middleware],
    elsewhere: [...guards, ...(taken?.elsewhere ?? []), ...(handler.elsewhere ?? [])],
  };
}

function addRoutesElsewhere(context: FileContext, handlers: Handlers): void {
  for (const { path, function: view } of exportedFunctions(context)) {
    if (handlers.isHandler(view)) continue;
    const ways = context.knowledge?.routesTo(path) ?? [];
    const [first] = ways;
    if (!first) continue;
    const framework = context.compiled.frameworks.find(({ name }) => name === first.framework);
    const isGuarded = ways.every(({ middleware }) => middleware.some(({ isRequired }) => isRequired));
    const isOne = ways.every((way) => way.path === first.path);
    handlers.add({
      function: view,
      framework,
      methods: [...new Set(ways.flatMap(({ methods }) => methods))],
      route: isOne ? first.path : undefined,
      middleware: [],
      elsewhere: isGuarded || ways.length === 1 ? first.middleware : [],
      siblingMethods: [],
    });
  }
}
