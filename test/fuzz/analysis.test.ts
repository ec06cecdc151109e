import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { findingsAt, quickFixes } from '../../server/src/features/codeActions.ts';
import { codeAt } from '../../server/src/features/codeAt.ts';
import { codeLenses, resolvedCodeLens } from '../../server/src/features/codeLens.ts';
import { completion } from '../../server/src/features/completion.ts';
import { diagnosticsOf } from '../../server/src/features/diagnostics.ts';
import { linksInCode } from '../../server/src/features/documentLinks.ts';
import { guide, guideOutcome } from '../../server/src/features/guide.ts';
import { headerCompletion } from '../../server/src/features/headerCompletion.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import type { ReadyText } from '../../server/src/features/openTexts.ts';
import { refactorings } from '../../server/src/features/refactorings.ts';
import { spelling } from '../../server/src/features/spelling.ts';
import { writeChanges } from '../../server/src/features/workspaceEdits.ts';
import { safeFixes } from '../../server/src/findings.ts';
import { mappedFile } from '../../server/src/responseMap/mappedFile.ts';
import { isLegible } from '../../server/src/syntax/legible.ts';
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
/** In characters: what is asked of it is asked less often. */
const largeText = 50_000;

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
    for (const { range } of refactorings(text, { start: position, end: position }, writeChanges, []).flatMap(
      ({ edit }) => edit?.changes?.[document.uri] ?? [],
    ))
      assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end));
  }
  askWhileTyping(text, random, places.slice(0, length > largeText ? 1 : 5));
  askOfHandlers(text);
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

/** What editors ask at a keystroke: each question reads the text once more, as it may be meant. */
function askWhileTyping(text: ReadyText, random: Random, places: readonly number[]): void {
  const { document } = text;
  const typed = [...document.text.matchAll(/[(=:,][ ]?|\.[A-Z]\w*|['"]/g)].map(
    ({ index, 0: sign }) => index + sign.length,
  );
  const times = document.text.length > largeText ? 1 : 5;
  const offsets = typed.length === 0 ? places : [...places, ...Array.from({ length: times }, () => random.pick(typed))];
  for (const offset of offsets) {
    const position = document.positionAt(offset);
    const { line } = position;
    for (const { label, textEdit } of [
      ...completion(text, position, analyser),
      ...headerCompletion(text, position, analyser),
    ]) {
      assert.doesNotMatch(label, /undefined|NaN|\[object/);
      assert.ok(textEdit && 'range' in textEdit && textEdit.range.start.line === line, `${label} edits another line`);
    }
    assert.doesNotMatch(JSON.stringify(guide(text, position, analyser)), /undefined|NaN|\[object/);
    guideOutcome(404, text, position, analyser);
  }
}

/** What editors draw into a text or beside it. */
function askOfHandlers(text: ReadyText): void {
  const { document, analysis, findings } = text;
  const { length } = document.text;
  const all = { start: document.positionAt(0), end: document.positionAt(length) };
  for (const { label } of inlayHints(text, all)) assert.match(`${label}`, /^\S/);
  for (const lens of codeLenses(text).slice(0, 50))
    assert.match(resolvedCodeLens(lens, text, true).command?.title ?? '', / → \d/);
  for (const { range } of linksInCode(text)) assert.equal(range.start.line, range.end.line);
  if (!analysis) return;
  const { routes } = mappedFile(document, analysis, findings);
  assert.equal(new Set(routes.map(({ id }) => id)).size, routes.length, 'two routes with one id');
  assert.doesNotMatch(JSON.stringify(routes), /\bNaN\b|\[object/);
}

async function askInTime(text: string, random: Random, path?: string): Promise<void> {
  const start = performance.now();
  const open = await ready(text, { preset: 'strict', rules: {} }, path);
  askEverything(open, random);
  open.document.dispose();
  assert.ok(performance.now() - start < patience, 'That took too long.');
}

suite('no text is too bad', () => {
  test('spoiled code', async () => {
    await rounds(150, async (random) => {
      const file = random.pick(files);
      await askInTime(spoiled(random, readFileSync(file, 'utf8')), random, file.slice(fixtures.length + 1));
    });
  });

  test('code cut while it is typed', async () => {
    await rounds(60, async (random) => {
      const file = random.pick(files);
      const text = readFileSync(file, 'utf8');
      const cut = random.below(text.length);
      const rest = random.fraction() < 0.5 ? '' : text.slice(text.indexOf('\n', cut) + 1);
      await askInTime(text.slice(0, cut) + rest, random, file.slice(fixtures.length + 1));
    });
  });

  for (const [name, text] of nestedTexts(5000)) {
    test(`5000 levels of ${name}`, async () => {
      assert.ok(isLegible(text), 'What is not read shows nothing.');
      await rounds(1, (random) => askInTime(text, random));
    });
  }

  const answer = "app.get('/users/:id', (req, res) => res.status(404).json({ error: 'No' }));\n";
  const large: Readonly<Record<string, string>> = {
    '10 MB of code': answer.repeat(140_000),
    '200 kB of code': answer.repeat(2600),
    '10 MB on one line': answer.trimEnd().repeat(140_000),
    '10 MB of line ends': '\n'.repeat(10_000_000),
    '400 kB of numbers': '404, '.repeat(80_000),
    'a call behind a word of 200 kB': `${' \n'.repeat(10_000)}/* ${'a'.repeat(200_000)} */ res.status(`,
    'a name that is nearly a constant': `${answer}${'res.status(Codes.Networkauthenticationrequired_).end();'.repeat(4)}`,
    '400 kB of words': 'res.status '.repeat(36_000),
  };
  for (const [name, text] of Object.entries(large)) {
    test(name, async () => {
      await rounds(1, (random) => askInTime(text, random));
    });
  }
});
