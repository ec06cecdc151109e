import type { Framework } from '../../frameworks/framework.ts';
import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { joinedPath, pathOf } from '../code/paths.ts';
import { methodNamed, methodOf } from '../code/receivers.ts';
import type { Match } from '../events.ts';
import type { ImportedName } from '../summaries/summary.ts';
import { handedRouters } from './handedRouters.ts';
import { middlewareIn, noPrefix, type Prefix } from './prefixes.ts';
import { holderOf, listOf, nameOfRouter, routersOf } from './routerNames.ts';
import { middlewareOf, pathsOf, type Routers } from './routers.ts';

/** A route as it is written, whatever file its handler stands in. */
export interface WrittenRoute {
  readonly framework: Framework;
  readonly methods: readonly string[];
  /** Below what the router brings by itself. */
  readonly path: string | undefined;
  /** What it is a route of, whatever groups are between: `router`. */
  readonly router: string;
  /** The group that it is written on, what that is a group of, and so on to the router. */
  readonly routers: readonly string[];
  readonly at: SyntaxNode;
  readonly middleware: readonly Expression[];
  /** Absent where it decorates its handler. */
  readonly handler: Expression | undefined;
  /** Its class answers for a collection and for each item of it. */
  readonly isCollection: boolean;
}

/** Something that is put on a router: middleware, another router. */
export interface WrittenMount {
  readonly framework: string;
  readonly router: string;
  readonly routers: readonly string[];
  readonly path: string | undefined;
  /** False where it goes for every path. */
  readonly hasPath: boolean;
  /** The path stands in the place of the one that the mounted router has by itself. */
  readonly replacesPrefix: boolean;
  readonly at: SyntaxNode;
  /** What stands before what is mounted. */
  readonly middleware: readonly Expression[];
  readonly handlers: readonly Expression[];
  /** False where what is mounted are routers alone, which stand before nothing else. */
  readonly mayBeMiddleware: boolean;
  /** The function it stands in: names mean the same only there. */
  readonly within: SyntaxNode | undefined;
  /** It stands before all routes, also those written above it. */
  readonly standsBeforeAll: boolean;
  /** The function that is given the router, to put its own routes on. */
  readonly handedTo?: ImportedName;
}

/** The routes and mounts that a file writes. */
export interface Routing {
  readonly routes: readonly WrittenRoute[];
  readonly mounts: readonly WrittenMount[];
  /** What its routers bring by themselves, by their names. */
  readonly prefixes: ReadonlyMap<string, Prefix>;
}

export function routingOf(
  context: FileContext,
  matches: readonly Match[],
  prefixes: ReadonlyMap<string, Prefix>,
  routers: Routers,
): Routing {
  const mounts = matches
    .filter(({ compiled }) => compiled.kind === 'mounts')
    .map((match) => mountOf(context, match, routers));
  const routes = matches
    .filter(({ compiled }) => ['routes', 'routeDecorators', 'prefixDecorators'].includes(compiled.kind))
    .map((match) => routeOf(context, match, routers));
  // `r.HandleFunc(path, show)` of `r.HandleFunc(path, show).Methods("GET")` is no route of its own
  const byHandler = new Map<SyntaxNode | undefined, WrittenRoute>();
  for (const route of routes) {
    const known = byHandler.get(route.handler?.node);
    if (!known || route.at.end > known.at.end) byHandler.set(route.handler?.node, route);
  }
  const whole = routes.filter((route) => !route.handler || byHandler.get(route.handler.node) === route);
  const listed = matches
    .filter(({ compiled }) => compiled.kind === 'routeLists')
    .flatMap((match) => listedRoutes(context, match, routers));
  const handed = handedRouters(context, matches, routers);
  const placed = mounts.map((mount) => onRouterOfRoute(context, mount, whole));
  return { routes: [...whole, ...listed], mounts: [...placed, ...handed], prefixes };
}

