import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { completion } from '../../../server/src/features/completion.ts';
import { Configurations } from '../../../server/src/features/configurations.ts';
import { Guard } from '../../../server/src/features/guard.ts';
import { OpenTexts, type ReadyText } from '../../../server/src/features/openTexts.ts';
import { analyser } from '../../support/analyser.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const files = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && analyser.languageOfPath(entry.name) !== undefined)
  .map((entry) => join(entry.parentPath, entry.name));

function openTexts() {
  const configurations = new Configurations({
    askSettings: async () => undefined,
    readText: async () => undefined,
    readPattern: async () => [],
    onFile: () => undefined,
  });
  const guard = new Guard((line) => assert.fail(line));
  return new OpenTexts(analyser, guard, configurations);
}

/** The codes in the order in which they are offered, and what is said of them. */
function offered(text: ReadyText, offset: number): readonly string[] {
  return completion(text, text.document.positionAt(offset), analyser)
    .toSorted((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? ''))
    .map(({ data, labelDetails }) => `${data} ${labelDetails?.description ?? ''}`);
}

/** The places of statuses in a text, some of them. */
function placesIn({ analysis }: ReadyText): readonly { readonly start: number; readonly end: number }[] {
  const sent = (analysis?.references ?? []).filter(({ role }) => role === 'sent').map(({ node }) => node);
  return sent.filter((_, index) => index % 7 === 0).map(({ start, end }) => ({ start, end }));
}

suite('completion in a text that is being edited', () => {
  let compared = 0;
  for (const file of files) {
    test(`is that of the text as it is: ${file.slice(fixtures.length + 1)}`, async () => {
      const uri = `file:///src/${file.slice(file.lastIndexOf('/') + 1)}`;
      const language = analyser.languageOfPath(file);
      const text = readFileSync(file, 'utf8');
      const texts = openTexts();
      const open = async (content: string) => {
        texts.open(uri, language?.languageIds[0] ?? '', 1, content);
        const ready = await texts.ready(uri);
        assert.ok(ready);
        return ready;
      };
      for (const { start, end } of placesIn(await open(text))) {
        const edited = text.slice(0, start) + text.slice(end);
        const expected = offered(await open(edited), start);
        const before = await open(text);
        // what is known of the whole stays of use
        void before.findings;
        const range = { start: before.document.positionAt(start), end: before.document.positionAt(end) };
        texts.change(uri, [{ range, text: '' }], 2);
        const after = await texts.ready(uri);
        assert.ok(after);
        if (after.surroundings?.(start)) compared++;
        assert.deepEqual(offered(after, start), expected, text.slice(start - 60, end + 20));
      }
    });
  }
  test('mostly without a look at the whole of it', () => assert.ok(compared > 50, `${compared} times`));
});
