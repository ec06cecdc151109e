import type { Framework, HandlerClasses } from '../frameworks/framework.ts';
import type { ClassView, Expression, FunctionView } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { FileContext } from './context.ts';
import { documentedRoute } from './documentedRoutes.ts';
import type { Match } from './events.ts';
import type { Handler } from './model.ts';
import { joinedPath, pathOf } from './paths.ts';
import { noPrefix, type Prefix } from './prefixes.ts';
import { methodNamed, methodOf } from './receivers.ts';
import { middlewareOf, pathsOf, type Routers } from './routers.ts';

interface Route {
  readonly framework: Framework;
  readonly methods: readonly string[];
  readonly path: string | undefined;
  readonly handlers: readonly Expression[];
  readonly at: SyntaxNode;
}

/** The functions of a file that answer requests, by the routes, decorators and file places that make them so. */
export class Handlers {
  readonly #context: FileContext;
  readonly #byFunction = new Map<SyntaxNode, Handler>();
  /** Made when first asked for, and anew when another handler becomes known. */
  #methodsByRoute: Map<string, Set<string>> | undefined;
  readonly #routes: Route[] = [];
  readonly #routers: Routers;
  readonly #prefixes: ReadonlyMap<string, Prefix>;
  readonly #routerMiddleware: {
    readonly at: SyntaxNode;
    readonly handlers: readonly Expression[];
    readonly path: string | undefined;
    readonly app: string;
  }[] = [];

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
      if (match.compiled.kind === 'mounts') this.#addMount(match);
    }
    for (const match of matches) {
      if (match.compiled.kind === 'routes') this.#addRoute(match);
    }
    for (const match of matches) {
      if (match.compiled.kind === 'routeDecorators') this.#addDecorated(match, matches);
    }
    this.#addRouteFile();
    this.#addClasses(matches);
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
    return this.#routerMiddleware.flatMap(({ handlers }) => handlers);
  }

  #addMount(match: Match): void {
    const rest = match.bindings.get('HANDLERS');
    const path = match.bindings.get('PATH');
    const app = match.bindings.get('APP');
    if (rest?.kind !== 'rest') return;
    this.#routerMiddleware.push({
      at: match.expression.node,
      handlers: rest.arguments.map(({ value }) => value),
      path: path?.kind === 'expression' ? pathOf(this.#context, path.expression) : undefined,
      app: app?.kind === 'expression' ? app.expression.node.text : '',
    });
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
    const ownPath = pathsOf(share)
      .map((each) => pathOf(this.#context, each))
      .reduceRight<string | undefined>(
        (inner, outer) => joinedPath(outer, inner),
        ownText !== undefined ? bare?.replace(/^(?=[\w{])/, '/') : undefined,
      );
    const route: Route = {
      framework: compiled.framework,
      methods: method ? [method] : methodsOf(this.#context, bindings.get('METHOD'), bindings.get('METHODS')),
      path: prefix === noPrefix ? ownPath : joinedPath(prefix.path, ownPath),
      handlers,
      at: match.expression.node,
    };
    this.#routes.push(route);
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
    for (const { view, wrappers } of this.#functionsIn(expression, 0)) {
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

  /** A function, the one a name stands for, or the ones wrapped by calls: `asyncHandler(async (req, res) => …)`. */
  #functionsIn(expression: Expression, depth: number): { view: FunctionView; wrappers: readonly Expression[] }[] {
    if (depth > 4) return [];
    if (expression.kind === 'function') return [{ view: expression, wrappers: [] }];
    if (expression.kind === 'name') {
      const definition = this.#context.scopes.definitions(expression.name, expression.node)[0];
      if (definition?.kind === 'function') return [{ view: definition.function, wrappers: [] }];
      if (definition?.kind === 'value' && definition.binding.value && definition.binding.path.length === 0) {
        return this.#functionsIn(definition.binding.value, depth + 1);
      }
      return [];
    }
    if (expression.kind === 'member') {
      const method = this.#context.scopes.method(expression.property);
      return method ? [{ view: method, wrappers: [] }] : [];
    }
    if (expression.kind === 'call') {
      const made = expression.arguments.length < 3 ? this.#functionsMadeBy(expression, depth) : [];
      // `requireUser(removeUser)`: what it makes may answer in place of what it is given
      const wrapped = expression.arguments.flatMap(({ value }) =>
        this.#functionsIn(value, depth + 1).map(({ view, wrappers }) => ({
          view,
          wrappers: [expression.callee, ...wrappers],
        })),
      );
      return [...made, ...wrapped];
    }
    return [];
  }

  /** `app.get('/users', listUsers(database))`: what a function of this file gives back is the handler. */
  #functionsMadeBy(
    call: Expression & { kind: 'call' },
    depth: number,
  ): { view: FunctionView; wrappers: readonly Expression[] }[] {
    const [maker] = this.#functionsIn(call.callee, depth + 1);
    const body = maker?.view.body;
    if (!body || this.#context.language.statement(body).kind !== 'block') return [];
    return lastStatements(this.#context, body).flatMap((node) => {
      const exit = this.#context.language.statement(node);
      const value = exit.kind === 'exit' && exit.how === 'return' ? exit.value : undefined;
      return value?.kind === 'function' || value?.kind === 'call' ? this.#functionsIn(value, depth + 2) : [];
    });
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
    const prefix = this.#placeOfClass(around, matches, framework).path ?? '';
    const router = match.bindings.get('ANY');
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

  /** The path that a field or the decorators of a class give to its handlers, and the decorator. */
  #placeOfClass(
    around: ClassView | undefined,
    matches: readonly Match[],
    framework: Framework,
  ): { readonly path: string | undefined; readonly at?: SyntaxNode } {
    const field = around?.fields.find(({ name }) => name === framework.prefixField);
    if (field?.value) return { path: pathOf(this.#context, field.value) };
    const decorator = matches.find(
      ({ compiled, expression }) => compiled.kind === 'prefixDecorators' && around?.decorators.includes(expression),
    );
    const path = decorator?.bindings.get('PATH');
    if (!decorator || path?.kind !== 'expression') return { path: '' };
    // `@users.route('/<id>')` of a namespace with a path
    const router = decorator.bindings.get('API') ?? decorator.bindings.get('ANY');
    const prefix = (router?.kind === 'expression' && this.#prefixes.get(router.expression.node.text)) || noPrefix;
    const own = pathOf(this.#context, path.expression);
    return { path: prefix === noPrefix ? own : joinedPath(prefix.path, own), at: decorator.expression.node };
  }

  /** `class Users(Resource): def get(self): …` */
  #addClasses(matches: readonly Match[]): void {
    const { language, tree, compiled } = this.#context;
    const used = compiled.frameworks.filter((each) => each.handlerClasses && this.#context.uses(each));
    if (used.length === 0) return;
    for (const node of tree.root.namedChildren) {
      const view = language.statement(node);
      if (view.kind !== 'class') continue;
      const bases = view.bases ?? (view.base ? [view.base] : []);
      const framework = used.find(
        ({ handlerClasses }) =>
          !handlerClasses?.bases || bases.some((base) => handlerClasses.bases?.test(lastWord(base))),
      );
      if (framework?.handlerClasses) this.#addMethods(view, bases, framework, framework.handlerClasses, matches);
    }
  }

  #addMethods(
    view: ClassView,
    bases: readonly Expression[],
    framework: Framework,
    classes: HandlerClasses,
    matches: readonly Match[],
  ): void {
    const guards = view.fields
      .filter(({ name }) => classes.guards?.includes(name))
      .flatMap(({ value }) => (value?.kind === 'list' ? value.elements : value ? [value] : []));
    const { path, at } = this.#placeOfClass(view, matches, framework);
    for (const method of view.methods) {
      const methods = methodsByName(classes, method.name ?? '');
      if (!methods || this.#byFunction.has(method.node)) continue;
      this.#byFunction.set(method.node, {
        function: method,
        framework,
        methods,
        route: path === '' ? undefined : path,
        middleware: [...method.decorators, ...view.decorators, ...bases, ...guards],
        siblingMethods: [],
        ...(at ? { routeAt: at } : {}),
      });
    }
  }

  #addRouteFile(): void {
    const { path, compiled } = this.#context;
    for (const framework of compiled.frameworks) {
      if (!this.#context.uses(framework)) continue;
      for (const { path: place, exports } of framework.routeFiles ?? []) {
        const match = place.exec(path);
        if (!match) continue;
        const ofClasses = typeof exports === 'object' ? this.#exportedMethods() : [];
        for (const { name, view } of [...this.#exportedFunctions(), ...ofClasses]) {
          const methods = exportedMethods(exports, name, match.groups?.method);
          if (!methods || this.#byFunction.has(view.node)) continue;
          const route = match.groups?.path;
          this.#byFunction.set(view.node, {
            function: view,
            framework,
            methods,
            route: route === undefined ? undefined : `/${route.replace(/(^|\/)index$/, '')}`,
            middleware: [],
            siblingMethods: [],
          });
        }
      }
    }
  }

  /** The methods of the classes a file exports. */
  #exportedMethods(): readonly { readonly name: string | undefined; readonly view: FunctionView }[] {
    return this.#context.tree.root.namedChildren.flatMap((node) => {
      const view = this.#context.language.statement(node);
      return view.kind === 'class' && view.isExported
        ? view.methods.map((each) => ({ name: each.name, view: each }))
        : [];
    });
  }

  /** The functions a file exports; those of an exported object bear its name. */
  #exportedFunctions(): readonly { readonly name: string | undefined; readonly view: FunctionView }[] {
    const found: { name: string | undefined; view: FunctionView }[] = [];
    for (const node of this.#context.tree.root.namedChildren) {
      const view = this.#context.language.statement(node);
      if (view.kind === 'function' && view.isExported) found.push({ name: view.name, view });
      else if (view.kind === 'definition' && view.isExported) {
        for (const { name, value } of view.bindings) {
          const parts = value?.kind === 'object' ? value.entries.map((entry) => entry.value) : value ? [value] : [];
          for (const part of parts)
            found.push(...this.#functionsIn(part, 0).map((each) => ({ name, view: each.view })));
        }
      } else if (view.kind === 'expression') {
        found.push(...this.#functionsIn(view.expression, 0).map((each) => ({ name: each.view.name, view: each.view })));
      }
    }
    return found;
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

function methodsByName(classes: HandlerClasses, name: string): readonly string[] | undefined {
  const named = classes.named?.[name];
  if (named !== undefined) return named === '' ? [] : [named];
  const [before = '', after = ''] = classes.methods.split('METHOD');
  if (!name.startsWith(before) || !name.endsWith(after)) return undefined;
  const stem = name.slice(before.length, name.length - after.length);
  // `on_get_item` answers for one of several resources of a class
  const word = before === '' ? stem : stem.replace(/_.*$/, '');
  const method = methodOf(word);
  return method && method === word.toUpperCase() ? [method] : undefined;
}

function lastWord(expression: Expression): string {
  if (expression.kind === 'member') return expression.property;
  if (expression.kind === 'call') return lastWord(expression.callee);
  return expression.kind === 'name' ? expression.name : '';
}

function exportedMethods(
  exports: 'methods' | 'default' | Readonly<Record<string, string>>,
  name: string | undefined,
  method: string | undefined,
): readonly string[] | undefined {
  if (exports === 'methods') {
    return name && /^[A-Z]+$/.test(name) && methodOf(name) ? [name] : undefined;
  }
  if (exports === 'default') return method ? [method.toUpperCase()] : [];
  const known = name !== undefined && Object.hasOwn(exports, name) ? exports[name] : undefined;
  return known === undefined ? undefined : known === '' ? [] : known.split(' ');
}

/** The statements of a function's own block, not of those inside it. */
function lastStatements(context: FileContext, body: SyntaxNode): readonly SyntaxNode[] {
  const view = context.language.statement(body);
  if (view.kind !== 'block') return [body];
  return view.statements.length === 1
    ? view.statements.flatMap((node) => lastStatements(context, node))
    : view.statements;
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
