import type { CallView } from '../languages/views.ts';
import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/code/callees.ts';
import { type Atom, holdsFor, waysToHold } from '../responses/code/conditions.ts';
import { exclude } from '../responses/code/exclusion.ts';
import type { Response, ResponseEvent } from '../responses/model.ts';
import { failureIn } from '../responses/reasons/errorValues.ts';
import { type HandedOn, handedOnBehind } from '../responses/routes/handlerChain.ts';
import { fixOf } from './fixes/fix.ts';
import { leaveAfter } from './fixes/leaveAfter.ts';
import { moveBefore } from './fixes/moveBefore.ts';
import { stopAfter } from './fixes/stopAfter.ts';
import { type Report, rule, statusNode } from './rule.ts';

export const responseAfterResponse = rule({
  id: 'response-after-response',
  description: 'A response or header behind an error response that does not leave the handler.',
  strength: 'broken',
  severity: 'warning',
  reference: 'RFC 9110 §15',
  file(file) {
    const reports: Report[] = [];
    for (const response of file.responses) {
      if (!isFinal(response)) continue;
      const second = isError(response) ? followingSend(file, response) : undefined;
      const handedOn = isError(response) && !second ? handedOnBehind(file, response.event) : undefined;
      if (second) reports.push(secondResponse(file, response, second));
      else if (handedOn) reports.push(nextHandler(file, response, handedOn));
      else reports.push(...lateHeaders(file, response));
    }
    return reports;
  },
});

function secondResponse(file: FileAnalysis, response: Response, second: ResponseEvent): Report {
  const [option] = response.status?.options ?? [];
  return {
    node: option ? statusNode(response, option) : response.sentAt,
    message: t(
      'The handler goes on after this {0} and answers once more: a return is missing.',
      option?.code ?? t('response'),
    ),
    evidence: [{ node: second.node, message: t('The second response') }],
    fixes: () => fixOf(t('Return here'), 'suggestion', leaveAfter(file, response.sentAt)),
  };
}

/** In middleware: the handlers behind it answer as well. */
function nextHandler(file: FileAnalysis, response: Response, { kind, call }: HandedOn): Report {
  const [option] = response.status?.options ?? [];
  const code = option?.code ?? t('response');
  return {
    node: option ? statusNode(response, option) : response.sentAt,
    message:
      kind === 'called'
        ? t('The next handler runs behind this {0} and answers once more: a return is missing.', code)
        : t('The next handler runs behind this {0} and answers once more: only an abort keeps it from that.', code),
    evidence: [{ node: call.node, message: t('Lets the next handler run') }],
    fixes: () =>
      kind === 'called'
        ? fixOf(t('Return here'), 'suggestion', leaveAfter(file, response.sentAt))
        : fixOf(t('Abort here'), 'suggestion', stopAfter(file, response)),
  };
}

/** Sent by a call that answers whenever it runs, where the framework lets it go at once. */
function isFinal({ event, framework }: Response): boolean {
  if (
    event.side !== 'server' ||
    framework.keepsOpen ||
    framework.completes === 'return' ||
    event.receiver === undefined
  )
    return false;
  if (event.learned && (!event.learned.isDefined || !event.learned.leaves || event.learned.isPassedOn)) return false;
  return event.kind === 'send' || (framework.completes === 'write' && event.body.kind !== 'none');
}

/** An answer 2xx may be the first part of a longer one. */
function isError({ status }: Response): boolean {
  return status !== undefined && status.options.length > 0 && status.options.every(({ code }) => code >= 300);
}

function followingSend(file: FileAnalysis, { event }: Response): ResponseEvent | undefined {
  return file.events.find(
    (later) =>
      isSecond(event, later) &&
      isSameResponse(event, later) &&
      file.flow.mayReach(event.node, later.node) &&
      !isForLackOf(file, event, later) &&
      !isOfOtherPart(file, event, later) &&
      !exclude(file.context, file.flow, event.node, later.node),
  );
}

/**
 * `if err := resp.WriteError(401, refused); err != nil { fail(resp, err) }`: what is tried where nothing was sent, or where
 * the body could not be written: `if err := json.NewEncoder(w).Encode(found); err != nil { … }`.
 */
