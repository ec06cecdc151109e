import type { Framework } from '../../frameworks/framework.ts';
import type { Expression, FunctionView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { joinedPath, pathOf } from '../code/paths.ts';
import { methodNamed, methodOf } from '../code/receivers.ts';
import type { Match } from '../events.ts';
import type { Handler } from '../model.ts';
import { documentedRoute } from './documentedRoutes.ts';
import { classHandlers, placeOfClass } from './handlerClasses.ts';
import { functionsIn } from './handlerFunctions.ts';
import { noPrefix, type Prefix } from './prefixes.ts';
import { routeFileHandlers } from './routeFiles.ts';
import { middlewareOf, pathsOf, type Routers } from './routers.ts';

interface Route {
  readonly framework: Framework;
  readonly methods: readonly string[];
  readonly path: string | undefined;
  readonly at: SyntaxNode;
}

/** The functions of a file that answer requests, by the routes, decorators and file places that make them so. */
export class Handlers {
  readonly #context: FileContext;
  readonly #byFunction = new Map<SyntaxNode, Handler>();
  /** Made when first asked for, and anew when another handler becomes known. */
  #methodsByRoute: Map<string, Set<string>> | undefined;
  readonly #routers: Routers;
  readonly #prefixes: ReadonlyMap<string, Prefix>;
  readonly #mounted: Expression[] = [];

  constructor(
    context: FileContext,
    matches: readonly Match[],
    prefixes: ReadonlyMap<string, Prefix>,
    routers: Routers,
  ) {
    this.#context = context;
    this.#prefixes = prefixes;
    this.#routers = routers;
    for (const match of matches) {
      const before = match.compiled.kind === 'mounts' ? match.bindings.get('HANDLERS') : undefined;
      if (before?.kind === 'rest') this.#mounted.push(...before.arguments.map(({ value }) => value));
    }
    for (const match of matches) {
      if (match.compiled.kind === 'routes') this.#addRoute(match);
    }
    for (const match of matches) {
      if (match.compiled.kind === 'routeDecorators') this.#addDecorated(match, matches);
    }
    for (const handler of [...routeFileHandlers(context), ...classHandlers(context, prefixes, matches)]) {
      // what a route says of a function goes before what its name or place says
      if (!this.#byFunction.has(handler.function.node)) this.#byFunction.set(handler.function.node, handler);
    }
  }

  /** True of the function that answers, not of one inside it. */
  isHandler(view: FunctionView | undefined): boolean {
    return view !== undefined && this.#byFunction.has(view.node);
  }

  /** What is known of a function as a handler. */
  of(view: FunctionView): Handler | undefined {
    return this.#byFunction.get(view.node);
  }

  /** The handler a place belongs to: that of the innermost function that is one. */
  around(node: SyntaxNode): Handler | undefined {
    for (let around = this.#context.functionAround(node); around; ) {
      const handler = this.#byFunction.get(around.node) ?? this.#documented(around);
      if (handler) return handler;
      const parent: SyntaxNode | undefined = around.node.parent;
      around = parent && this.#context.functionAround(parent);
    }
    return undefined;
  }

  /** A handler whose route another file makes, but a comment documents. */
  #documented(view: FunctionView): Handler | undefined {
    const route = documentedRoute(this.#context, view);
    if (!route) return undefined;
    const { method, path } = route;
    const handler: Handler = {
      function: view,
      framework: undefined,
      methods: [method],
      route: path,
      middleware: [],
      siblingMethods: [],
    };
    this.add(handler);
    return handler;
  }

  get all(): Iterable<Handler> {
    return this.#byFunction.values();
  }

  /** Everything that stands in front of the handlers of a file, wherever it is mounted. */
  get mounted(): readonly Expression[] {
    return this.#mounted;
  }

  #addRoute(match: Match): void {
    const { bindings, compiled } = match;
    const path = bindings.get('PATH');
    const rest = bindings.get('HANDLERS');
    const single = bindings.get('HANDLER');
    const given =
      rest?.kind === 'rest'
        ? rest.arguments.map(({ value }) => value)
        : single?.kind === 'expression'
          ? [single.expression]
          : [];
    // `router.get('user', '/users/:id', show)`: the route has a name
    const named = given[0]?.kind === 'string' ? given[0] : undefined;
    const handlers = [...optionsIn(bindings), ...(named ? given.slice(1) : given)].flatMap(partsOf);
    const app = bindings.get('APP');
    const appText = app?.kind === 'expression' ? app.expression.node.text : '';
    const share =
      app?.kind === 'expression' ? this.#routers.shareOf(app.expression, match.expression.node) : { middleware: [] };
    const after = bindings.get('MIDDLEWARE');
    const before = [
      ...(this.#prefixes.get(appText) ?? noPrefix).middleware,
      ...middlewareOf(share),
      ...(after?.kind === 'rest' ? after.arguments.map(({ value }) => value) : []),
    ];
    const own = named ?? (path?.kind === 'expression' ? this.#context.resolve(path.expression) : undefined);
    // `mux.HandleFunc("POST /users", create)`; Azure's routes begin without a slash
    const ownText = own && pathOf(this.#context, own);
    const [, method, bare] = /^(?:([A-Z]+) +)?(.*)$/s.exec(ownText ?? '') ?? [];
    const prefix = this.#prefixes.get(appText) ?? noPrefix;
    // `books.Methods("DELETE").HandlerFunc(remove)` stands at the path of its router
    const isPathless = path === undefined && named === undefined;
    const ownPath =
      pathsOf(share)
        .map((each) => pathOf(this.#context, each))
        .reduceRight<string | undefined>(
          (inner, outer) => joinedPath(outer, inner),
          ownText !== undefined ? bare?.replace(/^(?=[\w{])/, '/') : isPathless ? '' : undefined,
        ) || undefined;
    const route: Route = {
      framework: compiled.framework,
      methods: method ? [method] : methodsOf(this.#context, bindings.get('METHOD'), bindings.get('METHODS')),
      path: prefix === noPrefix ? ownPath : joinedPath(prefix.path, ownPath),
      at: match.expression.node,
    };
    const last = handlers.at(-1);
    if (last?.kind === 'list') {
      for (const element of last.elements) this.#addFunction(element, route, before);
      return;
    }
    handlers.forEach((handler, index) => {
      // what stands before the last handler is middleware; a function written there answers as well
      const middleware = [
        ...before,
        ...handlers.slice(0, index).flatMap((each) => (each.kind === 'list' ? each.elements : [each])),
      ];
      if (index === handlers.length - 1 || handler.kind === 'function') this.#addFunction(handler, route, middleware);
    });
  }

  #addFunction(expression: Expression, route: Route, middleware: readonly Expression[]): void {
    for (const { view, wrappers } of functionsIn(this.#context, expression)) {
      this.#byFunction.set(view.node, {
        function: view,
        framework: route.framework,
        methods: route.methods,
        route: route.path,
        middleware: [...middleware, ...wrappers],
        siblingMethods: [],
        routeAt: route.at,
      });
    }
  }

  /** Takes in what is known of a handler from elsewhere. */
  add(handler: Handler): void {
    this.#byFunction.set(handler.function.node, handler);
    this.#methodsByRoute = undefined;
  }

  #addDecorated(match: Match, matches: readonly Match[]): void {
    const { language } = this.#context;
    const decorated = language.decorated(match.expression.node);
    if (!decorated) return;
    const { framework } = match.compiled;
    const own = match.bindings.get('PATH');
    const around = decorated.isMethod ? language.classAround(decorated.node) : undefined;
    const given = methodsOf(this.#context, match.bindings.get('METHOD'), match.bindings.get('METHODS'));
    const methods = given.length > 0 || match.bindings.has('METHODS') ? given : (match.compiled.given.methods ?? []);
    // one function may have several routes
    const earlier = this.#byFunction.get(decorated.node);
    const hasPath = match.compiled.pattern.source.includes('PATH');
    // `@require_POST` says the methods, the table of URLs the path
    const table = hasPath ? undefined : earlier;
    const prefix = placeOfClass(this.#context, this.#prefixes, around, matches, framework).path ?? '';
    const router = match.bindings.get('APP') ?? match.bindings.get('ANY');
    const common = (router?.kind === 'expression' && this.#prefixes.get(router.expression.node.text)) || noPrefix;
    const ownPath = own?.kind === 'expression' ? pathOf(this.#context, own.expression) : '';
    this.#byFunction.set(decorated.node, {
      function: decorated,
      framework,
      methods: [...new Set([...(earlier?.methods ?? []), ...methods])],
      route: hasPath ? joinedPath(joinedPath(common.path, prefix), ownPath) : table?.route,
      middleware: [
        ...common.middleware,
        ...decorated.decorators,
        ...(around?.decorators ?? []),
        ...decorated.parameters.flatMap((each) => each.decorators),
      ],
      siblingMethods: [],
      routeAt: table?.routeAt ?? match.expression.node,
    });
  }

  /** The methods a route answers to, by all the routes of the file that bear its path. */
  methodsOfRoute({ route, framework }: Handler): readonly string[] {
    if (route === undefined) return [];
    if (!this.#methodsByRoute) {
      this.#methodsByRoute = new Map();
      for (const other of this.#byFunction.values()) {
        const key = `${other.framework?.name} ${other.route}`;
        const known = this.#methodsByRoute.get(key) ?? new Set();
        for (const method of other.methods) known.add(method);
        this.#methodsByRoute.set(key, known);
      }
    }
    return [...(this.#methodsByRoute.get(`${framework?.name} ${route}`) ?? [])];
  }
}

/** The object in an `OPTIONS` position of a route, or several. */
function optionsIn(bindings: Match['bindings']): readonly Expression[] {
  const options = bindings.get('OPTIONS');
  return options?.kind === 'expression' ? [options.expression] : [];
}

/** Of an object among handlers what runs before its `handler`, and that: `{ preHandler: [authenticate], handler }`. */
function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'object') return [expression];
  const isRun = (value: Expression) => ['name', 'member', 'call', 'list', 'function'].includes(value.kind);
  const before = expression.entries.filter(
    ({ key, value }) => /^(?:pre|on|before|guard|middleware)/i.test(key) && isRun(value),
  );
  const auth = expression.entries.find(({ key, value }) => key === 'auth' && demandsCaller(value));
  const handler = expression.entries.find(({ key }) => key === 'handler');
  return [
    ...before.map(({ value }) => value),
    ...(auth ? [{ kind: 'name', node: auth.keyNode, name: auth.key } as const] : []),
    ...(handler ? [handler.value] : []),
  ];
}

/** hapi's `auth: 'jwt'`; not `auth: false`, nor a mode that lets others through as well. */
function demandsCaller(value: Expression): boolean {
  if (value.kind === 'string') return true;
  if (value.kind !== 'object') return false;
  const mode = value.entries.find(({ key }) => key === 'mode')?.value;
  return mode === undefined || (mode.kind === 'string' && mode.value === 'required');
}

function methodsOf(
  context: FileContext,
  ...bounds: readonly (ReturnType<Match['bindings']['get']> | undefined)[]
): readonly string[] {
  for (const bound of bounds) {
    if (bound?.kind === 'word') {
      const method = methodOf(bound.word);
      return method && method !== 'ALL' ? [method] : [];
    }
    if (bound?.kind === 'expression' || bound?.kind === 'rest') {
      const given = bound.kind === 'rest' ? bound.arguments.map(({ value }) => value) : [bound.expression];
      const texts = given
        .map((each) => context.resolve(each))
        .flatMap((value) => (value.kind === 'list' ? value.elements : [value]));
      const methods = texts.flatMap((text) => methodNamed(text) ?? []);
      // what a preflight asks is answered before the handler sees it
      return methods.length > 1 ? methods.filter((method) => method !== 'OPTIONS') : methods;
    }
  }
  return [];
}
