import type { Framework } from '../frameworks/framework.ts';
import type { Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { FileContext } from './context.ts';
import type { Match } from './events.ts';
import { methodOf } from './receivers.ts';

/** A route as it is written, whatever file its handler stands in. */
export interface WrittenRoute {
  readonly framework: Framework;
  readonly methods: readonly string[];
  readonly path: string | undefined;
  /** The text of what it is a route of: `router`. */
  readonly router: string;
  readonly at: SyntaxNode;
  readonly middleware: readonly Expression[];
  readonly handler: Expression | undefined;
}

/** Something that is put on a router: middleware, another router. */
export interface WrittenMount {
  readonly framework: string;
  readonly router: string;
  readonly path: string | undefined;
  /** False where it goes for every path. */
  readonly hasPath: boolean;
  readonly at: SyntaxNode;
  readonly handlers: readonly Expression[];
}

/** The routes and mounts that a file writes. */
export interface Routing {
  readonly routes: readonly WrittenRoute[];
  readonly mounts: readonly WrittenMount[];
}

export function routingOf(context: FileContext, matches: readonly Match[]): Routing {
  const mounts = matches.filter(({ compiled }) => compiled.kind === 'mounts').map((match) => mountOf(context, match));
  const routes = matches.filter(({ compiled }) => compiled.kind === 'routes').map((match) => routeOf(context, match));
  return { routes, mounts };
}

function mountOf(context: FileContext, { bindings, compiled, expression }: Match): WrittenMount {
  const given = givenIn(bindings);
  // `app.register(users, { prefix: '/users' })`
  const options = given.at(-1)?.kind === 'object' ? given.at(-1) : undefined;
  const prefix = options?.kind === 'object' ? options.entries.find(({ key }) => key === 'prefix')?.value : undefined;
  const bound = bindings.get('PATH');
  const path = bound?.kind === 'expression' ? bound.expression : prefix;
  return {
    framework: compiled.framework.name,
    router: routerIn(bindings),
    path: path && textOf(context, path),
    hasPath: path !== undefined,
    at: expression.node,
    handlers: given
      .filter((each) => each !== options)
      .flatMap((each) => (each.kind === 'list' ? each.elements : [each])),
  };
}

function routeOf(context: FileContext, { bindings, compiled, expression }: Match): WrittenRoute {
  const given = givenIn(bindings).flatMap((each) => (each.kind === 'list' ? each.elements : [each]));
  const method = bindings.get('METHOD');
  const word = method?.kind === 'word' ? methodOf(method.word) : undefined;
  const path = bindings.get('PATH');
  return {
    framework: compiled.framework,
    methods: word !== undefined && word !== 'ALL' ? [word] : [],
    path: path?.kind === 'expression' ? textOf(context, path.expression) : undefined,
    router: routerIn(bindings),
    at: expression.node,
    middleware: given.slice(0, -1),
    handler: given.at(-1),
  };
}

function givenIn(bindings: Match['bindings']): readonly Expression[] {
  const several = bindings.get('HANDLERS');
  if (several?.kind === 'rest') return several.arguments.map(({ value }) => value);
  const one = bindings.get('HANDLER');
  return one?.kind === 'expression' ? [one.expression] : [];
}

function routerIn(bindings: Match['bindings']): string {
  const app = bindings.get('APP');
  if (app?.kind !== 'expression') return '';
  // a link of a chain gives its router back
  let root = app.expression;
  while (root.kind === 'call' && root.callee.kind === 'member') root = root.callee.object;
  return root.node.text;
}

function textOf(context: FileContext, expression: Expression): string | undefined {
  const value = context.resolve(expression);
  return value.kind === 'string' && value.interpolated.length === 0 ? value.value : undefined;
}

/** What stands before a place on a router: what it was given before, for every path or for the one at hand. */
export function middlewareBefore(
  { mounts }: Routing,
  router: string,
  at: SyntaxNode,
  path: string | undefined,
): readonly Expression[] {
  return mounts
    .filter((mount) => mount.router === router && mount.at.end <= at.start)
    .filter((mount) => !mount.hasPath || (mount.path !== undefined && path !== undefined && isWithin(path, mount.path)))
    .flatMap(({ handlers }) => handlers);
}

function isWithin(path: string, prefix: string): boolean {
  const bare = prefix.replace(/\/?\*?$/, '');
  return path === bare || path.startsWith(`${bare}/`);
}

export function joinedPath(prefix: string | undefined, own: string | undefined): string | undefined {
  if (prefix === undefined || own === undefined) return undefined;
  const parts = [prefix, own].map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '');
  return `/${parts.join('/')}`;
}

/** The router that a mount is given: `users` of `users`, of `users.routes()`, of `users.handler`. */
export function mountedRouter(expression: Expression): Expression {
  if (expression.kind === 'call' && expression.callee.kind === 'member' && expression.arguments.length === 0)
    return expression.callee.object;
  return expression;
}
