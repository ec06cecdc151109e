import type { WayElsewhere } from '../responses/knowledge.ts';
import { joinedPath } from '../responses/paths.ts';

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
