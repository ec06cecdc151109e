import type { Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';

/** True of what no content comes of when it is the body: `null`, `''`, a name for either. */
export function isEmptyContent(context: FileContext, body: Expression): boolean {
  const value = context.resolve(body);
  return value.kind === 'nothing' || (value.kind === 'string' && value.value === '' && value.interpolated.length === 0);
}
