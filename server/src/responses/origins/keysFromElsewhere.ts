import type { FileContext } from '../code/context.ts';
import type { Definition } from '../code/scope.ts';
import type { Key } from './lookupKeys.ts';

/** What of the request the handlers of other files hand to a method of a class for a parameter. */
export function keysFromElsewhere(
  { knowledge, language }: FileContext,
  { index, function: around }: Definition & { kind: 'parameter' },
): readonly Key[] {
  if (!knowledge?.isHandedKeys || !around.isMethod || around.name === undefined) return [];
  const owner = language.classAround(around.node)?.name;
  return owner === undefined ? [] : knowledge.keysHandedTo(owner, around.name, index);
}
