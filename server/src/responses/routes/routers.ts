import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import type { Match } from '../events.ts';

/** What a router brings to its routes. */
export interface RouterShare {
  /** The common path; absent where the router has none of its own. */
  readonly path?: Expression | undefined;
  /** The shares of those it is a part of, from the outside in, come before its own. */
  readonly outer?: RouterShare | undefined;
  readonly middleware: readonly Expression[];
}

const maximumDepth = 10;

/** The routers of a file, each perhaps a group of another: `api := r.Group("/api", auth)`, `r.Route("/api", func(r) { … })`. */
export class Routers {
  readonly #context: FileContext;
  readonly #groups = new Map<SyntaxNode, Match>();
  readonly #mounts: readonly Match[];

  constructor(context: FileContext, matches: readonly Match[]) {
    this.#context = context;
    for (const match of matches) {
      if (match.compiled.kind === 'groups') this.#groups.set(match.expression.node, match);
    }
    this.#mounts = matches.filter(({ compiled, bindings }) => compiled.kind === 'mounts' && !bindings.has('PATH'));
  }

  /** What groups bring to the route or mount that a match is; the middleware of routers stands in the order of the text. */
  shareOfMatch({ bindings, expression }: Match): RouterShare {
    const app = bindings.get('APP') ?? bindings.get('ANY');
    const group = app?.kind === 'expression' ? this.#groupOf(app.expression) : undefined;
    return group ? this.#shareOfGroup(group, expression.node, 0) : { middleware: [] };
  }

  /** What groups bring to what is handed a router at a place. */
  shareOfRouter(app: Expression, place: SyntaxNode): RouterShare {
    const group = this.#groupOf(app);
    return group ? this.#shareOfGroup(group, place, 0) : { middleware: [] };
  }

  /** A router and those it is a group of, from the inside out: `users` and `app` in `users := app.Group("/users")`. */
  chainOf(app: Expression, depth = 0): readonly Expression[] {
    const outer = depth < maximumDepth ? this.#groupOf(app)?.bindings.get('APP') : undefined;
    if (outer?.kind !== 'expression') return [app];
    const chain = this.chainOf(outer.expression, depth + 1);
    const root = chain.at(-1);
    // `const app = new Hono().basePath('/v1')`: what is made on the spot has the name of the whole
    return root?.kind === 'call' && root.callee.kind !== 'member' ? [app] : [app, ...chain];
  }

  #groupOf(app: Expression): Match | undefined {
    if (app.kind === 'call') return this.#groups.get(app.node);
    return app.kind === 'name' ? this.#groupOfName(app) : undefined;
  }

  /** What the router that an expression stands for brings to a route. */
  shareOf(app: Expression, route: SyntaxNode, depth = 0): RouterShare {
    if (depth > maximumDepth) return { middleware: [] };
    if (app.kind === 'call') {
      const group = this.#groups.get(app.node);
      return group ? this.#shareOfGroup(group, route, depth) : { middleware: [] };
    }
    const mounted = this.#mountedOn(app.node.text, route);
    const outer = app.kind === 'name' ? this.#groupOfName(app) : undefined;
    return { ...(outer && { outer: this.#shareOfGroup(outer, route, depth) }), middleware: mounted };
  }

  #shareOfGroup({ bindings }: Match, route: SyntaxNode, depth: number): RouterShare {
    const app = bindings.get('APP');
    const path = bindings.get('PATH');
    const handlers = bindings.get('HANDLERS');
    return {
      ...(app?.kind === 'expression' && { outer: this.shareOf(app.expression, route, depth + 1) }),
      ...(path?.kind === 'expression' && { path: path.expression }),
      middleware: handlers?.kind === 'rest' ? handlers.arguments.map(({ value }) => value) : [],
    };
  }

  /** The group that a name is: its value, or the parameter of a function that the group is given. */
  #groupOfName({ name, node }: Expression & { kind: 'name' }): Match | undefined {
    const [definition] = this.#context.scopes.definitions(name, node);
    if (definition?.kind === 'parameter') {
      const { node: around } = definition.function;
      return [...this.#groups.values()].find(({ bindings }) => {
        const handler = bindings.get('HANDLER');
        return handler?.kind === 'expression' && handler.expression.node === around;
      });
    }
    const value = this.#context.scopes.value(name, node);
    return value && value.path.length === 0 ? this.#groups.get(value.value.node) : undefined;
  }

  /** What was mounted on a router before a place, in a function round it. */
  #mountedOn(router: string, place: SyntaxNode): readonly Expression[] {
    return this.#mounts.flatMap(({ bindings, expression }) => {
      const app = bindings.get('APP');
      const handlers = bindings.get('HANDLERS');
      if (app?.kind !== 'expression' || app.expression.node.text !== router || handlers?.kind !== 'rest') return [];
      const around = this.#context.functionAround(expression.node);
      if (expression.node.end > place.start || (around && !around.node.contains(place))) return [];
      return handlers.arguments.map(({ value }) => value);
    });
  }
}

/** All that stands before the routes of a router. */
export function middlewareOf(share: RouterShare): readonly Expression[] {
  return [...(share.outer ? middlewareOf(share.outer) : []), ...share.middleware];
}

/** The paths that a router and those round it put before its routes. */
export function pathsOf(share: RouterShare): readonly Expression[] {
  return [...(share.outer ? pathsOf(share.outer) : []), ...(share.path ? [share.path] : [])];
}
