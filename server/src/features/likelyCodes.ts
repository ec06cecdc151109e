import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response, StatusReference } from '../responses/model.ts';
import { fittingCodes } from '../rules/reasonedStatus.ts';
import { allStatuses, type StatusCode } from '../status/registry.ts';

/** A code that suits a place, and what of the place it suits. */
export interface LikelyCode {
  readonly code: StatusCode;
  /** `lacking permission`, `POST`; absent where it is merely a common one. */
  readonly suits: string | undefined;
}

const common: readonly StatusCode[] = [200, 201, 204, 400, 401, 403, 404, 409, 422, 429, 500, 503];

/** What handlers answer, by the method that they answer. */
const byMethod: Readonly<Record<string, readonly StatusCode[]>> = {
  GET: [200, 404, 304, 206],
  HEAD: [200, 404, 304],
  POST: [201, 400, 409, 422, 202, 200, 204],
  PUT: [200, 204, 201, 400, 404, 409, 412, 422],
  PATCH: [200, 204, 400, 404, 409, 412, 422],
  DELETE: [204, 404, 202, 200, 409],
  OPTIONS: [204, 200],
};
/** A POST that asks or logs in makes nothing that could be asked for later. */
const asks = /log-?(?:in|out)|sign-?in|search|query|token|refresh|verify|validate|preview/i;
const failures: readonly LikelyCode[] = unexplained(
  allStatuses.filter(({ standing }) => standing === 'registered').map(({ code }) => code),
);
const redirects: readonly StatusCode[] = [302, 301, 308, 307, 303];
const redirectsOfWrites: readonly StatusCode[] = [303, 307, 308, 302, 301];

/** The codes that suit a place best, in order: by why a response is sent there, by what is sent, by its method. */
export function likelyCodes(analysis: FileAnalysis, reference: StatusReference): readonly LikelyCode[] {
  const response = responseAt(analysis, reference);
  if (!response || reference.role !== 'sent') return distinct([...ofMethod(response), ...unexplained(common)]);
  const { reasons } = analysis;
  const found = reasons.of(response);
  // a condition on input that says no more leads to answers of any kind
  const reason = found?.kind === 'invalid input' && found.confidence === 'low' ? undefined : found;
  const byReason = reason ? fittingCodes[reason.kind].map((code) => ({ code, suits: reason.kind })) : [];
  const { kind, bindings } = response.event;
  if (bindings.has('URL')) return distinct([...byReason, ...redirectsFor(response)]);
  const isCaught = reasons.attempt(response) !== undefined;
  const others = [...unexplained(isCaught ? [500, 502, 503] : []), ...ofMethod(response), ...unexplained(common)];
  const isFailure = isCaught || kind === 'raise' || kind === 'raiseNow';
  return distinct([...byReason, ...(isFailure ? [...others, ...failures].filter(({ code }) => code >= 400) : others)]);
}

/** The response that a status is of, or will be when the rest of it has been typed. */
function responseAt({ events, handlers }: FileAnalysis, { node, response }: StatusReference): Response | undefined {
  if (response) return response;
  const event = events.find(({ status }) => status?.options.some((option) => option.node === node));
  if (!event) return undefined;
  const { status, headers, body, framework } = event;
  const handler = handlers.around(event.function?.node ?? event.node);
  return {
    status,
    headers,
    body,
    framework,
    handler,
    event,
    events: [event],
    statusEvent: undefined,
    sentAt: event.node,
  };
}

function ofMethod(response: Response | undefined): readonly LikelyCode[] {
  const { methods = [], route = '', function: view } = response?.handler ?? {};
  const [method] = methods;
  if (method === undefined || methods.length > 1) return [];
  const codes = byMethod[method] ?? [];
  const suiting = method === 'POST' && asks.test(`${route} ${view?.name ?? ''}`) ? [200, 400, 401, 422] : codes;
  return suiting.map((code) => ({ code, suits: method }));
}

function redirectsFor({ handler }: Response): readonly LikelyCode[] {
  const isWrite = handler?.methods.length === 1 && !['GET', 'HEAD'].includes(handler.methods[0] ?? '');
  return (isWrite ? redirectsOfWrites : redirects).map((code) => ({ code, suits: 'redirect' }));
}

function unexplained(codes: readonly StatusCode[]): readonly LikelyCode[] {
  return codes.map((code) => ({ code, suits: undefined }));
}

function distinct(codes: readonly LikelyCode[]): readonly LikelyCode[] {
  return codes.filter(({ code }, index) => codes.findIndex((other) => other.code === code) === index);
}
