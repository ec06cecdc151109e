import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Guard } from '../responses/code/flow.ts';
import { isRaised, type Response, type StatusOption } from '../responses/model.ts';
import type { Reason, ReasonKind } from '../responses/reasons/reason.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { errorDetailsIn } from './errorDetails.ts';
import { answering } from './fixes/answer.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import type { Fix, TextEdit } from './fixes/fix.ts';
import { withoutDetails } from './fixes/ownText.ts';
import { type Report, statusNode } from './rule.ts';

/** The codes that say what happened, best first. A new insight is one row. */
export const fittingCodes: Readonly<Record<ReasonKind, readonly number[]>> = {
  'missing credentials': [401],
  'lacking permission': [403, 404],
  forgery: [403, 401],
  'not found': [404, 410],
  'invalid input': [400, 422],
  conflict: [409, 422],
  expired: [410, 400],
  'precondition failed': [412, 409],
  'precondition required': [428],
  'not modified': [304],
  'too large': [413, 400],
  'unsupported media type': [415, 400],
  'not acceptable': [406],
  'method not supported': [405],
  'rate limit': [429],
  maintenance: [503],
  misconfigured: [500, 503],
  'unexpected failure': [500],
  'upstream failure': [502, 504],
  'upstream time-out': [504, 502],
  created: [201],
  accepted: [202],
  done: [200],
  'done without content': [204],
};

/** Reports that a response's code contradicts why it is sent; its fixes are the codes that fit. */
export function reportReason(
  file: FileAnalysis,
  response: Response,
  option: StatusOption,
  reason: Reason,
  message: string,
): Report | undefined {
  if (isSettledByClass(response, option, reason) && fittingFixes(file, response, option, reason.kind).length === 0)
    return undefined;
  if (isChosenByItself(file, response, option)) return undefined;
  const evidence = [{ node: reason.guard, message: t('Sent because of this') }];
  if (reason.source && reason.source !== reason.guard && !reason.guard.contains(reason.source)) {
    evidence.push({ node: reason.source, message: t('Where it comes from') });
  }
  return {
    node: statusNode(response, option),
    message,
    evidence,
    fixes: () => fittingFixes(file, response, option, reason.kind),
  };
}

/**
 * An error class that bears the status by itself is judged where it is made: here is nothing to change. But whether a thing
 * exists already no class of the code base tells, `throw new BadRequestError('Email already exists')`: another is missing.
 */
function isSettledByClass({ event }: Response, { node }: StatusOption, { kind }: Reason): boolean {
  if (event.kind !== 'raise' || (kind === 'conflict' && event.learned?.error)) return false;
  // `catch (error) { error.status = 400; throw error; }`: here it is written
  return !/^\d/.test(node?.text ?? '');
}

/**
 * `if (error.code === 'NoSuchKey') status = 404;`, `{ status: isTooLarge(error) ? 413 : 500 }`: that code has a reason of
 * its own, told where it is chosen.
 */
export function isChosenByItself(file: FileAnalysis, response: Response, { node }: StatusOption): boolean {
  const { sentAt } = response;
  if (!node) return false;
  const known = file.flow.guards(sentAt);
  // behind `if (isMissing(error)) { status = 404; return send(status); }` it does not hold
  const chosen = file.flow
    .guards(node)
    .filter((guard) => guard.kind !== 'caught' && !known.some((each) => isSameWay(each, guard)));
  if (!sentAt.contains(node)) return chosen.length > 0;
  // what is left of a catch-all is all but what was told apart; `error.status || 500` chooses nothing
  const isLeft = file.reasons.attempt(response) !== undefined;
  return chosen.some(
    (guard) =>
      guard.kind === 'condition' &&
      file.context.language.expression(guard.node).kind === 'choice' &&
      !(isLeft && guard.holds === (guard.condition.kind === 'not')),
  );
}

function isSameWay(one: Guard, other: Guard): boolean {
  if (one.node !== other.node) return false;
  return one.kind !== 'condition' || other.kind !== 'condition' || one.holds === other.holds;
}

/** The codes that fit a reason, where they are not what is sent. */
export function fittingFixes(
  file: FileAnalysis,
  response: Response,
  option: StatusOption,
  kind: ReasonKind,
): readonly Fix[] {
  const { node, code } = option;
  if (!node) return [];
  const others = fittingCodes[kind].filter((better) => better !== code);
  return others.flatMap((better) => answering(better, changeTo(file, response, node, code, better)));
}

/** What a client may read of its own fault, it may not of the server's: the error stays inside when a 5xx replaces a 4xx. */
function changeTo(
  file: FileAnalysis,
  response: Response,
  node: SyntaxNode,
  from: number,
  to: number,
): readonly TextEdit[] | undefined {
  const edits = changeStatus(file, response, node, from, to);
  if (!edits || from >= 500 || to < 500) return edits;
  const hidden = withoutDetails(file, response, errorDetailsIn(file, response));
  // `error.status = 400; throw error`: it says what whoever writes it lets it say
  if (!hidden) return isRaised(response.event) && !response.isErrorWritten ? edits : undefined;
  return [
    ...edits.filter((edit) => !hidden.some(({ start, end }) => start <= edit.start && edit.end <= end)),
    ...hidden,
  ];
}
