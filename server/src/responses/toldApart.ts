import { wholeWord } from '../syntax/literally.ts';
import { type Atom, waysToHold } from './conditions.ts';
import type { FileContext } from './context.ts';
import { failureIn } from './errorValues.ts';
import type { Flow, Guard } from './flow.ts';
import type { Response } from './model.ts';

/** True of a failure that is not of the kind the code asks for. */
export function isOtherFailure(context: FileContext, { subject, relation }: Atom): boolean {
  return (relation === 'not-of-type' || relation === 'unequal') && failureIn(context, subject) !== undefined;
}

/** `if err != nil { if errors.Is(err, http.ErrNoCookie) { … 401 } … 500 }`: what is left is another matter. */
export function isFailureToldApart(
  context: FileContext,
  flow: Flow,
  guard: Guard & { kind: 'condition' },
  response: Response,
): boolean {
  const tested = waysToHold(guard.condition, guard.holds).flatMap((way) => way.map(({ subject }) => subject.node.text));
  return flow
    .guards(response.sentAt)
    .some(
      (each) =>
        each !== guard &&
        each.kind === 'condition' &&
        guard.node.contains(each.node) &&
        waysToHold(each.condition, each.holds).some((way) =>
          way.some((atom) => tested.includes(atom.subject.node.text) && isOtherFailure(context, atom)),
        ),
    );
}

/** `if 'name' in str(error): abort(400)`: once that was asked, what is left of a kind of errors is another matter. */
export function isToldApart(flow: Flow, { handler }: Guard & { kind: 'caught' }, response: Response): boolean {
  const { binding, body } = handler;
  if (binding === undefined) return false;
  const asks = wholeWord(binding);
  return flow
    .guards(response.sentAt)
    .some((each) => each.kind === 'condition' && body.contains(each.node) && asks.test(each.condition.node.text));
}
