import type { FileAnalysis } from '../../responses/analysis.ts';
import { calleeName } from '../../responses/code/callees.ts';
import type { Response } from '../../responses/model.ts';
import { isCreating, urlBelow } from './createdUrl.ts';
import { replace, type TextEdit } from './fix.ts';
import { statementBefore } from './statements.ts';

const holder = 'created';

/**
 * A name for what a body is made of in place, so that its identifier can be told: `const created = await books.create(…)`
 * before `reply.send(created)`, with the URL that it then has.
 */
export function heldCreation(
  file: FileAnalysis,
  response: Response,
): { readonly url: string; readonly edits: readonly TextEdit[] } | undefined {
  const { context } = file;
  const body = response.body.kind === 'present' ? response.body.expression : undefined;
  if (context.language.family !== 'javascript' || body?.kind !== 'call' || !isCreating(calleeName(body)))
    return undefined;
  if (context.scopes.definitions(holder, body.node).length > 0) return undefined;
  let whole = body.node;
  while (whole.parent && context.language.isTransparent(whole.parent)) whole = whole.parent;
  const url = urlBelow(file, response, `${holder}.${context.language.writing.identifier}`);
  const before = statementBefore(file, response.event.node, `const ${holder} = ${whole.text}`);
  return url === undefined || !before ? undefined : { url, edits: [...before, replace(whole, holder)] };
}
