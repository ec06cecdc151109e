import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { AnalysedText } from '../../server/src/analyser.ts';
import { defaultConfiguration } from '../../server/src/configuration/configuration.ts';
import { hover } from '../../server/src/features/hover.ts';
import { findingsOf } from '../../server/src/findings.ts';
import type { SyntaxNode } from '../../server/src/syntax/node.ts';
import { analyser } from '../support/analyser.ts';
import { Random } from '../support/random.ts';
import { randomChange } from '../support/randomChange.ts';

const folder = path.join(import.meta.dirname, '..', 'fixtures', 'javascript');
const editsPerFile = 60;
const longest = 3000;

/** Where code is broken, the parser guesses, and what it guesses may depend on what it saw before. */
const guessesAllowed = 20;

function fail(subject: string, error: unknown): never {
  throw new Error(subject, { cause: error });
}

/** All that features show of a text, in a form that can be compared. */
function everything({ document, analysis, language }: AnalysedText) {
  if (!analysis) return undefined;
  const findings = findingsOf(analysis, defaultConfiguration, fail);
  const text = { document, analysis, language };
  return {
    hovers: analysis.references.map(({ node }) => hover(text, document.positionAt(node.start))),
    findings: findings.map(({ rule, node, message, evidence, fixes }) => ({
      rule: rule.id,
      place: [node.start, node.end],
      message,
      evidence: evidence?.map(({ node: { start, end }, message: why }) => [start, end, why]),
      fixes: fixes(),
    })),
  };
}

function outline({ type, start, end, children }: SyntaxNode): string {
  return `${type} ${start}-${end}(${children.map(outline).join()})`;
}

function treeOf({ analysis }: AnalysedText): string | undefined {
  return analysis && outline(analysis.context.tree.root);
}

suite('after edits everything is as if the text had just been opened', () => {
  let edits = 0;
  let guesses = 0;
  after(() => {
    assert.ok(edits > 1000, `${edits} edits`);
    assert.ok(guesses <= guessesAllowed, `${guesses} of ${edits} broken texts were read in two ways`);
  });

  for (const [index, file] of readdirSync(folder).entries()) {
    const language = analyser.languageOfPath(file);
    if (!language) continue;
    const uri = `file:///src/${file}`;
    const text = readFileSync(path.join(folder, file), 'utf8').slice(0, longest);

    test(`${file}, edit by edit`, async () => {
      await analyser.prepare(language);
      const random = new Random(index + 1);
      const edited = analyser.open(language, uri, text);
      for (let version = 1; version <= editsPerFile; version++) {
        for (let change = random.below(3); change >= 0; change--) {
          edited.update([randomChange(random, edited)], version);
          edits++;
        }
        const fresh = analyser.open(language, uri, edited.text);
        const actual = analyser.analyse(language, edited);
        const expected = analyser.analyse(language, fresh);
        const [shown, wanted] = [everything(actual), everything(expected)];
        const isGuess =
          !isDeepStrictEqual(shown, wanted) &&
          expected.analysis?.context.tree.root.hasError &&
          treeOf(actual) !== treeOf(expected);
        if (isGuess) guesses++;
        else assert.deepEqual(shown, wanted, `edit ${version}:\n${edited.text}`);
        fresh.dispose();
      }
      edited.dispose();
    });

    test(`${file}, when edits are taken back`, async () => {
      await analyser.prepare(language);
      const random = new Random(index + 1000);
      const edited = analyser.open(language, uri, text);
      const expected = analyser.analyse(language, analyser.open(language, uri, text));
      for (let round = 1; round <= 10; round++) {
        for (let change = 0; change < 5; change++) {
          const before = edited.text;
          const { range, text: typed } = randomChange(random, edited);
          if (!range) continue;
          const start = edited.offsetAt(range.start);
          const removed = before.slice(start, edited.offsetAt(range.end));
          edited.update([{ range, text: typed }], round);
          analyser.analyse(language, edited);
          const end = edited.positionAt(start + typed.length);
          edited.update([{ range: { start: edited.positionAt(start), end }, text: removed }], round);
          if (edited.text !== before) edited.update([{ text: before }], round);
        }
        const actual = analyser.analyse(language, edited);
        assert.equal(treeOf(actual), treeOf(expected));
        assert.deepEqual(everything(actual), everything(expected));
      }
      edited.dispose();
    });
  }
});
