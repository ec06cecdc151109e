import type { Framework } from '../../frameworks/framework.ts';
import type { Expression } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import { isEmptyContent } from '../../responses/bodies/emptyContent.ts';
import { calleeName } from '../../responses/code/callees.ts';
import type { Response, ResponseEvent } from '../../responses/model.ts';
import { reasonPhrase } from '../../status/registry.ts';
import { insert, replace, type TextEdit } from './fix.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { isReturned } from './returned.ts';
import { statusText, writtenStatus } from './statusText.ts';
import { quoted } from './style.ts';

/** Gives a response that has none a JSON body, as the framework writes one. */
export function setBody(file: FileAnalysis, response: Response, body: string): readonly TextEdit[] | undefined {
  const { event, framework } = response;
  const send = event.expression;
  const idiom = jsonIdiom(framework, send);
  if (framework.classes && idiom) return inClassOfJson(file, response, idiom, body);
  const place = bodyPlace(event);
  if (place !== undefined) return [insert(place, body)];
  // `return "", 400`
  const written = event.pattern.isReturned ? event.bindings.get('BODY') : undefined;
  if (written?.kind === 'expression' && isEmptyContent(file.context, written.expression))
    return [replace(written.expression.node, body)];
  if (send.kind !== 'call') return undefined;
  if (!idiom) return asText(file, response);
  const link = /^RES\.\w+\(STATUS\)(\.\w+\(BODY\))$/.exec(idiom)?.[1] ?? /^RES(\.\w+\(BODY\))$/.exec(idiom)?.[1];
  const own = event.bindings.get('STATUS');
  if (event.kind === 'send' && send.callee.kind === 'member' && own === undefined) {
    const text = link ?? (isHeadWritten(response) ? /\.\w+\([\w.]+\(BODY\)\)$/.exec(idiom)?.[0] : undefined);
    if (text)
      return [{ start: send.callee.object.node.end, end: send.node.end, text: text.replace('BODY', () => body) }];
  }
  const isReturn = /^return /.test(idiom);
  // `return Response(status=404)`: the word stands there already; a response in a variable is not replaced by a tuple
  if (isReturn && !event.pattern.isReturned && !isReturned(file, send.node)) return undefined;
  let text = withReceivers(event.pattern.isReturned ? idiom : idiom.replace(/^return /, ''), receiversOf(response));
  const status = own?.kind === 'expression' ? own.expression.node.text : writtenStatus(file, response);
  if (!status) return undefined;
  text = text.replace(/\bSTATUS\b/, () => status);
  if (/\b(?:RES|CTX|REQ|EVENT|REPLY|H)\b/.test(text)) return undefined;
  return [
    replace(
      send.node,
      text.replace(/\bBODY\b/, () => body),
    ),
  ];
}

/** What lets no handler run that comes later still does: `c.AbortWithStatusJSON(…)` for `c.AbortWithStatus(…)`. */
function jsonIdiom({ chain, idioms }: Framework, send: Expression): string | undefined {
  const stops = send.kind === 'call' && chain?.stops?.test(calleeName(send)) === true;
  return (stops ? idioms?.abortJson : undefined) ?? idioms?.sendJson;
}

/** `JsonResponse({…}, status=403)` for `HttpResponseForbidden()`, which takes text. */
function inClassOfJson(
  file: FileAnalysis,
  { event, status }: Response,
  idiom: string,
  body: string,
): readonly TextEdit[] | undefined {
  const { expression: call, bindings, kind } = event;
  const code = status?.options[0]?.code;
  if (call.kind !== 'call' || kind !== 'make' || code === undefined) return undefined;
  const own = bindings.get('STATUS');
  const written = own?.kind === 'expression' ? own.expression.node.text : statusText(file, code);
  const text = idiom.replace(/\bSTATUS\b/, () => written).replace(/\bBODY\b/, () => body);
  return [replace(call.node, text)];
}

/** `res.writeHead(404);` stands before: a head is written once. */
function isHeadWritten({ event, statusEvent }: Response): boolean {
  return statusEvent !== undefined && statusEvent !== event && statusEvent.pattern.source.includes('HEADERS');
}

/** `http.Error(w, "Not Found", http.StatusNotFound)` */
function asText(file: FileAnalysis, response: Response): readonly TextEdit[] | undefined {
  const { event, framework } = response;
  const status = event.bindings.get('STATUS');
  const code = response.status?.options[0]?.code;
  const idiom = framework.idioms?.sendText;
  if (!idiom || status?.kind !== 'expression' || code === undefined) return undefined;
  const message = quoted(file, reasonPhrase(code) ?? 'Error');
  const text = withReceivers(idiom, receiversOf(response))
    .replace(/\bMESSAGE\b/, () => message)
    .replace(/\bSTATUS\b/, () => status.expression.node.text);
  return [replace(event.expression.node, text)];
}

/** Where a call that names the status itself, or makes the response, takes the body: `response.notFound()`. */
function bodyPlace({ kind, status, bindings, pattern, expression }: ResponseEvent): number | undefined {
  const saysStatus =
    kind === 'send' && status?.origin === 'written' && !bindings.has('STATUS') && !bindings.has('CODE');
  if ((!saysStatus && kind !== 'make') || pattern.expression.kind !== 'call' || expression.kind !== 'call')
    return undefined;
  const [first] = pattern.expression.arguments;
  const takesBody = first?.value.kind === 'name' && first.value.name.startsWith('BODY');
  return takesBody && expression.arguments.length === 0 && expression.argumentsNode
    ? expression.argumentsNode.end - 1
    : undefined;
}
