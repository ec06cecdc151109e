import { contentHash } from './contentHash.ts';

/** Writes what is kept for later, so that nobody takes what another build wrote, or what came to harm, for his own. */
export function sealed(build: string, body: string): string {
  return `${build}\n${contentHash(body)}\n${body}`;
}

/** The body of a text that was sealed by the same build and is whole; undefined of any other. */
export function unsealed(build: string, text: string): string | undefined {
  const [by, hash, body] = text.split('\n', 3);
  return by === build && body !== undefined && hash === contentHash(body) ? body : undefined;
}
