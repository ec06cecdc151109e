import type { CodeLens, InlayHint } from 'vscode-languageserver/node';
import { LanguageClient } from '../protocol/languageClient.ts';
import { amount, type Figure, under } from './figure.ts';
import { expressFile } from './handlers.ts';
import { median, percentile } from './samples.ts';

const lines = 2000;
const places = 40;
const warmUp = 8;
/** As many lines are seen: only their lenses say something, and only their hints are asked for. */
const page = 50;
const uri = 'file:///bench/routes.js';

/** From a keystroke to the codes that are offered there, and to what is drawn: lenses and hints; over stdio. */
export async function measureCompleting(): Promise<readonly Figure[]> {
  const text = expressFile(lines);
  const client = await LanguageClient.start();
  try {
    await client.open(uri, text);
    await client.diagnostics(uri);
    const completions: number[] = [];
    const lenses: number[] = [];
    let version = 1;
    for (const [index, place] of statusCodes(text).slice(0, places).entries()) {
      const end = { line: place.line, character: place.character + 3 };
      const began = performance.now();
      await client.change(uri, ++version, { range: { start: place, end }, text: '' });
      const offered = await client.completion(uri, place);
      const completed = performance.now();
      if (offered.length === 0) throw new Error(`Nothing is offered in line ${place.line + 1}.`);
      await client.change(uri, ++version, { range: { start: place, end: place }, text: '404' });
      await client.diagnostics(uri);
      const judged = performance.now();
      const shown = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      if (shown.length === 0) throw new Error('There is no lens.');
      for (const lens of shown.filter(({ range }) => Math.abs(range.start.line - place.line) < page / 2))
        await client.ask<CodeLens>('codeLens/resolve', lens);
      const start = { line: Math.max(0, place.line - page / 2), character: 0 };
      const range = { start, end: { line: start.line + page, character: 0 } };
      await client.ask<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri }, range });
      if (index < warmUp) continue;
      completions.push(completed - began);
      lenses.push(performance.now() - judged);
    }
    return [
      { subject: `keystroke → completion, ${lines} lines, p50`, value: amount(median(completions), 'ms') },
      under(50, 'ms', `keystroke → completion, ${lines} lines, p95`, percentile(completions, 0.95)),
      { subject: `edit → lenses and hints, ${lines} lines, p50`, value: amount(median(lenses), 'ms') },
      under(150, 'ms', `edit → lenses and hints, ${lines} lines, p95`, percentile(lenses, 0.95)),
    ];
  } finally {
    await client.stop();
  }
}

function statusCodes(text: string): { line: number; character: number }[] {
  return text.split('\n').flatMap((content, line) => {
    const character = content.indexOf('status(404)');
    return character < 0 ? [] : [{ line, character: character + 'status('.length }];
  });
}
