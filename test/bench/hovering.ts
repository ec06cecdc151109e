import { LanguageClient } from '../protocol/languageClient.ts';
import { amount, type Figure, under } from './figure.ts';
import { expressFile } from './handlers.ts';
import { median, percentile } from './samples.ts';

const lines = 2000;
const warmUp = 20;
const uri = 'file:///bench/routes.js';

/** The round trip of a hover on every status code of a large file, over stdio. */
export async function measureHovering(): Promise<readonly Figure[]> {
  const text = expressFile(lines);
  const client = await LanguageClient.start();
  try {
    await client.open(uri, text);
    await client.diagnostics(uri);
    const times: number[] = [];
    for (const [index, position] of statusCodes(text).entries()) {
      const start = performance.now();
      const hover = await client.hover(uri, position);
      if (hover === null) throw new Error(`No hover in line ${position.line + 1}.`);
      if (index >= warmUp) times.push(performance.now() - start);
    }
    const afterEdits: number[] = [];
    let version = 2;
    for (const { line, character } of statusCodes(text)) {
      const start = { line, character: 0 };
      await client.change(uri, version++, { range: { start, end: start }, text: ' ' });
      await client.diagnostics(uri);
      const began = performance.now();
      await client.hover(uri, { line, character: character + 1 });
      if (version > warmUp) afterEdits.push(performance.now() - began);
    }
    return [
      { subject: `hover, ${lines} lines, p50`, value: amount(median(times), 'ms') },
      under(3, 'ms', `hover, ${lines} lines, p95`, percentile(times, 0.95)),
      { subject: 'the same right after an edit, p50', value: amount(median(afterEdits), 'ms') },
      under(3, 'ms', 'the same right after an edit, p95', percentile(afterEdits, 0.95)),
    ];
  } finally {
    await client.stop();
  }
}

function statusCodes(text: string): { line: number; character: number }[] {
  return text.split('\n').flatMap((content, line) => {
    const character = content.search(/(?<=tatus\()\d{3}/);
    return character < 0 ? [] : [{ line, character: character + 1 }];
  });
}
