import type { ErrorHandler } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { Guard } from '../code/flow.ts';
import { singular, wordsOf } from '../code/naming.ts';
import type { Response } from '../model.ts';
import { reasonOfErrorName } from './errorNames.ts';
import type { Reason } from './reason.ts';

export type Caught = Guard & { readonly kind: 'caught' };

/** The reason that the name of an error stands for. */
export function ofErrorName(name: string, guard: SyntaxNode): Reason | undefined {
  const kind = reasonOfErrorName(name);
  return (
    kind && { kind, confidence: 'high', guard, source: undefined, subject: name, isWitness: true, principal: undefined }
  );
}

/** Where something is deleted, a broken integrity is that of what refers to it. */
export function isOfDeletion(guard: Caught, response: Response): boolean {
  const methods = response.handler?.methods ?? [];
  return isOfIntegrity(guard) && methods.length > 0 && methods.every((method) => method === 'DELETE');
}

/** `INSERT … ON DUPLICATE KEY UPDATE`: where a row that is there is changed, what breaks the integrity is what it refers to. */
export function isOfUpsert(guard: Caught): boolean {
  return isOfIntegrity(guard) && /\bon\s+(?:duplicate\s+key|conflict\b[^;]*\bdo)\b/i.test(guard.attempt.body.text);
}

export function isOfIntegrity({ handler }: Caught): boolean {
  return handler.types.some((type) => /integrity/i.test(type));
}

export function catchesAll({ handler }: Caught): boolean {
  return catchesAnything(handler);
}

export function catchesAnything({ types }: ErrorHandler): boolean {
  return types.every((type) => /^(?:Exception|BaseException|Error|Throwable)$/.test(type));
}

/** True of a handler behind others that answer for errors of their own, and do not merely pass them on. */
export function followsOthers({ attempt: { handlers }, handler }: Caught): boolean {
  return handlers
    .slice(0, handlers.indexOf(handler))
    .some(({ types, body }) => types.length > 0 && !/^[\s{]*(?:raise|throw)(?:\s+\w+)?[\s;}]*$/.test(body.text));
}

/**
 * True of a missing thing that a handler is about, or that is asked for by what the URL names: `AuthorNotFound` while a book
 * is changed is a reference inside the request.
 */
export function isAskedFor(error: string, handler: Response['handler'], lookup = ''): boolean {
  const missing = wordsOf(error.replace(/^.*\./s, '')).filter((word) => !wordsOfMissing.has(word));
  const asked = wordsOf(`${handler?.function.name ?? ''} ${handler?.route ?? ''} ${lookup}`).map(singular);
  return missing.every((word) => asked.includes(singular(word)));
}

/** An error of this name is about who calls, whatever else is tried; `DecodeError` may be about anything. */
export const namesAuthentication = /authenticat|credential|TokenValidation/i;

export const decrypts = /\bdecrypt\(/;

/** A file that the server may not touch is no matter of who calls. */
export const touchesFiles =
  /\b(?:open|unlink|mkdir|makedirs|rmtree|rename|(?:read|write)_(?:text|bytes))\(|\b(?:os|shutil)\./;

const wordsOfMissing: ReadonlySet<string> = new Set(
  'not found no such does exist result error exception row rows object record entity item resource model document data http'.split(
    ' ',
  ),
);
