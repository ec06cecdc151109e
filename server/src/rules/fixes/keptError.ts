import type { Expression } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { replace, type TextEdit } from './fix.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { statementOf } from './statements.ts';
import { indentationOf, styleOf } from './style.ts';

/**
 * Sends a body beside an error that a call keeps for others and of which it sends the status alone. What the call gave
 * back, and what is said of it, stays: `return c.AbortWithError(400, err).SetType(kind)`.
 */
export function sendBesideKept(file: FileAnalysis, response: Response, body: string): readonly TextEdit[] | undefined {
  const { event, framework } = response;
  const { keepError, abortJson } = framework.idioms ?? {};
  const status = event.bindings.get('STATUS');
  const error = event.bindings.get('ERROR');
  const isWritten = event.learned === undefined && status?.kind === 'expression' && error?.kind === 'expression';
  if (!keepError || !abortJson || !isWritten) return undefined;
  const statement = statementOf(file, event.node)?.node;
  const whole = wholeChain(file, event.expression);
  if (!statement || whole.node.end !== statement.end) return undefined;
  const receivers = receiversOf(response);
  const keeping = withReceivers(keepError, receivers).replace(/\bERROR\b/, () => error.expression.node.text);
  const kept = keeping + file.context.text.slice(event.node.end, whole.node.end);
  const sending = withReceivers(abortJson, receivers)
    .replace(/\bSTATUS\b/, () => status.expression.node.text)
    .replace(/\bBODY\b/, () => body);
  const lead = file.context.text.slice(statement.start, whole.node.start).trim();
  const lines = statementsFor(lead, kept, sending);
  const between = `${styleOf(file).newline}${indentationOf(statement)}`;
  return lines && [replace(statement, lines.join(between))];
}

/** What is given back is given back when all is sent; a call in another place, as `defer`, stays as it is. */
function statementsFor(lead: string, kept: string, sending: string): readonly string[] | undefined {
  if (lead === '' || /^_\s*=$/.test(lead)) return [`_ = ${kept}`, sending];
  return lead === 'return' ? [sending, `return ${kept}`] : undefined;
}

/** The call with those that are chained to it: `.SetType(kind)`. */
function wholeChain(file: FileAnalysis, link: Expression): Expression {
  const member = link.node.parent && file.context.language.expression(link.node.parent);
  if (member?.kind !== 'member' || member.object.node !== link.node) return link;
  const call = member.node.parent && file.context.language.expression(member.node.parent);
  return call?.kind === 'call' && call.callee.node === member.node ? wholeChain(file, call) : link;
}
