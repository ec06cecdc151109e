import type { Framework } from '../../frameworks/framework.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { isInputHolder } from '../../responses/origins/nameOrigins.ts';
import type { Reason } from '../../responses/reasons/reason.ts';
import { reasonPhrase } from '../../status/registry.ts';
import { quoted } from './style.ts';

/** The one error body written by default: `{ error, message }`, with `field` for invalid input. */
export function houseErrorBody(file: FileAnalysis, response: Response, code: number): string {
  const reason = file.reasons.of(response);
  const field = reason?.kind === 'invalid input' && !reason.isWitness ? fieldOf(file, reason) : undefined;
  return newErrorBody(file, response.framework, code, field);
}

/** `title` of `req.body.title` and `c.Param("title")`. */
function fieldOf({ context }: FileAnalysis, { source, subject }: Reason): string | undefined {
  const read = source && context.language.expression(source);
  if (read?.kind !== 'call') {
    const name = /(?:^|\.)([A-Za-z_]\w*)$/.exec(subject)?.[1];
    // `'title' not in request.json`
    return name === undefined || isInputHolder(name) ? undefined : name;
  }
  const [key] = read.arguments;
  return key?.value.kind === 'string' && /^\w+$/.test(key.value.value) ? key.value.value : undefined;
}

/** The same for a response that is not there yet. */
export function newErrorBody(file: FileAnalysis, framework: Framework, code: number, field?: string): string {
  const phrase = reasonPhrase(code) ?? 'Error';
  return written(file, framework, {
    error: quoted(file, phrase.toLowerCase().replace(/[^a-z]+/g, '_')),
    message: quoted(file, phrase),
    ...(field ? { field: quoted(file, field) } : {}),
  });
}

/** RFC 9457; `detail` is an expression that says what is the matter this time. */
export function problemDetails(file: FileAnalysis, response: Response, code: number, detail?: string): string {
  const phrase = reasonPhrase(code) ?? 'Error';
  return written(file, response.framework, {
    type: quoted(file, 'about:blank'),
    title: quoted(file, phrase),
    status: String(code),
    ...(detail === undefined ? {} : { detail }),
  });
}

function written(file: FileAnalysis, framework: Framework, body: Readonly<Record<string, string>>): string {
  const entries = Object.entries(body).map(([key, value]) => ({ key, quotedKey: quoted(file, key), value }));
  return file.context.language.writing.object(entries, framework.idioms?.object);
}
