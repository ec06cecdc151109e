import type { FileAnalysis } from '../../responses/analysis.ts';
import type { ReturnedValue } from '../../responses/bodies/returnedValues.ts';
import { replace, type TextEdit } from './fix.ts';
import { parameterReceivers, withReceivers } from './receivers.ts';

/** Sends what a handler returns with a status, as the framework writes that: `return error` becomes `return error, 404`. */
export function sendReturned(
  { context }: FileAnalysis,
  { node, handler }: ReturnedValue,
  code: number,
): readonly TextEdit[] | undefined {
  const { framework, function: view } = handler;
  const idiom = framework?.idioms?.sendJson;
  if (!framework || !idiom) return undefined;
  const text = withReceivers(idiom.replace(/^return /, ''), parameterReceivers(framework, view));
  if (/\b[A-Z]{2,}\b/.test(text.replace(/\b(?:STATUS|BODY|JSON\w*)\b/g, ''))) return undefined;
  const body = context.text.slice(node.start, node.end);
  return [
    replace(
      node,
      text.replace(/\bSTATUS\b/, `${code}`).replace(/\bBODY\b/, () => body),
    ),
  ];
}
