import type { Range } from 'vscode-languageserver/node';
import { LanguageClient } from '../protocol/languageClient.ts';
import { amount, type Figure, under } from './figure.ts';
import { controllerFile, expressFile, pluginFile } from './handlers.ts';
import { median, percentile } from './samples.ts';

const lines = 2000;
const edits = 300;
const warmUp = 30;
/** The shapes that files of handlers have: many statements, one class, one function. */
const shapes: readonly Shape[] = [
  { name: 'routes', uri: 'file:///bench/routes.js', languageId: 'javascript', write: expressFile },
  { name: 'a controller', uri: 'file:///bench/controller.ts', languageId: 'typescript', write: controllerFile },
  { name: 'a plugin', uri: 'file:///bench/plugin.js', languageId: 'javascript', write: pluginFile },
];

interface Shape {
  readonly name: string;
  readonly uri: string;
  readonly languageId: string;
  readonly write: (lines: number) => string;
}

/** From a keystroke to its diagnostics: the round trip of the change and of the request that follows it, over stdio. */
export async function measureEditing(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const shape of shapes) figures.push(...(await measureShape(shape)));
  return figures;
}

async function measureShape({ name, uri, languageId, write }: Shape): Promise<readonly Figure[]> {
  const text = write(lines);
  const client = await LanguageClient.start();
  try {
    await client.open(uri, text, languageId);
    const found = (await client.diagnostics(uri)).length;
    const times: number[] = [];
    for (let edit = 0; edit < warmUp + edits; edit++) {
      const start = performance.now();
      await client.change(uri, edit + 2, change(text, edit));
      await client.diagnostics(uri);
      if (edit >= warmUp) times.push(performance.now() - start);
    }
    const typing: number[] = [];
    const firstLines = places(text);
    const middle = firstLines[firstLines.length >> 1] ?? 0;
    let version = warmUp + edits + 2;
    for (const letter of typedChanges(middle)) {
      const start = performance.now();
      await client.change(uri, version++, letter);
      await client.diagnostics(uri);
      typing.push(performance.now() - start);
    }
    const subject = `edit → diagnostics, ${name}, ${lines} lines, ${found} findings`;
    const typed = `each letter of a statement that is typed, ${name}`;
    return [
      { subject: `${subject}, p50`, value: amount(median(times), 'ms') },
      under(15, 'ms', `${subject}, p95`, percentile(times, 0.95)),
      { subject: `${typed}, p50`, value: amount(median(typing), 'ms') },
      under(15, 'ms', `${typed}, p95`, percentile(typing, 0.95)),
    ];
  } finally {
    await client.stop();
  }
}

/** What somebody types whose editor closes no brackets: until its last line, the text has no end. */
const typed = `  if (!req.query.name) {
    return res.status(400).send('A name is needed.');
  }
`;

/** Types a statement above a line, letter by letter. */
function typedChanges(above: number): readonly { range: Range; text: string }[] {
  return [...typed].map((text, index) => {
    const before = typed.slice(0, index).split('\n');
    const position = { line: above + before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { range: { start: position, end: position }, text };
  });
}

/** Types a letter into a handler and takes it back, in another handler every time. */
function change(text: string, edit: number): { range: Range; text: string } {
  const firstLines = places(text);
  const line = firstLines[Math.floor(edit / 2) % firstLines.length] ?? 0;
  const start = { line, character: 12 };
  return edit % 2 === 0
    ? { range: { start, end: start }, text: 'x' }
    : { range: { start, end: { line, character: 13 } }, text: '' };
}

/** The first lines of handlers. */
function places(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (line.includes('findById') ? [index] : []));
}
