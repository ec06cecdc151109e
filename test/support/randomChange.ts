import type { SourceDocument, TextChange } from '../../server/src/syntax/document.ts';
import type { Random } from './random.ts';

/** What people type, paste and leave half done, and what no parser likes. */
const pieces = [
  ' ',
  '\n',
  '\r\n',
  '\r',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  "'",
  '"',
  '`',
  '${',
  '//',
  '/*',
  '*/',
  ';',
  ',',
  '.',
  '=>',
  '<',
  '>',
  '/',
  '\\',
  '404',
  '201',
  '999',
  'res',
  'if (!user) ',
  'return ',
  'async ',
  'else ',
  "res.status(404).json({ error: 'No such user' });\n",
  "router.post('/users', requireAuth, async (req, res) => {\n",
  '});\n',
  '.status(201)',
  '.location(`/users/',
  '`)',
  '// http-status-ignore-next-line location-on-201\n',
  'import { StatusCodes } from "http-status-codes";\n',
  'StatusCodes.NOT_FOUND',
  'é',
  '😀',
  '\u2028',
  '\uFEFF',
  '\uD83D',
  '\u0000',
  '\u202E',
];

export function randomText(random: Random): string {
  return random.pick(pieces);
}

/** An edit as an author, a formatter or a broken tool might make it. */
export function randomChange(random: Random, document: SourceDocument): TextChange {
  const { length } = document.text;
  const start = random.below(length + 1);
  const removed = random.fraction() < 0.5 ? 0 : random.below(random.fraction() < 0.1 ? 400 : 12);
  const end = Math.min(length, start + removed);
  const text = random.fraction() < 0.2 ? '' : randomText(random);
  if (random.fraction() < 0.3 && end > start) {
    // What was there comes again, somewhere else.
    return { range: rangeOf(document, start, start), text: document.text.slice(start, end) };
  }
  return { range: rangeOf(document, start, end), text };
}

function rangeOf(document: SourceDocument, start: number, end: number) {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
