import type { Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { pathOf } from '../code/paths.ts';
import type { Match } from '../events.ts';

/** What a router brings to its routes by itself: `APIRouter(prefix='/users', dependencies=[Depends(caller)])`. */
export interface Prefix {
  /** Empty where it has none, absent where it cannot be read. */
  readonly path: string | undefined;
  readonly middleware: readonly Expression[];
}

export const noPrefix: Prefix = { path: '', middleware: [] };

/** The prefixes of a file's routers, by the names that hold these. */
export function prefixesOf(context: FileContext, matches: readonly Match[]): ReadonlyMap<string, Prefix> {
  const found = new Map<string, Prefix>();
  for (const { compiled, expression, bindings } of matches) {
    if (compiled.kind !== 'prefixes') continue;
    const path = bindings.get('PATH');
    const app = bindings.get('APP');
    const name =
      context.scopes.nameHolding(expression) ?? (app?.kind === 'expression' ? app.expression.node.text : undefined);
    if (name === undefined) continue;
    found.set(name, {
      path: path?.kind === 'expression' ? pathOf(context, path.expression) : path ? undefined : '',
      middleware: middlewareIn(bindings),
    });
  }
  return found;
}

/** What stands in the `MIDDLEWARE` of a match, lists taken apart. */
export function middlewareIn(bindings: Match['bindings']): readonly Expression[] {
  const bound = bindings.get('MIDDLEWARE');
  const given =
    bound?.kind === 'rest'
      ? bound.arguments.map(({ value }) => value)
      : bound?.kind === 'expression'
        ? [bound.expression]
        : [];
  return given.flatMap((each) => (each.kind === 'list' ? each.elements : [each]));
}