/** `mux.Handle("/api/", auth(http.StripPrefix("/api", api)))`: a mount that names no router has that of its route. */
function onRouterOfRoute(context: FileContext, mount: WrittenMount, routes: readonly WrittenRoute[]): WrittenMount {
  const route = mount.router === '' ? routes.find(({ handler }) => handler?.node.contains(mount.at)) : undefined;
  if (!route) return mount;
  const wrappers: Expression[] = [];
  for (let node = mount.at.parent; node && route.at !== node; node = node.parent) {
    const view = context.language.expression(node);
    if (view.kind === 'call' && view.node === node) wrappers.unshift(view.callee);
  }
  return {
    ...mount,
    router: route.router,
    routers: route.routers,
    middleware: [...route.middleware, ...wrappers, ...mount.middleware],
  };
}

/** `[(r'/users', Users), (r'/books', Books)]` */
function listedRoutes(context: FileContext, match: Match, routers: Routers): readonly WrittenRoute[] {
  const { bindings, compiled } = match;
  const bound = bindings.get('ROUTES');
  const list = bound?.kind === 'expression' ? context.resolve(bound.expression) : undefined;
  const chain = routersOf(context, match, routers);
  return (list?.kind === 'list' ? list.elements : []).flatMap((pair): readonly WrittenRoute[] => {
    const [path, handler] = pair.kind === 'list' ? pair.elements : [];
    if (!path || !handler) return [];
    return [
      {
        framework: compiled.framework,
        methods: [],
        path: pathOf(context, path),
        router: chain.at(-1) ?? '',
        routers: chain,
        at: pair.node,
        middleware: [],
        handler,
        isCollection: false,
      },
    ];
  });
}

function mountOf(context: FileContext, match: Match, routers: Routers): WrittenMount {
  const { bindings, compiled, expression } = match;
  const given = givenIn(bindings);
  // `app.register(users, { prefix: '/users' })`
  const options = given.at(-1)?.kind === 'object' ? given.at(-1) : undefined;
  const prefix = options?.kind === 'object' ? options.entries.find(({ key }) => key === 'prefix')?.value : undefined;
  const bound = bindings.get('PATH');
  const path = bound?.kind === 'expression' ? bound.expression : prefix;
  const handlers = given
    .filter((each) => each !== options)
    .flatMap((each) => (each.kind === 'list' && bindings.has('HANDLERS') ? each.elements : [each]));
  const decorated = context.language.decorated(expression.node);
  const chain = routersOf(context, match, routers);
  const holder = holderOf(context, expression);
  const share = routers.shareOfMatch(match);
  const outer = pathsBefore(context, share);
  return {
    framework: compiled.framework.name,
    router: chain.at(-1) ?? '',
    routers: chain,
    path: path || outer !== '' ? joinedPath(outer, path ? pathOf(context, path) : '') : undefined,
    hasPath: path !== undefined || bound !== undefined || outer !== '',
    replacesPrefix: compiled.given.replacesPrefix === true && path !== undefined,
    at: expression.node,
    middleware: [...middlewareOf(share), ...middlewareIn(bindings)],
    handlers: decorated
      ? // `@blueprint.before_request` stands above the middleware itself
        [...(decorated.nameNode ? [context.language.expression(decorated.nameNode)] : []), ...decorated.decorators]
      : handlers.length === 0 && holder
        ? [holder]
        : handlers,
    mayBeMiddleware: bindings.has('HANDLERS') || decorated !== undefined,
    within: context.functionAround(expression.node)?.node,
    standsBeforeAll: compiled.given.standsBeforeAll === true,
  };
}

