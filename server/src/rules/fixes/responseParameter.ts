import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { insert, type TextEdit } from './fix.ts';

/** The parameter that gives a handler its response, and the edits that add it where the handler has none. */
export interface ResponseParameter {
  readonly name: string;
  readonly edits: readonly TextEdit[];
  /** What the handler returns. */
  readonly returned: SyntaxNode;
}

/**
 * Where a framework gives a handler the response by the type of a parameter, and what is returned is only its body:
 * `async def create(response: Response, user: NewUser)`. First, since behind it may stand parameters with defaults.
 */
export function responseParameter(file: FileAnalysis, response: Response): ResponseParameter | undefined {
  const { event, framework, body } = response;
  const idiom = framework.idioms?.responseParameter;
  const handler = event.function;
  if (!idiom || !handler?.nameNode || !returnsBodyAlone(response) || body.kind !== 'present' || !body.node)
    return undefined;
  const [name = '', type] = idiom.split(/:\s*/);
  const returned = body.node;
  const present = handler.parameters.find((parameter) => parameter.type === type);
  if (present?.name) return { name: present.name, edits: [], returned };
  if (handler.parameters.some((parameter) => parameter.name === name)) return undefined;
  const first = handler.parameters.find((parameter) => parameter.name !== 'self');
  const { text } = file.context;
  if (!first) {
    const isEmpty = /^\(\s*\)/.test(text.slice(handler.nameNode.end));
    return isEmpty ? { name, edits: [insert(handler.nameNode.end + 1, idiom)], returned } : undefined;
  }
  const gap = /\r?\n\s*$/.exec(text.slice(handler.nameNode.end, first.node.start))?.[0] ?? ' ';
  return { name, edits: [insert(first.node.start, `${idiom},${gap}`)], returned };
}

/** True where a handler's only `return` gives the body, and decorator or parameter say the rest. */
function returnsBodyAlone({ event }: Response): boolean {
  const returns = event.function?.body?.text.match(/^[ \t]*return\b/gm) ?? [];
  return (event.pattern.isReturned || event.pattern.isDecorator) && returns.length === 1;
}
