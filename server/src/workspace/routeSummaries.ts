import type { Expression } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { FileContext } from '../responses/code/context.ts';
import { thingOf } from '../responses/code/exports.ts';
import { routerStep, typedName } from '../responses/code/typedNames.ts';
import { guardIn, letsOnlyAuthenticatedThrough } from '../responses/origins/authentication.ts';
import { noPrefix } from '../responses/routes/prefixes.ts';
import {
  middlewareBefore,
  mountedName,
  mountedRouter,
  type Routing,
  type WrittenMount,
} from '../responses/routes/routing.ts';
import type { ImportedName } from '../responses/summaries/summary.ts';
import type { GuardSummary, MiddlewareSummary, MountSummary, RouteSummary } from './fileSummary.ts';
import { guardsAll } from './mayBeIndexed.ts';

/** The routes of a file whose handlers other files define. */
export function routeSummaries({ context, routing }: FileAnalysis): readonly RouteSummary[] {
  return routing.routes.flatMap((route) => {
    const before = middlewareBefore(routing, route);
    return (route.handler ? referencesOf(context, route.handler, 0) : []).map(({ to, wrappers }) => ({
      framework: route.framework.name,
      methods: route.methods,
      ...placeOf(routing, route.router, route.path),
      router: route.router,
      middleware: middleware(context, [...before, ...route.middleware, ...wrappers]),
      ...(route.isCollection ? { isCollection: true } : {}),
      to,
    }));
  });
}

/** The routers that a file puts under paths. */
export function mountSummaries({ context, routing }: FileAnalysis): readonly MountSummary[] {
  return routing.mounts.flatMap((mount) => {
    const before = [...middlewareBefore(routing, mount), ...mount.middleware];
    return mount.handlers.flatMap((handler, index) =>
      mountTargets(context, mount, handler).map(
        (to): MountSummary => ({
          framework: mount.framework,
          router: mount.router,
          ...placeOf(routing, mount.router, mount.hasPath ? mount.path : ''),
          ...(mount.replacesPrefix ? { replacesPrefix: true } : {}),
          middleware: middleware(context, [
            ...before,
            ...(mount.mayBeMiddleware ? mount.handlers.slice(0, index) : []),
          ]),
          to,
        }),
      ),
    );
  });
}

/** Where something stands on a router: nothing where any part of it cannot be read. */
function placeOf({ prefixes }: Routing, router: string, path: string | undefined): { path?: string; prefix?: string } {
  const { path: prefix } = prefixes.get(router) ?? noPrefix;
  if (path === undefined || prefix === undefined) return {};
  return { path, ...(prefix === '' ? {} : { prefix }) };
}

function mountTargets(context: FileContext, mount: WrittenMount, handler: Expression): readonly MountSummary['to'][] {
  if (mount.handedTo) return [mount.handedTo];
  const made = handler.kind === 'call' ? typedName(context, handler.callee) : undefined;
  if (made) return [{ source: made.source, path: [...made.path, routerStep] }];
  const table = context.compiled.frameworks.find(({ name }) => name === mount.framework)?.routeTable;
  // `include('shop.urls')`
  if (table !== undefined && handler.kind === 'string') return [{ source: handler.value, path: [table] }];
  const expression = mountedRouter(handler);
  const targets: MountSummary['to'][] = [];
  // `include(shop.urls)`: a module of routes, or the routes of a router
  const module = table === undefined ? undefined : referenceOf(context, handler, 0);
  if (table !== undefined && module) targets.push({ ...module.to, path: [...module.to.path, table] });
  const found = referenceOf(context, expression, 0);
  if (found && found.wrappers.length === 0) targets.push(found.to);
  else if (expression.kind === 'name' || expression.kind === 'list')
    targets.push({ router: mountedName(context, expression) });
  return targets;
}

interface Reference {
  readonly to: ImportedName;
  readonly wrappers: readonly Expression[];
}

/** The name of another file that an expression is, through what wraps it. */
function referenceOf(context: FileContext, expression: Expression, depth: number): Reference | undefined {
  return referencesOf(context, expression, depth)[0];
}

