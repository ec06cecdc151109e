import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { findingsAt, quickFixes } from '../../server/src/features/codeActions.ts';
import { codeAt } from '../../server/src/features/codeAt.ts';
import { diagnosticsOf } from '../../server/src/features/diagnostics.ts';
import { hover } from '../../server/src/features/hover.ts';
import type { ReadyText } from '../../server/src/features/openTexts.ts';
import { spelling } from '../../server/src/features/spelling.ts';
import { writeChanges } from '../../server/src/features/workspaceEdits.ts';
import { safeFixes } from '../../server/src/findings.ts';
import { analyser } from '../support/analyser.ts';
import type { Random } from '../support/random.ts';
import { failOnFault, ready } from '../support/ready.ts';
import { nestedTexts } from './nested.ts';
import { rounds } from './rounds.ts';
import { spoiled } from './spoiled.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const files = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && analyser.languageOfPath(entry.name) !== undefined)
  .map((entry) => join(entry.parentPath, entry.name));

/** Far more than anything needs, on any machine; what hangs takes for ever. */
const patience = 30_000;

/** Asks for everything that an editor can ask for about a text. */
function askEverything(text: ReadyText, random: Random): void {
  const { document, analysis, language } = text;
  const { length } = document.text;
  const places = [0, length, ...(analysis?.references.slice(0, 20).map(({ node }) => node.start) ?? [])];
  for (let times = 0; times < 20; times++) places.push(random.below(length + 1));
  for (const offset of places) {
    const position = document.positionAt(offset);
    const shown = hover(text, position);
    if (shown?.range) {
      assert.ok(document.offsetAt(shown.range.start) <= offset && offset < document.offsetAt(shown.range.end));
    }
    codeAt(text, position);
  }
  spelling(text, 404);
  for (const { range, message } of diagnosticsOf(document, text.findings)) {
    assert.ok(document.offsetAt(range.start) < document.offsetAt(range.end), `${message}`);
    assert.doesNotMatch(`${message}`, /undefined|NaN|\[object/);
  }
  const all = { start: document.positionAt(0), end: document.positionAt(length) };
  for (const { title, edit } of quickFixes(text, findingsAt(text, all, []), writeChanges, failOnFault)) {
    const edits = edit?.changes?.[document.uri] ?? [];
    assert.ok(edits.length > 0, title);
    const offsets = edits
      .map(({ range }) => [document.offsetAt(range.start), document.offsetAt(range.end)] as const)
      .sort(([one], [other]) => one - other);
    offsets.forEach(([start, end], index) => {
      assert.ok(start <= end && (offsets[index - 1]?.[1] ?? 0) <= start, `${title} edits a place twice`);
    });
  }
  if (random.fraction() < 0.1) safeFixes(analyser, language, document, text.configuration, failOnFault);
}

suite('no text is too bad', () => {
  test('spoiled code', async () => {
    await rounds(150, async (random) => {
      const file = random.pick(files);
      const text = spoiled(random, readFileSync(file, 'utf8'));
      const start = performance.now();
      const open = await ready(text, { preset: 'strict', rules: {} }, file.slice(fixtures.length + 1));
      askEverything(open, random);
      open.document.dispose();
      assert.ok(performance.now() - start < patience, 'That took too long.');
    });
  });

  for (const [name, text] of nestedTexts(10_000)) {
    test(`10,000 levels of ${name}`, async () => {
      const start = performance.now();
      await rounds(1, async (random) => askEverything(await ready(text), random));
      assert.ok(performance.now() - start < patience, 'That took too long.');
    });
  }

  const answer = "app.get('/users/:id', (req, res) => res.status(404).json({ error: 'No' }));\n";
  const large: Readonly<Record<string, string>> = {
    '10 MB of code': answer.repeat(140_000),
    '200 kB of code': answer.repeat(2600),
    '10 MB on one line': answer.trimEnd().repeat(140_000),
    '10 MB of line ends': '\n'.repeat(10_000_000),
    '400 kB of numbers': '404, '.repeat(80_000),
    '400 kB of words': 'res.status '.repeat(36_000),
  };
  for (const [name, text] of Object.entries(large)) {
    test(name, async () => {
      const start = performance.now();
      await rounds(1, async (random) => askEverything(await ready(text), random));
      assert.ok(performance.now() - start < patience, 'That took too long.');
    });
  }
});
