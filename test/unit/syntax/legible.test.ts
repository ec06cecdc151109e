import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isLegible } from '../../../server/src/syntax/legible.ts';

suite('a text is legible', () => {
  const handler = "app.get('/users/:id', (req, res) => {\n  res.status(404).json({ error: 'none' });\n});\n";
  const minified = "app.get('/users/:id',(e,t)=>{t.status(404).json({error:'none'})});";

  const cases: readonly (readonly [what: string, text: string, expected: boolean])[] = [
    ['when somebody wrote it', handler.repeat(100), true],
    ['when it is short', minified, true],
    [
      'in another script',
      `const words = {\n${"  a: 'ありがとうございます、またお越しください',\n".repeat(200)}};`,
      true,
    ],
    ['indented with tabs', '\tif err != nil {\n\t\treturn nil\n\t}\n'.repeat(200), true],
    ['not when it has hardly any lines', minified.repeat(100), false],
    ['not when it has lines but hardly any blanks', `${minified.repeat(3)}\n`.repeat(100), false],
    ['not when it is huge', handler.repeat(10_000), false],
  ];
  for (const [what, text, expected] of cases) {
    test(what, () => {
      assert.equal(isLegible(text), expected);
      assert.equal(isLegible(Buffer.from(text)), expected);
    });
  }
});
