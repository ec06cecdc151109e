import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { reasonPhrase } from '../../status/registry.ts';
import { quoted } from './style.ts';

/** The one error body written by default: `{ error, message }`, with `field` for invalid input. */
export function houseErrorBody(file: FileAnalysis, response: Response, code: number): string {
  const phrase = reasonPhrase(code) ?? 'Error';
  const reason = file.reasons.of(response);
  const field = reason?.kind === 'invalid input' ? /(?:^|\.)([A-Za-z_]\w*)$/.exec(reason.subject)?.[1] : undefined;
  const parts = [
    `${key(file, 'error')}: ${quoted(file, phrase.toLowerCase().replace(/[^a-z]+/g, '_'))}`,
    `${key(file, 'message')}: ${quoted(file, phrase)}`,
    ...(field ? [`${key(file, 'field')}: ${quoted(file, field)}`] : []),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** RFC 9457 */
export function problemDetails(file: FileAnalysis, code: number): string {
  const phrase = reasonPhrase(code) ?? 'Error';
  return `{ ${key(file, 'type')}: ${quoted(file, 'about:blank')}, ${key(file, 'title')}: ${quoted(file, phrase)}, ${key(file, 'status')}: ${code} }`;
}

function key(file: FileAnalysis, name: string): string {
  return file.context.language.family === 'javascript' ? name : quoted(file, name);
}
