import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { exportedFunctions, exportsOf } from '../code/exports.ts';
import { joinedPath } from '../code/paths.ts';
import { outermostFunction, parameterStep, routerStep } from '../code/typedNames.ts';
import type { MiddlewareElsewhere, WayElsewhere } from '../knowledge.ts';
import type { Handler } from '../model.ts';
import { isRequiredMiddleware } from '../origins/authentication.ts';
import { addClassRoutes, classOf, pathInClass } from './classRoutes.ts';
import type { Handlers } from './handlers.ts';
import { noPrefix } from './prefixes.ts';
import { returnedNames } from './routerNames.ts';
import { middlewareBefore, mountedName, type Routing, type WrittenRoute } from './routing.ts';

const maximumDepth = 5;

/** Where a router is mounted, in its own file or another. */
interface Way {
  readonly path: string | undefined;
  /** The path stands in the place of the router's own. */
  readonly replacesPrefix: boolean;
  readonly middleware: readonly Expression[];
  readonly elsewhere: readonly MiddlewareElsewhere[];
}

/** Gives the handlers of a file the whole of their routes: what routers are mounted on, what other files route to them. */
export function joinRoutes(context: FileContext, handlers: Handlers, routing: Routing): void {
  addClassRoutes(context, handlers, routing);
  const routes = new Map(routing.routes.map((route) => [route.at, route]));
  for (const handler of [...handlers.all]) {
    const route = handler.routeAt && routes.get(handler.routeAt);
    const ways = route ? waysTo(context, routing, route.router, route.at, 0) : [];
    const before = route ? standingBeforeAll(routing, route) : [];
    const guards = context.knowledge?.guardsOf(handler.framework?.name ?? '') ?? [];
    if (ways.length === 0 && guards.length === 0 && before.length === 0) continue;
    const { path: prefix } = (route && routing.prefixes.get(route.router)) ?? noPrefix;
    const joined = through(handler, ways, guards, prefix);
    handlers.add({ ...joined, middleware: [...before, ...joined.middleware] });
  }
  if (context.knowledge) addRoutesElsewhere(context, handlers);
}

/** Flask's `@blueprint.before_request`, wherever it is written. */
function standingBeforeAll(routing: Routing, route: WrittenRoute): readonly Expression[] {
  const mounts = routing.mounts.filter(({ standsBeforeAll }) => standsBeforeAll);
  return mounts.length === 0 ? [] : middlewareBefore({ ...routing, mounts, prefixes: new Map() }, route);
}

function waysTo(context: FileContext, routing: Routing, router: string, at: SyntaxNode, depth: number): readonly Way[] {
  if (depth > maximumDepth || router === '') return [];
  const local = routing.mounts
    .filter((mount) => mount.router !== router)
    .flatMap((mount): readonly Way[] => {
      const index = mount.handlers.findIndex((each) => mountedName(context, each) === router);
      if (index < 0) return [];
      const own: Way = {
        path: mount.hasPath ? mount.path : '',
        replacesPrefix: mount.replacesPrefix,
        middleware: [
          ...middlewareBefore(routing, mount),
          ...mount.middleware,
          ...(mount.mayBeMiddleware ? mount.handlers.slice(0, index) : []),
        ],
        elsewhere: [],
      };
      const { path: prefix } = routing.prefixes.get(mount.router) ?? noPrefix;
      const outer = waysTo(context, routing, mount.router, mount.at, depth + 1);
      return outer.length === 0
        ? [{ ...own, path: joinedPath(prefix, own.path) }]
        : outer.map((each) => within(each, own, prefix));
    });
  if (local.length > 0 || !context.knowledge) return local;
  return exportsOfRouter(context, router, at).flatMap((path) => context.knowledge?.mountsOf(path).map(wayOf) ?? []);
}

function within(outer: Way, inner: Way, prefix: string | undefined): Way {
  return {
    path: joinedPath(outer.path, joinedPath(outer.replacesPrefix ? '' : prefix, inner.path)),
    replacesPrefix: inner.replacesPrefix,
    middleware: [...outer.middleware, ...inner.middleware],
    elsewhere: [...outer.elsewhere, ...inner.elsewhere],
  };
}

function wayOf({ path, middleware, replacesPrefix = false }: WayElsewhere): Way {
  return { path, replacesPrefix, middleware: [], elsewhere: middleware };
}

