import type { FileContext } from '../code/context.ts';
import { methodOf } from '../code/receivers.ts';
import type { Handler } from '../model.ts';
import { exportedFunctions, exportedMethods } from './handlerFunctions.ts';

/** The handlers that a file has by its place: `app/users/route.ts` exports a function for each method. */
export function routeFileHandlers(context: FileContext): readonly Handler[] {
  const found: Handler[] = [];
  const { path, compiled } = context;
  for (const framework of compiled.frameworks) {
    if (!context.uses(framework)) continue;
    for (const { path: place, exports } of framework.routeFiles ?? []) {
      const match = place.exec(path);
      if (!match) continue;
      const ofClasses = typeof exports === 'object' ? exportedMethods(context) : [];
      for (const { name, view } of [...exportedFunctions(context), ...ofClasses]) {
        const methods = methodsOfExport(exports, name, match.groups?.method);
        if (!methods) continue;
        const route = match.groups?.path;
        found.push({
          function: view,
          framework,
          methods,
          // `(shop)` groups files, not paths
          route:
            route === undefined
              ? undefined
              : `/${route.replace(/\([^()/]+\)\/|(?:^|\/)\([^()/]+\)$/g, '').replace(/(^|\/)index$/, '')}`,
          middleware: [],
          siblingMethods: [],
        });
      }
    }
  }
  return found;
}

function methodsOfExport(
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
