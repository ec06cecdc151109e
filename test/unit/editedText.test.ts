import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { EditedText } from '../../server/src/rules/fixes/editedText.ts';
import type { Fix, TextEdit } from '../../server/src/rules/fixes/fix.ts';
import { fixAll } from '../../server/src/rules/fixes/fixAll.ts';
import { Random } from '../support/random.ts';

/** The text after edits that are in its order and do not overlap. */
function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end),
    text,
  );
}

function randomEdits(random: Random, length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let from = 0; from <= length && edits.length < 4; ) {
    const start = from + random.below(8);
    const end = Math.min(length, start + random.below(4));
    if (start > length) break;
    edits.push({ start, end, text: random.pick(['', 'a', 'bc', '(…)']) });
    from = end + 1;
  }
  return edits;
}

suite('rounds of edits', () => {
  test('come to edits of the original', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const random = new Random(seed);
      const original = '0123456789abcdefghij'.slice(0, random.below(21));
      const edited = new EditedText(original);
      let expected = original;
      for (let round = random.below(5); round >= 0; round--) {
        const edits = randomEdits(random, expected.length);
        edited.apply(edits);
        expected = applied(expected, edits);
        assert.equal(edited.text, expected, `seed ${seed}`);
      }
      assert.equal(applied(original, edited.edits), expected, `seed ${seed}`);
      edited.edits.reduce((end, edit) => {
        assert.ok(end <= edit.start && edit.start <= edit.end, `seed ${seed}`);
        return edit.end;
      }, 0);
    }
  });

  test('that change nothing are no edits', () => {
    const edited = new EditedText('same');
    edited.apply([]);
    assert.deepEqual(edited.edits, []);
  });
});

function fix(safety: Fix['safety'], ...edits: readonly TextEdit[]): Fix {
  return { title: '', safety, edits };
}

suite('all fixes at once', () => {
  test('take the first safe one of each finding', () => {
    const edits = fixAll('ab', (text) =>
      text === 'ab'
        ? [
            [fix('suggestion', { start: 0, end: 1, text: 'X' }), fix('safe', { start: 0, end: 1, text: 'Y' })],
            [fix('suggestion', { start: 2, end: 2, text: 'Z' })],
          ]
        : [],
    );
    assert.equal(applied('ab', edits), 'Yb');
  });

  test('keep those that overlap for the next round', () => {
    const rounds: string[] = [];
    const edits = fixAll('1 2', (text) => {
      rounds.push(text);
      return text.includes('2')
        ? [[fix('safe', { start: 0, end: 1, text: 'one' })], [fix('safe', { start: 0, end: text.length, text: 'all' })]]
        : [];
    });
    assert.deepEqual(rounds.slice(0, 2), ['1 2', 'one 2']);
    assert.ok(applied('1 2', edits).length > 0);
  });

  test('end when fixes quarrel', () => {
    let rounds = 0;
    fixAll('a', (text) => {
      rounds++;
      return [[fix('safe', { start: 0, end: 1, text: text === 'a' ? 'b' : 'a' })]];
    });
    assert.ok(rounds < 10);
  });
});