/** The names by which others know a router: an exported one, the parameter of an exported function, what that gives. */
function exportsOfRouter(context: FileContext, router: string, at: SyntaxNode): readonly (readonly string[])[] {
  const around = context.language.declaresTypes ? outermostFunction(context, at) : undefined;
  const local = around && router.includes('/') ? router.slice(router.indexOf('/') + 1) : router;
  const definition = context.scopes.definitions(local, around?.body ?? at)[0];
  if (definition?.kind === 'parameter') {
    const exported = pathOfFunction(context, definition.function);
    return exported ? [exported, [...exported, parameterStep(definition.index)]] : [];
  }
  const maker = around && returnedNames(around).includes(local) ? pathOfFunction(context, around) : undefined;
  if (maker) return [[...maker, routerStep]];
  const exported = exportOf(context, router);
  return exported ? [exported] : [];
}

function pathOfFunction(context: FileContext, { node }: Handler['function']): readonly string[] | undefined {
  for (const { path, function: view } of exportedFunctions(context)) if (view.node === node) return path;
  return undefined;
}

function exportOf(context: FileContext, router: string): readonly string[] | undefined {
  for (const [name, thing] of exportsOf(context)) {
    if (thing.kind === 'made' && thing.name === router) return [name];
    // a list of routes
    if (thing.kind === 'other' && name === router) return [name];
    if (thing.kind !== 'object') continue;
    // `module.exports = { router }`
    for (const [inner, member] of thing.members)
      if (member.kind === 'made' && member.name === router) return [name, inner];
  }
  return undefined;
}

function through(
  handler: Handler,
  ways: readonly Way[],
  guards: readonly MiddlewareElsewhere[],
  prefix: string | undefined,
): Handler {
  const [first, ...others] = ways;
  const isOne = others.every(({ path }) => path === first?.path);
  // what only some ways pass is not known to be passed
  const isGuarded = ways.every(
    ({ middleware, elsewhere }) =>
      middleware.some(isRequiredMiddleware) || elsewhere.some(({ isRequired }) => isRequired),
  );
  const taken = first && (isGuarded || others.length === 0) ? first : undefined;
  const own = first?.replacesPrefix ? withoutPrefix(handler.route, prefix) : handler.route;
  return {
    ...handler,
    route: first && isOne ? joinedPath(first.path, own) : handler.route,
    middleware: [...(taken?.middleware ?? []), ...handler.middleware],
    elsewhere: [...guards, ...(taken?.elsewhere ?? []), ...(handler.elsewhere ?? [])],
  };
}

function withoutPrefix(route: string | undefined, prefix: string | undefined): string | undefined {
  const whole = joinedPath('', prefix);
  if (route === undefined || whole === undefined || whole === '/') return route;
  return route.startsWith(whole) ? route.slice(whole.length) : route;
}

function addRoutesElsewhere(context: FileContext, handlers: Handlers): void {
  for (const { path, function: view } of exportedFunctions(context)) {
    const known = handlers.of(view);
    // what another file says of a function of its own goes before
    if (known?.route !== undefined) continue;
    const ways = context.knowledge?.routesTo(path) ?? [];
    if (ways.length > 0) handlers.add(routedElsewhere(context, known ?? withoutRoute(view), ways, ''));
  }
  const routed = new Map<string, readonly WayElsewhere[]>();
  for (const handler of [...handlers.all]) {
    const name = handler.route === undefined ? classOf(context, handler)?.name : undefined;
    if (name === undefined) continue;
    const ways = routed.get(name) ?? context.knowledge?.routesTo([name]) ?? [];
    routed.set(name, ways);
    if (ways.length === 0) continue;
    const rest = pathInClass(handler, ways[0]?.isCollection === true);
    handlers.add(routedElsewhere(context, handler, ways, rest));
  }
}

function withoutRoute(view: Handler['function']): Handler {
  return { function: view, framework: undefined, methods: [], route: undefined, middleware: [], siblingMethods: [] };
}

/** A handler with what the routes of other files say of it; `rest` is how their path goes on to it. */
function routedElsewhere(
  context: FileContext,
  handler: Handler,
  ways: readonly WayElsewhere[],
  rest: string | undefined,
): Handler {
  const [first] = ways;
  const framework = context.compiled.frameworks.find(({ name }) => name === first?.framework);
  const isGuarded = ways.every(({ middleware }) => middleware.some(({ isRequired }) => isRequired));
  const isOne = ways.every((way) => way.path === first?.path);
  const methods = [...new Set(ways.flatMap((way) => way.methods))];
  return {
    ...handler,
    framework: handler.framework ?? framework,
    methods: handler.methods.length > 0 ? handler.methods : methods,
    route: isOne ? joinedPath(first?.path, rest) : undefined,
    elsewhere: [...(handler.elsewhere ?? []), ...(isGuarded || ways.length === 1 ? (first?.middleware ?? []) : [])],
    isRoutedElsewhere: true,
  };
}
