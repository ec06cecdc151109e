import type { FunctionView } from '../languages/views.ts';
import { commentAbove } from './comments.ts';
import type { FileContext } from './context.ts';
import { methodOf } from './receivers.ts';

/** The route that the comment above a function documents. */
export interface DocumentedRoute {
  readonly method: string;
  readonly path: string;
}

/** `@Router /users/{id} [get]` of swaggo, `swagger:route GET /users users listUsers` of go-swagger. */
const notations = [
  /@Router\s+(?<path>\/\S*)\s+\[(?<method>\w+)\]/i,
  /\bswagger:(?:route|operation)\s+(?<method>[A-Z]+)\s+(?<path>\/\S*)/,
];

export function documentedRoute(context: FileContext, { node }: FunctionView): DocumentedRoute | undefined {
  const comment = commentAbove(context, node.start);
  for (const notation of notations) {
    const { method = '', path } = notation.exec(comment)?.groups ?? {};
    const known = methodOf(method);
    if (known && known !== 'ALL' && path !== undefined) return { method: known, path };
  }
  return undefined;
}
