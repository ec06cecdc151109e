import type { Range } from 'vscode-languageserver/node';
import { LanguageClient } from '../protocol/languageClient.ts';
import { amount, type Figure, under } from './figure.ts';
import { expressFile } from './handlers.ts';
import { median, percentile } from './samples.ts';

const lines = 2000;
const edits = 300;
const warmUp = 30;
const uri = 'file:///bench/routes.js';

/** From a keystroke to its diagnostics: the round trip of the change and of the request that follows it, over stdio. */
export async function measureEditing(): Promise<readonly Figure[]> {
  const text = expressFile(lines);
  const client = await LanguageClient.start();
  try {
    await client.open(uri, text);
    const found = (await client.diagnostics(uri)).length;
    const times: number[] = [];
    for (let edit = 0; edit < warmUp + edits; edit++) {
      const start = performance.now();
      await client.change(uri, edit + 2, change(text, edit));
      await client.diagnostics(uri);
      if (edit >= warmUp) times.push(performance.now() - start);
    }
    const subject = `edit → diagnostics, ${lines} lines, ${found} findings`;
    return [
      { subject: `${subject}, p50`, value: amount(median(times), 'ms') },
      under(15, 'ms', `${subject}, p95`, percentile(times, 0.95)),
    ];
  } finally {
    await client.stop();
  }
}

/** Types a letter into a handler and takes it back, in another handler every time. */
function change(text: string, edit: number): { range: Range; text: string } {
  const places = text.split('\n').flatMap((line, index) => (line.includes('findById') ? [index] : []));
  const line = places[Math.floor(edit / 2) % places.length] ?? 0;
  const start = { line, character: 8 };
  return edit % 2 === 0
    ? { range: { start, end: start }, text: 'x' }
    : { range: { start, end: { line, character: 9 } }, text: '' };
}
