import type { Expression } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { addHeader } from './addHeader.ts';
import { problemDetails } from './errorBody.ts';
import { replace, type TextEdit } from './fix.ts';
import { setBody } from './setBody.ts';
import { quoted } from './style.ts';

/** What error bodies call the sentence for people. */
const sayings: ReadonlySet<string> = new Set(['detail', 'message', 'msg', 'error', 'description', 'reason']);

/** Makes an error's body problem details and says so in its Content-Type. What it says of the matter becomes the detail. */
export function asProblemDetails(
  file: FileAnalysis,
  response: Response,
  code: number,
): readonly TextEdit[] | undefined {
  const { body, headers } = response;
  if (body.kind === 'unknown' || headers.fields.has('content-type')) return undefined;
  const edits = body.kind === 'none' ? setBody(file, response, problemDetails(file, response, code)) : replaced();
  const type = { name: 'Content-Type', value: quoted(file, 'application/problem+json') };
  const header = edits && addHeader(file, response, type);
  // where both begin at one place, what is put in comes first
  return header && [...header, ...edits];

  function replaced(): readonly TextEdit[] | undefined {
    const object = body.kind === 'present' ? body.expression : undefined;
    // a body that is made elsewhere is that of others too
    if (object?.kind !== 'object' || !response.event.node.contains(object.node)) return undefined;
    const keys = new Set(object.entries.map(({ key }) => key));
    if (!object.complete || (keys.has('title') && keys.has('status'))) return undefined;
    return [replace(object.node, problemDetails(file, response, code, sayingIn(object)))];
  }
}

/** A sentence, or an expression that gives one; a code in capitals or in one word is none. */
function sayingIn(object: Expression & { kind: 'object' }): string | undefined {
  const said = [...sayings].flatMap((key) => object.entries.find((entry) => entry.key === key) ?? []);
  return said.find(({ value }) => value.kind !== 'string' || /\s/.test(value.value))?.value.node.text;
}
