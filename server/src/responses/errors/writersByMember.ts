import type { Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { isCodeName, isStatusName } from '../code/naming.ts';
import type { Response } from '../model.ts';
import { errorPartsIn, memberSaid } from './errorParts.ts';
import { type ErrorWriter, expressionsOf } from './errorWriters.ts';

/**
 * Where errors are values, handlers that answer with the status an error holds and what else it says:
 * `shelf, err := d.find(name); if err != nil { c.JSON(err.Status, gin.H{"error": err.Message}) }`.
 */
export function writersByMember(context: FileContext, responses: readonly Response[]): readonly ErrorWriter[] {
  if (!context.language.errorsAreValues) return [];
  const found = new Map<string, ErrorWriter>();
  for (const response of responses) {
    const error = errorHolding(context, response);
    if (!error || response.body.kind === 'none') continue;
    const said = expressionsOf(response.body).flatMap((each) =>
      errorPartsIn(context, each, (value) => value.kind === 'name' && value.name === error.name),
    );
    const members = [...new Set(said.map(memberSaid))];
    found.set([error.statusMember, ...members].join(), {
      framework: response.framework.name,
      classes: [],
      statusMember: error.statusMember,
      // which fields a handler sets, each knows for itself
      ways: [{ classes: [], except: [], said: members, isCertain: true, headers: [], hasAllHeaders: false }],
    });
  }
  return [...found.values()];
}

/** The name of what a call gave whose member is the status of a response. */
function errorHolding(
  { scopes }: FileContext,
  { event, statusEvent }: Response,
): { readonly name: string; readonly statusMember: string } | undefined {
  const bound = (statusEvent ?? event).bindings.get('STATUS');
  const status: Expression | undefined = bound?.kind === 'expression' ? bound.expression : undefined;
  if (status?.kind !== 'member' || status.object.kind !== 'name') return undefined;
  if (!isStatusName(status.property) && !isCodeName(status.property)) return undefined;
  const { name, node } = status.object;
  const isGiven = scopes.value(name, node)?.value.kind === 'call';
  return isGiven ? { name, statusMember: status.property } : undefined;
}