function isForLackOf({ context, flow, events }: FileAnalysis, event: ResponseEvent, later: ResponseEvent): boolean {
  const isOfFailure = ({ node }: ResponseEvent, isCall: (call: CallView) => boolean) => {
    const hasFailed = ({ subject, relation }: Atom) => {
      const failed = relation === 'absent' ? undefined : failureIn(context, subject);
      return failed !== undefined && isCall(failed.call);
    };
    return flow.guards(node).some((guard) => guard.kind === 'condition' && holdsFor(guard, hasFailed, 'some'));
  };
  // what follows a bare status is its body, unless something has failed: that goes no further
  const hasBody = event.body.kind === 'none' && !isOfFailure(event, ({ node }) => node !== event.node);
  const ofBody = hasBody ? events.filter((each) => isSameResponse(event, each)) : [];
  const sent = new Set([event, ...ofBody].map(({ node }) => node));
  return isOfFailure(later, ({ node }) => sent.has(node));
}

/** `const { address, form } = await next(); if (address) redirect(address); if (form) send(form)`: there is one of both. */
function isOfOtherPart(file: FileAnalysis, event: ResponseEvent, later: ResponseEvent): boolean {
  const others = partsNeeded(file, later);
  return partsNeeded(file, event).some((one) =>
    others.some((other) => one.whole === other.whole && one.part !== other.part),
  );
}

/** The parts of what a call gives that must be there for a response to be sent. */
function partsNeeded({ context, flow }: FileAnalysis, { node }: ResponseEvent) {
  return flow.guards(node).flatMap((guard) => {
    if (guard.kind !== 'condition' || !guard.node.contains(node)) return [];
    return waysToHold(guard.condition, guard.holds).flatMap(([atom, ...more]) => {
      const { subject, relation } = atom ?? {};
      if (subject?.kind !== 'name' || relation !== 'present' || more.length > 0) return [];
      const known = context.scopes.value(subject.name, subject.node);
      const part = known?.path.at(-1);
      return known?.value.kind === 'call' && part !== undefined ? [{ whole: known.value.node, part }] : [];
    });
  });
}

/** What is written after a bare status is its body; after a whole response it is another. */
function isSecond(event: ResponseEvent, later: ResponseEvent): boolean {
  if (endsOnly(later)) return false;
  if (later.kind === 'send') return later.learned === undefined || later.learned.isDefined;
  return later.framework.completes === 'write' && later.body.kind !== 'none' && event.body.kind !== 'none';
}

/** `res.redirect(url); res.end()`: Node.js lets it pass that what has ended ends once more. */
function endsOnly({ expression, body, status }: ResponseEvent): boolean {
  return expression.kind === 'call' && calleeName(expression) === 'end' && body.kind === 'none' && status === undefined;
}

function isSameResponse(event: ResponseEvent, later: ResponseEvent): boolean {
  return later.function === event.function && later.receiver === event.receiver && later.node.start >= event.node.end;
}

/** Fields that are set when the header has left already. */
function lateHeaders(file: FileAnalysis, { event, status }: Response): readonly Report[] {
  // an interim response has a header of its own
  if (status?.options.some(({ code }) => code < 200)) return [];
  return file.events.flatMap((change) => {
    // first what is cheap to ask: this looks at each event for each response
    if (change.kind !== 'set' || !isSameResponse(event, change)) return [];
    const [field] = change.headers.fields.values();
    if (change.status !== undefined || change.body.kind !== 'none' || !field) return [];
    if (!file.flow.dominates(event.node, change.node) || !file.flow.mayReach(event.node, change.node)) return [];
    if (/^trailer/i.test(field.name) || /Trailer/.test(change.node.text) || declaresTrailers(event)) return [];
    const report: Report = {
      node: change.node,
      message: t('The header has been sent already: this {0} never leaves the server.', field.name),
      evidence: [{ node: event.node, message: t('Sends the header') }],
      fixes: () => fixOf(t('Set {0} before', field.name), 'suggestion', moveBefore(file, change.node, event.node)),
    };
    return [report];
  });
}

function declaresTrailers(event: ResponseEvent): boolean {
  return /["']Trailer["']/.test(event.function?.node.text ?? '');
}
