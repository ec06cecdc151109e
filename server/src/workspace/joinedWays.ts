import { joinedPath } from '../responses/code/paths.ts';
import type { WayElsewhere } from '../responses/knowledge.ts';
import type { Key } from '../responses/origins/lookupKeys.ts';

/** What a router puts before its own is part of the way; where the router is mounted may say otherwise. */
export function within(
  outer: WayElsewhere,
  inner: WayElsewhere,
  { prefix = '' }: { readonly prefix?: string },
): WayElsewhere {
  return {
    ...inner,
    path: joinedPath(outer.path, joinedPath(outer.replacesPrefix ? '' : prefix, inner.path)),
    middleware: [...outer.middleware, ...inner.middleware],
  };
}

export function alone(way: WayElsewhere, { prefix = '' }: { readonly prefix?: string }): WayElsewhere {
  return { ...way, path: joinedPath(prefix, way.path) };
}

/**
 * What all that hand something over agree on: a part of the request, or now what the URL names and now the caller. Nothing
 * where one hands over something else.
 */
export function commonKeys(given: readonly (readonly Key[])[]): readonly Key[] {
  const [first = []] = given;
  if (given.every((each) => each.join() === first.join())) return first;
  const isOfUrlOrCaller = given.every((each) => each.length > 0 && !each.includes('body'));
  return isOfUrlOrCaller ? [...new Set(given.flat())] : [];
}
