import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Parser, Tree } from 'web-tree-sitter';
import { analyser } from '../support/analyser.ts';
import { Random } from '../support/random.ts';
import { randomChange } from '../support/randomChange.ts';

const file = path.join(import.meta.dirname, '../workspace/src/orders.ts');

/** What the parser keeps lies where no garbage collector looks: every tree that is made has to be given back. */
suite('syntax trees', () => {
  const { parse } = Parser.prototype;
  const { copy, delete: free } = Tree.prototype;
  const live = new Set<Tree>();

  before(() => {
    Parser.prototype.parse = function (...given) {
      const tree = parse.apply(this, given);
      if (tree) live.add(tree);
      return tree;
    };
    Tree.prototype.copy = function () {
      const tree = copy.call(this);
      live.add(tree);
      return tree;
    };
    Tree.prototype.delete = function () {
      live.delete(this);
      free.call(this);
    };
  });
  after(() => {
    Parser.prototype.parse = parse;
    Tree.prototype.copy = copy;
    Tree.prototype.delete = free;
  });

  test('are one for a text that is edited and looked at, and none for one that is closed', async () => {
    const language = analyser.languageOfPath(file) ?? assert.fail('TypeScript is a language.');
    await analyser.prepare(language);
    const random = new Random(1);
    const document = analyser.open(language, 'file:///orders.ts', readFileSync(file, 'utf8'));
    analyser.analyse(language, document);
    // that of the text, and what the patterns of frameworks were read from
    const kept = live.size;
    for (let edit = 1; edit <= 50; edit++) {
      document.update([randomChange(random, document)], edit);
      analyser.analyse(language, document);
      const end = document.text.length;
      analyser.supposing(language, document, { start: end, end, text: '// 404' }, () => undefined);
      assert.equal(live.size, kept, `after ${edit} edits`);
    }
    document.dispose();
    assert.equal(live.size, kept - 1);
  });
});
