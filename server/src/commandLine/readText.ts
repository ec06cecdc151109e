import { closeSync, openSync, readSync } from 'node:fs';
import { greatestLength, isLegible } from '../syntax/legible.ts';

/** A file's text, and whether a byte order mark stands before it. */
export interface FileText {
  readonly text: string;
  readonly marked: boolean;
}

/** One for all files: they are read one after the other, and most are thrown away after a glance. */
let buffer: Buffer | undefined;

/**
 * The text of a file; undefined for what nobody wrote: binaries, and texts too large or minified. Three system calls a
 * file, and nothing is decoded that is not wanted; from a warm cache that is faster than to read many at a time.
 */
export function readText(path: string): FileText | undefined {
  buffer ??= Buffer.allocUnsafe(greatestLength + 1);
  const file = openSync(path, 'r');
  let length: number;
  try {
    length = readWhole(file, buffer);
  } finally {
    closeSync(file);
  }
  const bytes = buffer.subarray(0, length);
  if (!isLegible(bytes) || bytes.subarray(0, 8000).includes(0)) return undefined;
  const text = bytes.toString('utf8');
  const marked = text.startsWith('\uFEFF');
  return { text: marked ? text.slice(1) : text, marked };
}

/** One read takes a whole file as a rule. A second one tells, where the first filled a page or a network's packet. */
function readWhole(file: number, into: Buffer): number {
  let length = 0;
  for (;;) {
    const read = readSync(file, into, length, into.length - length, null);
    length += read;
    if (read === 0 || length === into.length || read % 4096 !== 0) return length;
  }
}
