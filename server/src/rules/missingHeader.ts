import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { isRaised, type Response, type StatusOption } from '../responses/model.ts';
import { literally } from '../syntax/literally.ts';
import { addHeader } from './fixes/addHeader.ts';
import { type Fix, fixOf, type Safety } from './fixes/fix.ts';
import { quoted } from './fixes/style.ts';
import { type Report, statusNode } from './rule.ts';

/** A header field that a status code owes. */
export interface Duty {
  readonly codes: readonly number[];
  readonly header: string;
  readonly message: string;
  readonly safety: Safety;
  /** The field's value as text; absent where none can be told. */
  readonly value: (file: FileAnalysis, response: Response) => string | undefined;
}

/** Reports a response that lacks the field. What cannot be read (helpers, spread objects) counts as set. */
export function reportMissingHeader(
  duty: Duty,
  response: Response,
  option: StatusOption,
  file: FileAnalysis,
): Report | undefined {
  if (!duty.codes.includes(option.code) || lacksNo(response, duty.header)) return undefined;
  if (isSetByCaller(file, response, duty.header)) return undefined;
  return { node: statusNode(response, option), message: duty.message, fixes: () => fixes(duty, response, file) };
}

/** `w.Header().Set("Retry-After", delay); refuse(w, r)`: a function that is given the response finds on it what its callers set. */
export function isSetByCaller({ context }: FileAnalysis, { event, handler }: Response, header: string): boolean {
  const view = event.function;
  if (handler?.route !== undefined || !view?.name || !view.parameters.some(({ name }) => name === event.receiver))
    return false;
  const field = new RegExp(`['"]${literally(header)}['"]`, 'i');
  return [...context.text.matchAll(new RegExp(`(?<![\\w$])${literally(view.name)}\\(`, 'g'))].some(({ index }) => {
    const caller = context.functionAround(context.tree.root.at(index));
    return caller && caller.node !== view.node && field.test(context.text.slice(caller.node.start, index));
  });
}

function fixes(duty: Duty, response: Response, file: FileAnalysis): readonly Fix[] {
  const value = duty.value(file, response);
  if (value === undefined || !isOwed(duty, response)) return [];
  const edits = addHeader(file, response, { name: duty.header, value: quoted(file, value) });
  return fixOf(t('Add {0}: {1}', duty.header, value), duty.safety, edits);
}

/** `{ status: isBusy(error) ? 503 : 400 }`: the field would go out with codes that do not know it. */
function isOwed({ codes }: Duty, { status }: Response): boolean {
  return status?.options.every(({ code }) => codes.includes(code) || code < 400) === true;
}

/** True when the field is set, or may be. */
export function lacksNo(response: Response, header: string): boolean {
  return !response.headers.complete || response.headers.fields.has(header.toLowerCase());
}

/** True where the response itself is written; an error may get its fields from whoever turns it into a response. */
export function isWrittenOut(response: Response): boolean {
  return !isRaised(response.event);
}
