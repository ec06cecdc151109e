import { wholeWord } from '../../syntax/literally.ts';
import type { ResponseEvent } from '../model.ts';
import type { FileContext } from './context.ts';

/**
 * True of a plain object that a name holds and whose parts are put in behind it: `answer = {'statusCode': 200, 'body': ''}`,
 * then `answer['body'] = text`. What it was made with says little of what is given back.
 */
export function isFilledLater(context: FileContext, { expression, node }: ResponseEvent, holder: string): boolean {
  const around = context.functionAround(node)?.node;
  if (expression.kind !== 'object' || !around) return false;
  const part = new RegExp(
    `${wholeWord(holder).source}(?:\\.|\\[['"])(?:statusCode|status|body)(?:['"]\\])?[ \\t]*=(?!=)`,
  );
  return part.test(context.text.slice(node.end, around.end));
}

/** `error.headers = {'Retry-After': '10'}` of an error that a name holds until it is raised. */
export function isGivenFieldsLater(context: FileContext, { kind, node }: ResponseEvent, holder: string): boolean {
  const around = context.functionAround(node)?.node;
  if (kind !== 'raise' || !around) return false;
  const fields = new RegExp(`${wholeWord(holder).source}(?:\\.\\w+)*\\.(?:\\w+_)?headers\\b`, 'i');
  return fields.test(context.text.slice(node.end, around.end));
}
