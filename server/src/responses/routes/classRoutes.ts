import type { ClassView, Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { joinedPath } from '../code/paths.ts';
import type { Handler } from '../model.ts';
import type { Handlers } from './handlers.ts';
import { noPrefix } from './prefixes.ts';
import type { Routing, WrittenRoute } from './routing.ts';

/** The class that a route leads to: `Users`, `Users()`, `Users.as_view()`. */
function classReference(expression: Expression): Expression | undefined {
  if (expression.kind === 'name' || expression.kind === 'member') return expression;
  if (expression.kind !== 'call') return undefined;
  const { callee } = expression;
  if (callee.kind === 'member' && /^as_view$/.test(callee.property)) return callee.object;
  return expression.constructs ? callee : undefined;
}

/** Gives the methods of classes the routes that their file writes for these. */
export function addClassRoutes(context: FileContext, handlers: Handlers, { routes, prefixes }: Routing): void {
  const byClass = new Map<number, WrittenRoute[]>();
  for (const route of routes) {
    const reference = route.handler && classReference(route.handler);
    const known = reference && localClass(context, reference);
    if (!known) continue;
    const list = byClass.get(known.node.start) ?? [];
    byClass.set(known.node.start, [...list, route]);
  }
  if (byClass.size === 0) return;
  for (const handler of [...handlers.all]) {
    const around = classOf(context, handler);
    const [first, ...others] = (around && byClass.get(around.node.start)) ?? [];
    if (!first || handler.route !== undefined) continue;
    const prefix = prefixes.get(first.router) ?? noPrefix;
    handlers.add({
      ...handler,
      // of several paths none is the one
      route:
        others.length === 0
          ? joinedPath(prefix.path, joinedPath(first.path, pathInClass(handler, first.isCollection)))
          : undefined,
      middleware: [...prefix.middleware, ...first.middleware, ...handler.middleware],
      routeAt: first.at,
    });
  }
}

/** How the path of a class goes on to one of its methods. */
export function pathInClass(handler: Handler, isCollection: boolean): string | undefined {
  const { items } = handler.framework?.handlerClasses ?? {};
  if (!isCollection) return '';
  const name = handler.function.name ?? '';
  if (items?.names.includes(name)) return items.path;
  // an action says its own path: `@action(detail=True)` goes on from an item
  const action = handler.function.decorators.find(
    (each) => each.kind === 'call' && each.callee.kind === 'name' && each.callee.name === 'action',
  );
  if (action?.kind !== 'call') return '';
  const given = (key: string) => action.arguments.find((argument) => argument.name === key)?.value;
  const detail = given('detail');
  const path = given('url_path');
  if (detail?.kind !== 'boolean' || (path && path.kind !== 'string')) return undefined;
  return joinedPath(detail.value ? items?.path : '', path?.kind === 'string' ? path.value : name);
}

export function classOf(context: FileContext, handler: Handler): ClassView | undefined {
  return handler.function.isMethod ? context.language.classAround(handler.function.node) : undefined;
}

function localClass(context: FileContext, reference: Expression): ClassView | undefined {
  const value = context.resolve(reference);
  // an object of a class: `users = Users()`
  const name = value.kind === 'call' && value.constructs ? value.callee : value;
  if (name.kind !== 'name') return undefined;
  const [definition] = context.scopes.definitions(name.name, name.node);
  return definition?.kind === 'class' ? definition.class : undefined;
}
