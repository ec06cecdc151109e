import type { CallView } from '../../languages/views.ts';
import { calleeName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';

/** True of look-ups that throw when they find nothing, by their name: `findOneOrFail(…)`, `get_object_or_404(…)`. */
export function findsOrThrows(name: string): boolean {
  return /(?:OrFail|OrThrow|orFail|_or_404|or_fail|_or_throw)$/.test(name);
}

/** `User.findById(id)` of `User.findById(id).orFail()`: finding nothing is made to throw. */
export function isMadeToThrow({ language }: FileContext, { node }: CallView): boolean {
  const around = node.parent && language.expression(node.parent);
  return around?.kind === 'member' && around.object.node === node && findsOrThrows(around.property);
}

/** `cursor.fetchone()['id']`, `query.first().id`: a part is taken of what may not be there, and that throws. */
export function isTakenApart({ language }: FileContext, call: CallView): boolean {
  const { node } = call;
  if (!givesOneOrNone.test(calleeName(call))) return false;
  const around = node.parent && language.expression(node.parent);
  if (around?.kind === 'index') return around.object.node === node;
  if (around?.kind !== 'member' || around.object.node !== node) return false;
  const outer = around.node.parent && language.expression(around.node.parent);
  return outer?.kind !== 'call' || outer.callee.node !== around.node;
}

const givesOneOrNone = /^(?:fetch_?(?:one|val|row)|first|(?:scalar_)?one_or_none|find_?one|get_(?:one_)?or_none)$/i;
