import type { FunctionView } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { methodOf } from '../code/receivers.ts';

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

/** The lines of comment that end just above a place. */
function commentAbove({ text, language }: FileContext, start: number): string {
  let top = text.lastIndexOf('\n', start - 1) + 1;
  const bottom = top;
  while (top > 0) {
    const above = text.lastIndexOf('\n', top - 2) + 1;
    if (!text.slice(above, top).trimStart().startsWith(language.lineComment)) break;
    top = above;
  }
  return text.slice(top, bottom);
}
