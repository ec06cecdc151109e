import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { insert, type TextEdit } from './fix.ts';
import { addKeyword, endOfArguments } from './keywords.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { isReturned } from './returned.ts';
import { statementBefore } from './statements.ts';
import { statusText } from './statusText.ts';

/** Writes a status where the framework's default applied. */
export function setStatus(file: FileAnalysis, response: Response, code: number): readonly TextEdit[] | undefined {
  const { event } = response;
  const send = event.expression;
  const { pattern } = event;
  const status = statusText(file, code);
  // `return jsonify(user), 201`
  const takesTuple = event.framework.make?.includes('return BODY, CODE');
  if (takesTuple && (pattern.isReturned || isReturned(file, send.node))) return [insert(send.node.end, `, ${status}`)];
  if (send.kind !== 'call') return undefined;
  const keyword = addKeyword(event, 'STATUS', status);
  if (keyword) return [keyword];
  const { idioms } = event.framework;
  const { sendJson, chains } = idioms ?? {};
  // `c.json(BODY, STATUS)`: where the framework takes it behind the body
  const behindBody = /^RES\.(\w+)\(BODY, STATUS\)$/.exec(sendJson ?? '')?.[1];
  const [only] = send.arguments;
  if (send.callee.kind === 'member' && send.callee.property === behindBody && send.arguments.length === 1 && only) {
    return [insert(only.value.node.end, `, ${status}`)];
  }
  // `c.json(BODY, STATUS?)`: the pattern says where it would stand
  if (pattern.expression.kind === 'call' && !event.bindings.has('STATUS')) {
    const at = pattern.expression.arguments.findIndex(
      ({ value }) => value.kind === 'name' && value.name.startsWith('STATUS'),
    );
    const end = endOfArguments(send);
    if (at > 0 && send.arguments.length === at && end !== undefined) return [insert(end, `, ${status}`)];
    const object = pattern.expression.arguments.findIndex(
      ({ value }) =>
        value.kind === 'object' &&
        value.entries.some((entry) => entry.value.kind === 'name' && entry.value.name.startsWith('STATUS')),
    );
    if (object > 0 && send.arguments.length === object && end !== undefined)
      return [insert(end, `, { status: ${status} }`)];
    const given = send.arguments[object]?.value;
    if (object >= 0 && given?.kind === 'object') return [insert(given.node.start + 1, ` status: ${status},`)];
  }
  if (idioms?.setStatus) {
    const text = withReceivers(idioms.setStatus, receiversOf(response));
    return statementBefore(
      file,
      event.node,
      text.replace(/\bSTATUS\b/, () => status),
    );
  }
  const setter = /^RES(\.\w+\(STATUS\))\./.exec(sendJson ?? '')?.[1];
  if (!chains || !setter || send.callee.kind !== 'member') return undefined;
  return [
    insert(
      send.callee.object.node.end,
      setter.replace('STATUS', () => status),
    ),
  ];
}
