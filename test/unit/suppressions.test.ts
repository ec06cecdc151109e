import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Configuration } from '../../server/src/configuration/configuration.ts';
import { fixAll } from '../../server/src/rules/fixes/fixAll.ts';
import { ready } from '../support/ready.ts';

/** Two findings in its last lines: a 405 without Allow, a 301 without Location. */
function source(above: string, end = ''): string {
  return `import express from 'express';
const app = express();
app.get('/old', (req, res) => {
${above}  if (req.query.no) return res.status(405).json({ error: 'no' });${end}
  res.status(301).end();
});
`;
}

async function found(text: string, configuration?: Configuration): Promise<readonly string[]> {
  const { findings, document } = await ready(text, configuration);
  return findings
    .filter(({ rule }) => ['allow-on-405', 'location-on-redirect', 'unused-suppression'].includes(rule.id))
    .map(({ rule, node, message }) => {
      const line = document.positionAt(node.start).line + 1;
      return rule.id === 'unused-suppression' ? `${line} ${message}` : `${line} ${rule.id}`;
    });
}

const cases: readonly (readonly [name: string, text: string, findings: readonly string[]])[] = [
  ['without a comment', source(''), ['4 allow-on-405', '5 location-on-redirect']],
  ['by id, for the next line', source('  // http-status-ignore-next-line allow-on-405\n'), ['6 location-on-redirect']],
  [
    'with a reason',
    source('  // http-status-ignore-next-line allow-on-405 -- the proxy adds it\n'),
    ['6 location-on-redirect'],
  ],
  ['without ids: every rule', source('  // http-status-ignore-next-line\n'), ['6 location-on-redirect']],
  ['without ids, with a reason', source('  // http-status-ignore-next-line -- legacy\n'), ['6 location-on-redirect']],
  [
    'another rule: the comment is not used',
    source('  // http-status-ignore-next-line location-on-201\n'),
    ['4 There is no finding of location-on-201 to suppress here.', '5 allow-on-405', '6 location-on-redirect'],
  ],
  [
    'several rules, one of them not used',
    source('  // http-status-ignore-next-line location-on-201, allow-on-405\n'),
    ['4 There is no finding of location-on-201 to suppress here.', '6 location-on-redirect'],
  ],
  [
    'a rule that does not exist',
    source('  // http-status-ignore-next-line allow-on-504\n'),
    ['4 There is no finding of allow-on-504 to suppress here.', '5 allow-on-405', '6 location-on-redirect'],
  ],
  ['on the line itself', source('', ' // http-status-ignore-line allow-on-405'), ['5 location-on-redirect']],
  ['in a block comment', source('  /* http-status-ignore-next-line allow-on-405 */\n'), ['6 location-on-redirect']],
  [
    'in a block comment on the line itself',
    source('  /* http-status-ignore-line allow-on-405 -- ok */'),
    ['5 location-on-redirect'],
  ],
  [
    'past comments for other tools',
    source('  // http-status-ignore-next-line allow-on-405\n  // eslint-disable-next-line no-magic-numbers\n'),
    ['7 location-on-redirect'],
  ],
  [
    'the next line only, be it empty',
    source('  // http-status-ignore-next-line allow-on-405\n\n'),
    ['4 There is no finding of allow-on-405 to suppress here.', '6 allow-on-405', '7 location-on-redirect'],
  ],
  ['in the file, by id', `// http-status-ignore-file allow-on-405\n${source('')}`, ['6 location-on-redirect']],
  ['in the file, at its end', `${source('')}// http-status-ignore-file allow-on-405, location-on-redirect\n`, []],
  ['in the file, all', `/* http-status-ignore-file -- generated */\n${source('')}`, []],
  [
    'in a text: that is no comment',
    source("  log('// http-status-ignore-next-line allow-on-405');\n"),
    ['5 allow-on-405', '6 location-on-redirect'],
  ],
  [
    'in a sentence: that is no directive',
    source('  // see http-status-ignore-next-line allow-on-405\n'),
    ['5 allow-on-405', '6 location-on-redirect'],
  ],
  [
    'a misspelt directive',
    source('  // http-status-ignore-nextline allow-on-405\n'),
    ['5 allow-on-405', '6 location-on-redirect'],
  ],
  [
    'with Windows line ends',
    source('  // http-status-ignore-next-line allow-on-405 -- why\n').replaceAll('\n', '\r\n'),
    ['6 location-on-redirect'],
  ],
  [
    'at the end of the text',
    `${source('')}// http-status-ignore-next-line`,
    ['4 allow-on-405', '5 location-on-redirect', '7 There is no finding to suppress here.'],
  ],
  [
    'in a text without responses',
    '// http-status-ignore-file\nconst a = 1;\n',
    ['1 There is no finding to suppress here.'],
  ],
];

suite('findings are suppressed', () => {
  for (const [name, text, findings] of cases) {
    test(name, async () => assert.deepEqual(await found(text), findings));
  }

  test('and a comment for a rule that is switched off is not called unused', async () => {
    const text = source('  // http-status-ignore-next-line allow-on-405\n');
    const off: Configuration = { preset: 'recommended', rules: { 'allow-on-405': 'off' } };
    assert.deepEqual(await found(text, off), ['6 location-on-redirect']);
  });
});

const mended: readonly (readonly [name: string, text: string, result: string])[] = [
  ['a line of its own', source('  // http-status-ignore-next-line location-on-201\n'), source('')],
  ['the end of a line', source('', ' // http-status-ignore-line location-on-201'), source('')],
  [
    'one id of several',
    source('  // http-status-ignore-next-line location-on-201, allow-on-405 -- why\n'),
    source('  // http-status-ignore-next-line allow-on-405 -- why\n'),
  ],
  ['a comment within a line', source('  /* http-status-ignore-line location-on-201 */'), source('  ')],
];

suite('unused suppressions are removed', () => {
  for (const [name, text, result] of mended) {
    test(name, async () => {
      const { findings } = await ready(text);
      const unused = findings.find(({ rule }) => rule.id === 'unused-suppression');
      assert.ok(unused);
      let rounds = 0;
      const edits = fixAll(text, () => (rounds++ === 0 ? [unused.fixes()] : []));
      assert.equal(
        edits.reduceRight((after, edit) => after.slice(0, edit.start) + edit.text + after.slice(edit.end), text),
        result,
      );
    });
  }
});
