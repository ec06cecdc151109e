import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { wayOut } from '../responses/code/escape.ts';
import type { Response } from '../responses/model.ts';
import { reasonPhrase } from '../status/registry.ts';
import { literally } from '../syntax/literally.ts';
import { houseErrorBody, problemDetails } from './fixes/errorBody.ts';
import { fixOf } from './fixes/fix.ts';
import { sendBesideKept } from './fixes/keptError.ts';
import { setBody } from './fixes/setBody.ts';
import { isFileOfProbes } from './probes.ts';
import { rule, statusNode } from './rule.ts';
import { isContentUnread } from './unreadContent.ts';

export const errorBody = rule({
  id: 'error-body',
  description: 'A 4xx or 5xx without a body that says what went wrong.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §15.5',
  response(response, option, file) {
    const { code } = option;
    if (code < 400 || code > 599 || response.body.kind !== 'none') return undefined;
    if (isContentUnread(response) || isFileOfProbes(file.context.path)) return undefined;
    // a helper that chooses the status by itself is told of where it does
    if (option.node && option.node === response.event.learned?.nameNode) return undefined;
    // browsers ask for icons by themselves, and show nothing of what else they get
    if (/\.(?:ico|png)$/.test(response.handler?.route ?? '')) return undefined;
    // nginx's word for a client that has gone: nobody is left to tell
    if (code === 499) return undefined;
    const isWhole = response.event.kind === 'set' && response.framework.sendsUnwritten === true;
    if (response.event.kind !== 'send' && response.event.kind !== 'make' && !isWhole) return undefined;
    // `return None, 404` below the handlers: what becomes of it is theirs to say
    if (response.event.pattern.isReturned && response.handler?.route === undefined) return undefined;
    if (isKept(response, file) || isShown(response, file)) return undefined;
    // Allow, a challenge or the like says it all
    if (explaining.some(([explained, header]) => explained === code && response.headers.fields.has(header)))
      return undefined;
    const methods = response.handler?.methods ?? [];
    const isHeadAlone = methods.length > 0 && methods.every((method) => method === 'HEAD');
    if (isHeadAlone || (!isWhole && writesElsewhere(response))) return undefined;
    return {
      node: statusNode(response, option),
      message: t('{0} {1} comes without a body: clients cannot tell what went wrong.', code, reasonPhrase(code) ?? ''),
      fixes: () => bodies(file, response, code),
    };
  },
});

const explaining: readonly (readonly [number, string])[] = [
  [401, 'www-authenticate'],
  [405, 'allow'],
  [407, 'proxy-authenticate'],
  [416, 'content-range'],
  [426, 'upgrade'],
];

/** `answer = new Response(null, { status: 504 })` that no `return` gives back stands for what another server did not say. */
function isKept({ event }: Response, { context }: FileAnalysis): boolean {
  if (event.kind !== 'make') return false;
  const { parent } = event.node;
  const isHeld =
    parent !== undefined &&
    (context.language.expression(parent).kind === 'assignment' ||
      context.language.statement(parent).kind === 'definition');
  return isHeld && wayOut(context, event.node) === undefined;
}

/**
 * `throw new Response(null, { status: 404 })` of a Remix loader: the error boundary has its status and makes a page. A
 * route without a page sends it as it is.
 */
function isShown({ event, handler }: Response, { context }: FileAnalysis): boolean {
  const { frameworks } = context.compiled;
  if (!frameworks.some((each) => each.showsThrown && context.uses(each))) return false;
  if (wayOut(context, event.node) !== 'throw') return false;
  return handler?.framework?.showsThrown !== true || /\bexport\s+default\b|\bas\s+default\b/.test(context.text);
}

function bodies(file: FileAnalysis, response: Response, code: number) {
  // `_ = c.AbortWithError(500, err)` keeps the error for the log as well
  const added = response.event.bindings.has('ERROR') ? sendBesideKept : setBody;
  return [
    ...fixOf(t('Add a JSON error body'), 'suggestion', added(file, response, houseErrorBody(file, response, code))),
    ...fixOf(
      t('Add problem details (RFC 9457)'),
      'suggestion',
      added(file, response, problemDetails(file, response, code)),
    ),
  ];
}

/** What is written bit by bit or piped is a body too; not what is written where this has long been sent. */
function writesElsewhere({ event, sentAt }: Response): boolean {
  const around = event.function?.node;
  if (!event.receiver || !around) return false;
  const name = literally(event.receiver);
  const isReturned = /\breturn\s+$/.test(around.tree.text.slice(around.start, sentAt.start));
  const text = around.tree.text.slice(around.start, isReturned ? sentAt.start : around.end);
  return new RegExp(`\\bpipe\\(|\\b${name}\\.(?:write|flush)\\b|pipeline\\(`).test(text);
}