/** The first is what it most likely is; where types are declared, what the others lead to tells whether they are it. */
function referencesOf(context: FileContext, expression: Expression, depth: number): readonly Reference[] {
  if (depth > 4) return [];
  const required = requiredModule(expression);
  if (required !== undefined) return [{ to: { source: required, path: [] }, wrappers: [] }];
  const thing = expression.kind === 'name' || expression.kind === 'member' ? thingOf(context, expression) : undefined;
  if (thing?.kind === 'import') return [{ to: thing.to, wrappers: [] }];
  if (thing?.kind === 'made' && thing.of?.kind === 'import') return [{ to: thing.of.to, wrappers: [] }];
  if (expression.kind === 'call') {
    const { callee } = expression;
    // `UserView.as_view()`
    if (callee.kind === 'member' && /^(?:as_view|bind)$/.test(callee.property))
      return referencesOf(context, callee.object, depth + 1);
    const given = expression.arguments.flatMap(({ value }) =>
      referencesOf(context, value, depth + 1).map(({ to, wrappers }) => ({ to, wrappers: [callee, ...wrappers] })),
    );
    if (!context.language.declaresTypes) return given.slice(0, 1);
    // `s.listUsers()`, which makes the handler
    return given.length > 0 ? given : referencesOf(context, callee, depth + 1);
  }
  // `(req, res) => users.create(req, res)`
  if (expression.kind === 'function' && expression.body) {
    const call = context.language.expression(expression.body);
    if (call.kind === 'call' && call.callee.kind === 'member') return referencesOf(context, call.callee, depth + 1);
  }
  return [];
}

/** `require('./users')` */
function requiredModule(expression: Expression): string | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name' || expression.callee.name !== 'require')
    return undefined;
  const source = expression.arguments[0]?.value;
  return source?.kind === 'string' ? source.value : undefined;
}

function middleware(context: FileContext, expressions: readonly Expression[]): readonly MiddlewareSummary[] {
  return expressions
    .filter(({ kind }) => kind === 'name' || kind === 'member' || kind === 'call')
    .map((expression) => {
      const from = referenceOf(context, guardIn(expression), 0)?.to;
      return {
        text: expression.node.text.slice(0, 80),
        isRequired: letsOnlyAuthenticatedThrough(context, expression),
        ...(from ? { from } : {}),
      };
    });
}

/**
 * `app.useGlobalGuards(new JwtAuthGuard())`, `{ provide: APP_GUARD, useClass: JwtAuthGuard }`; interceptors stand before all
 * as well, and may make something else of what is returned.
 */
export function guardSummaries({ context }: FileAnalysis): readonly GuardSummary[] {
  const { text } = context;
  if (!guardsAll.test(text)) return [];
  const guards: GuardSummary[] = [];
  const patterns = [/\buseGlobalGuards\(\s*new\s+(\w+)/g, /\bprovide:\s*APP_GUARD,\s*useClass:\s*(\w+)/g];
  for (const pattern of patterns) {
    for (const [, name = ''] of text.matchAll(pattern)) {
      const isRequired = /(?:auth|jwt|session|token|login)\w*guard$/i.test(name) && !/optional/i.test(name);
      guards.push({ framework: 'nest', text: name, isRequired });
    }
  }
  for (const [, inCall, provided] of text.matchAll(interceptsAll)) {
    const name = inCall ?? provided ?? '';
    const isKnown = /^\w+$/.test(name);
    if (!isKnown || !looksOn.test(name))
      guards.push({ framework: 'nest', text: `UseInterceptors(${isKnown ? name : ''})`, isRequired: false });
  }
  return guards;
}

const interceptsAll =
  /\buseGlobalInterceptors\(\s*(?:new\s+)?(\w*)|\bprovide:\s*APP_INTERCEPTOR,\s*(?:useClass:\s*(?=\w)|use\w+:\s*)(\w*)/g;
/** `LoggingInterceptor` leaves alone what is returned. */
const looksOn = /log|metric|trac|sentry|audit|telemetry|timeout|cache|serializer/i;
