import type { FileAnalysis } from '../../responses/analysis.ts';
import { returnsAfter } from '../../responses/bodies/returnedBody.ts';
import type { Response } from '../../responses/model.ts';
import { replace, type TextEdit } from './fix.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { isReturned } from './returned.ts';
import { statementOf } from './statements.ts';
import { writtenStatus } from './statusText.ts';

/** Sends the same status without a body, the way the framework says that. */
export function dropBody(file: FileAnalysis, response: Response): readonly TextEdit[] | undefined {
  if (response.body.kind !== 'present' || !response.body.node) return undefined;
  const { event, framework } = response;
  const send = event.expression;
  const carrier = response.events.find((each) => each.body.kind === 'present') ?? event;
  if (carrier !== event && carrier.kind === 'set') {
    const statement = statementOf(file, carrier.node);
    return statement && !statement.alone ? [lineOf(file, statement.node.start, statement.node.end)] : undefined;
  }
  if (isReturnedBehind(file, response)) return returnNothing(file, response);
  const empty = framework.idioms?.sendEmpty;
  if (event.kind === 'send' && empty?.startsWith('RES.') && send.kind === 'call' && send.callee.kind === 'member') {
    const { object } = send.callee;
    // the status is an argument of the call that goes: the new one must take it, or it be said before
    const own = event.status?.origin === 'written' ? response.status?.options[0]?.node : undefined;
    const takesStatus = /\bSTATUS\b/.test(empty);
    if (own && send.argumentsNode?.contains(own) && !takesStatus) return undefined;
    const status = writtenStatus(file, response) ?? '';
    const text = empty.slice('RES'.length).replace(/\bSTATUS\b/, () => status);
    return [{ start: object.node.end, end: send.node.end, text }];
  }
  if (empty && send.kind === 'call') {
    const status = event.bindings.get('STATUS');
    let text = withReceivers(empty, receiversOf(response));
    if (status?.kind === 'expression') text = text.replace(/\bSTATUS\b/, () => status.expression.node.text);
    return /\b[A-Z]{3,}\b/.test(text.replace(status?.kind === 'expression' ? status.expression.node.text : '', ''))
      ? undefined
      : [replace(send.node, text)];
  }
  const value = framework.idioms?.emptyBody;
  return value === undefined ? undefined : [replace(response.body.node, value)];
}

/** `@app.delete(path, status_code=204)` over a function that returns something: the status stays where it is. */
export function isReturnedBehind(file: FileAnalysis, { event, body }: Response): boolean {
  return event.kind === 'set' && body.kind === 'present' && body.node !== undefined && !event.node.contains(body.node)
    ? isReturned(file, body.node)
    : false;
}

function returnNothing(file: FileAnalysis, { event }: Response): readonly TextEdit[] | undefined {
  const body = event.function?.body;
  const values = body ? returnsAfter(file.context, file.flow, body, event.node) : [];
  const edits = values.flatMap((value) => {
    // what a call does has to be done all the same
    if (!value || value.kind === 'call' || !isReturned(file, value.node)) return [];
    const returns = value.node.parent ?? value.node;
    return [{ start: returns.start + 'return'.length, end: value.node.end, text: '' }];
  });
  return edits.length === values.filter((value) => value !== undefined).length ? edits : undefined;
}

/** A whole line goes with its line end. */
function lineOf(file: FileAnalysis, start: number, end: number): TextEdit {
  const { text } = file.context;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isFirst = /^[ \t]*$/.test(text.slice(lineStart, start));
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0] ?? '';
  return isFirst && rest ? { start: lineStart, end: end + rest.length, text: '' } : { start, end, text: '' };
}