function routeOf(context: FileContext, match: Match, routers: Routers): WrittenRoute {
  const { bindings, compiled, expression } = match;
  const given = givenIn(bindings).flatMap((each) => (each.kind === 'list' ? each.elements : [each]));
  const path = bindings.get('PATH');
  const share = routers.shareOfMatch(match);
  const chain = routersOf(context, match, routers);
  const written = path?.kind === 'expression' ? pathOf(context, path.expression) : path ? undefined : '';
  // `mux.HandleFunc("POST /users", create)`
  const [, method, own] = (written !== undefined && /^(?:([A-Z]+) +)?(.*)$/s.exec(written)) || [];
  return {
    framework: compiled.framework,
    methods: method ? [method] : methodsIn(context, bindings),
    path: joinedPath(pathsBefore(context, share), own),
    router: chain.at(-1) ?? '',
    routers: chain,
    at: expression.node,
    middleware: [...middlewareOf(share), ...middlewareIn(bindings), ...given.slice(0, -1)],
    handler: compiled.kind === 'routes' ? given.at(-1) : undefined,
    isCollection: compiled.given.isCollection === true,
  };
}

export function pathsBefore(context: FileContext, share: ReturnType<Routers['shareOfMatch']>): string | undefined {
  return pathsOf(share)
    .map((each) => pathOf(context, each))
    .reduce<string | undefined>((outer, inner) => joinedPath(outer, inner), '');
}

function methodsIn(context: FileContext, bindings: Match['bindings']): readonly string[] {
  const method = bindings.get('METHOD') ?? bindings.get('METHODS');
  if (method?.kind === 'word') {
    const word = methodOf(method.word);
    return word !== undefined && word !== 'ALL' ? [word] : [];
  }
  const given =
    method?.kind === 'rest'
      ? method.arguments.map(({ value }) => value)
      : method?.kind === 'expression'
        ? [method.expression]
        : [];
  return given
    .map((each) => context.resolve(each))
    .flatMap((value) => (value.kind === 'list' ? value.elements : [value]))
    .flatMap((each) => {
      const word = methodNamed(each);
      return word !== undefined && word !== 'ALL' ? [word] : [];
    });
}

function givenIn(bindings: Match['bindings']): readonly Expression[] {
  const several = bindings.get('HANDLERS');
  if (several?.kind === 'rest') return several.arguments.map(({ value }) => value);
  const one = bindings.get('HANDLER');
  return one?.kind === 'expression' ? [one.expression] : [];
}

/** What stands before a route or mount: what its routers were given before, for every path or for the one at hand. */
export function middlewareBefore(
  { mounts, prefixes }: Routing,
  { router, routers, at, path }: Pick<WrittenRoute, 'router' | 'routers' | 'at' | 'path'>,
): readonly Expression[] {
  const mounted = mounts
    .filter((mount) => mount.mayBeMiddleware && routers.includes(mount.routers[0] ?? ''))
    .filter((mount) => mount.standsBeforeAll || (mount.at.end <= at.start && (mount.within?.contains(at) ?? true)))
    .filter((mount) => !mount.hasPath || (mount.path !== undefined && path !== undefined && isWithin(path, mount.path)))
    .flatMap(({ handlers }) => handlers);
  return [...(prefixes.get(router) ?? noPrefix).middleware, ...mounted];
}

function isWithin(path: string, prefix: string): boolean {
  const bare = prefix.replace(/\/?\*?$/, '');
  return path === bare || path.startsWith(`${bare}/`);
}

/** The router that a mount is given: `users` of `users`, of `users.routes()`, of `users.urls`. */
export function mountedRouter(expression: Expression): Expression {
  if (expression.kind === 'call' && expression.callee.kind === 'member' && expression.arguments.length === 0)
    return expression.callee.object;
  if (expression.kind === 'member' && expression.property === 'urls') return expression.object;
  // `include((routes, 'users'))`
  const [first] = expression.kind === 'list' && expression.isTuple ? expression.elements : [];
  return first ?? expression;
}

/** The name by which the routes of a mounted router know it. */
export function mountedName(context: FileContext, expression: Expression): string {
  const router = mountedRouter(expression);
  if (router.kind === 'list') return listOf(router);
  return router.kind === 'name' ? nameOfRouter(context, router) : router.node.text;
}
