import { isConstructor } from '../../languages/constructors.ts';
import type { CallView, ClassView } from '../../languages/views.ts';
import type { FileAnalysis } from '../analysis.ts';
import type { FileContext } from '../code/context.ts';
import { callsIn } from '../reasons/attempts.ts';
import type { ImportedName } from '../summaries/summary.ts';
import type { Key } from './lookupKeys.ts';
import { Provenances } from './provenance.ts';

/** What a handler hands to a method of a class of another file: of each argument, what of the request it is. */
export interface HandedKeys {
  /** The class. */
  readonly to: ImportedName;
  readonly method: string;
  readonly keys: readonly (readonly Key[])[];
}

/** What the methods of a controller hand to the services that its constructor is given: `this.books.remove(id, user)`. */
export function handedKeys({ context, handlers }: FileAnalysis): readonly HandedKeys[] {
  const provenances = new Provenances(context);
  return [...handlers.all].flatMap((handler): readonly HandedKeys[] => {
    const { body, isMethod, node } = handler.function;
    const owner = isMethod ? context.language.classAround(node) : undefined;
    if (!owner || !body || handler.methods.length === 0) return [];
    return callsIn(context, body).flatMap((call): readonly HandedKeys[] => {
      const called = serviceMethod(context, owner, call);
      if (!called || call.arguments.some(({ spread, name }) => spread || name !== undefined)) return [];
      return [{ ...called, keys: call.arguments.map(({ value }) => [...provenances.keysIn(value)].sort()) }];
    });
  });
}

function serviceMethod(
  context: FileContext,
  owner: ClassView,
  { callee }: CallView,
): Omit<HandedKeys, 'keys'> | undefined {
  if (callee.kind !== 'member' || callee.object.kind !== 'member' || callee.object.object.node.text !== 'this')
    return undefined;
  const field = callee.object.property;
  const given = owner.methods.find(({ name }) => isConstructor(name))?.parameters ?? [];
  const type = given.find(({ name, isField }) => isField === true && name === field)?.type;
  const imported = type === undefined ? undefined : context.importOf(type);
  return imported && { to: { source: imported.source, path: [imported.name] }, method: callee.property };
}
