import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/code/callees.ts';
import { callTaking } from '../responses/code/passing.ts';
import { ofDecorators } from '../responses/events.ts';
import type { Response } from '../responses/model.ts';
import { literally } from '../syntax/literally.ts';
import { answerWith } from './fixes/answer.ts';
import { isWrittenElsewhere, rule, statusNode } from './rule.ts';
import { isContentUnread } from './unreadContent.ts';

export const noContentIs204 = rule({
  id: 'no-content-is-204',
  description: 'A 200 with nothing in it.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §15.3.1',
  response(response, option, file) {
    if (option.code !== 200 || !response.status?.exhaustive || response.body.kind !== 'none') return undefined;
    if (response.event.kind !== 'send' && response.event.kind !== 'make' && !isEmptyResponse(response))
      return undefined;
    if (isContentUnread(response)) return undefined;
    const methods = response.handler?.methods ?? [];
    // HEAD and OPTIONS have no content by nature; a GET without any is a probe
    if (methods.some((method) => ['HEAD', 'OPTIONS', 'GET'].includes(method))) return undefined;
    if (isForHead(response, file) || sendsNull(response)) return undefined;
    // who sends events may take 200 only
    if (/hook/i.test(response.handler?.route ?? '') || /hooks?(?:\/[^/]*|[^/]*)$/i.test(file.context.path))
      return undefined;
    // a writer that wraps another: `func (rw *recorder) Write(b []byte)` sends what others write
    if (response.event.receiver && response.event.receiver === response.event.function?.receiver?.name)
      return undefined;
    // what is written bit by bit, and what a stream is piped to, is not seen here
    if (
      response.framework.sendsUnwritten !== true &&
      streams(response.event.receiver, response.event.function?.node.text)
    )
      return undefined;
    // an empty script, a stream of events that starts here: content of a type, even where there is none of it yet;
    // but nothing is no JSON
    const type = response.headers.fields.get('content-type');
    if (type && !(type.value?.kind === 'string' && /\bjson\b/i.test(type.value.value))) return undefined;
    const { node } = option;
    if (!node || isWrittenElsewhere(response, option)) return undefined;
    return {
      node: statusNode(response, option),
      message: t('This 200 has no content: 204 No Content says so.'),
      fixes: () => answerWith(file, response, node, 200, 204),
    };
  },
});

/** `c.JSON(200, nil)`, `res.json(null)`: who parses the answer gets the text `null`. */
function sendsNull({ event }: Response): boolean {
  const body = event.bindings.get('BODY');
  return body?.kind === 'expression' && body.expression.kind === 'nothing' && /json/i.test(event.pattern.source);
}

/**
 * `router.Head('/', …)` of whatever router, `handleHead`, `class HeadHandler`, and who says how long the content would be,
 * where nothing else says the method.
 */
function isForHead({ event, headers }: Response, { context }: FileAnalysis): boolean {
  const owner = event.function && context.language.classAround(event.function.node)?.name;
  const taker = event.function && callTaking(context, event.function.node);
  if (taker && /^head$/i.test(calleeName(taker))) return true;
  const length = headers.fields.get('content-length');
  if (length && !/^['"]?0['"]?$/.test(length.value?.node.text ?? '')) return true;
  return [event.function?.name, owner].some((name) =>
    /^(?:(?:do|handle|on|serve)_?)?[hH]ead(?![a-z])|^HEAD$/.test(name ?? ''),
  );
}

/** A status alone, where the framework takes that for a whole response: `c.Status(200)` of Gin, `self.set_status(200)`. */
function isEmptyResponse({ event, framework, handler }: Response): boolean {
  if (event.kind !== 'set') return false;
  // `@HttpCode(200)` of a handler that returns nothing, if no interceptor makes something of that
  if (event.receiver === ofDecorators && framework.sendsNothingReturned)
    return ![event.node.tree, ...(handler?.elsewhere ?? [])].some(({ text }) => /\bUseInterceptors\(/.test(text));
  return framework.sendsUnwritten === true || event.pattern.source === framework.idioms?.sendEmpty;
}

function streams(receiver: string | undefined, text: string | undefined): boolean {
  if (!receiver || !text) return false;
  const name = literally(receiver);
  return new RegExp(`\\bpipe\\(|\\b${name}\\.(?:write|flush)\\b|pipeline\\(`).test(text);
}
