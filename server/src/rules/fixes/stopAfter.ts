import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { insert, replace, type TextEdit } from './fix.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { statementOf } from './statements.ts';
import { indentationOf, styleOf } from './style.ts';

/** Keeps the handlers behind a response from running: sent as what stops them, or with a call that does behind it. */
export function stopAfter(file: FileAnalysis, response: Response): readonly TextEdit[] | undefined {
  const { event, framework } = response;
  const { sendJson, abortJson, stop } = framework.idioms ?? {};
  const { expression } = event;
  if (sendJson && abortJson && event.pattern.source === sendJson && expression.kind === 'call') {
    const name = /\.(\w+)\(/.exec(abortJson)?.[1];
    const { callee } = expression;
    if (name !== undefined && callee.kind === 'member') return [replace(callee.propertyNode, name)];
  }
  const statement = statementOf(file, event.node);
  if (!stop || !statement || statement.alone || statement.node.start !== event.node.start) return undefined;
  const { newline, semicolon } = styleOf(file);
  const stopping = `${withReceivers(stop, receiversOf(response))}${semicolon}`;
  return [insert(statement.node.end, `${newline}${indentationOf(statement.node)}${stopping}`)];
}
