import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findingsAt, quickFixes } from '../../../server/src/features/codeActions.ts';
import { diagnosticsOf } from '../../../server/src/features/diagnostics.ts';
import { fixAllActions, fixAllKind, resolvedFixAll } from '../../../server/src/features/fixAllAction.ts';
import { writeChanges, writeVersionedChanges } from '../../../server/src/features/workspaceEdits.ts';
import { analyser } from '../../support/analyser.ts';
import { atCursor, failOnFault, ready } from '../../support/ready.ts';

const uri = 'file:///src/users.ts';

async function actionsAt(source: string) {
  const { text, offset } = atCursor(source);
  const open = await ready(text);
  const position = open.document.positionAt(offset);
  return {
    text,
    open,
    actions: quickFixes(open, findingsAt(open, { start: position, end: position }, []), writeChanges, failOnFault),
  };
}

function applied(text: string, { edit }: CodeAction): string {
  const edits: TextEdit[] = edit?.changes?.[uri] ?? [];
  return TextDocument.applyEdits(TextDocument.create(uri, 'typescript', 1, text), edits);
}

const created = `import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  const user = await users.create(req.body);
  res.status(20|1).json(user);
});
`;

suite('quick fixes', () => {
  test('offer the best fix first, and to suppress the finding last', async () => {
    const { actions } = await actionsAt(created);
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
      [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the fix writes a template
        ['Add Location: `${req.originalUrl}/${user.id}`', CodeActionKind.QuickFix, true],
        ['Suppress location-on-201 on this line', CodeActionKind.QuickFix, undefined],
      ],
    );
  });

  test('say an outdated phrase anew, and leave the code as it is', async () => {
    const { actions } = await actionsAt(`import express from 'express';
const app = express();
app.post('/files', (req, res) => {
  res.status(413).json({ error: 'Payload Too| Large' });
});
`);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Say “Content Too Large”', 'Suppress reason-phrase on this line'],
    );
  });

  for (const name of ['etag', '$etag']) {
    test(`move nothing in front of what it needs: ${name}`, async () => {
      const { actions } = await actionsAt(`import express from 'express';
const app = express();
app.get('/orders', (req, res) => {
  res.json(orders);
  const ${name} = tagOf(orders);
  res.s|et('ETag', ${name});
});
`);
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['Suppress response-after-response on this line'],
      );
    });
  }

  test('say what they are about', async () => {
    const { actions, open } = await actionsAt(created);
    for (const { diagnostics } of actions) {
      assert.deepEqual(diagnostics, diagnosticsOf(open.document, open.findings));
    }
  });

  test('are found by the diagnostic, wherever the cursor is', async () => {
    const { open } = await actionsAt(created);
    const start = { line: 0, character: 0 };
    const nowhere = { start, end: start };
    const asked = diagnosticsOf(open.document, open.findings);
    assert.equal(quickFixes(open, findingsAt(open, nowhere, []), writeChanges, failOnFault).length, 0);
    assert.equal(quickFixes(open, findingsAt(open, nowhere, asked), writeChanges, failOnFault).length, 2);
    const others = asked.map((diagnostic) => ({ ...diagnostic, source: 'eslint' }));
    assert.equal(quickFixes(open, findingsAt(open, nowhere, others), writeChanges, failOnFault).length, 0);
  });

  test('begin with what is asked about, and of that with what weighs most', async () => {
    const source = `import express from 'express';
const app = express();
app.use(requireAuth);
app.delete('/users/:id', (req, res) => {
  if (!req.user.isAdmin) return res.status(|401).end();
  res.status(204).end();
});
`;
    const { open, actions } = await actionsAt(source);
    const rulesOf = (found: typeof actions) => [...new Set(found.map(({ diagnostics }) => diagnostics?.[0]?.code))];
    const all = rulesOf(actions);
    assert.deepEqual(all, ['forbidden-for-authenticated', 'error-body']);
    const asked = diagnosticsOf(open.document, open.findings).filter(({ code }) => code === 'error-body');
    const [first] = asked;
    assert.ok(first);
    const found = quickFixes(open, findingsAt(open, first.range, asked), writeChanges, failOnFault);
    assert.equal(rulesOf(found)[0], 'error-body');
  });

  test('keep together what mends one of several findings on a token', async () => {
    const { actions } = await actionsAt(`import express from 'express';
import { z } from 'zod';
const app = express();
app.post('/users', async (req, res) => {
  try {
    res.json(await users.register(z.object({ name: z.string() }).parse(req.body)));
  } catch (error) {
    res.status(5|00).json({ error: error.message });
  }
});
`);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Answer 400 Bad Request to invalid input first', true],
        ['Log the error, and send “Something went wrong”', undefined],
        ['Send “Something went wrong” instead', undefined],
        ['Suppress client-fault-is-4xx on this line', undefined],
        ['Suppress error-detail-leak on this line', undefined],
      ],
    );
  });

  test('bear no range that is outside the text', async () => {
    const { open } = await actionsAt(created);
    const far = { line: 10_000, character: 10_000 };
    assert.deepEqual(
      quickFixes(
        open,
        findingsAt(open, { start: far, end: { line: -1, character: -1 } }, []),
        writeChanges,
        failOnFault,
      ),
      [],
    );
  });

  test('name the version they are for, where the editor wants it', async () => {
    const { open } = await actionsAt(created);
    const all = { start: { line: 0, character: 0 }, end: { line: 10, character: 0 } };
    const [first] = quickFixes(open, findingsAt(open, all, []), writeVersionedChanges, failOnFault);
    assert.deepEqual(
      first?.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument),
      [{ uri, version: 1 }],
    );
  });
});

const suppressed: readonly (readonly [name: string, source: string, result: string])[] = [
  [
    'a comment above, with the indentation of the line',
    created,
    created.replace('|', '').replace('  res.status', '  // http-status-ignore-next-line location-on-201\n  res.status'),
  ],
  [
    'the line ends of the text',
    created.replaceAll('\n', '\r\n'),
    created
      .replace('|', '')
      .replace('  res.status', '  // http-status-ignore-next-line location-on-201\n  res.status')
      .replaceAll('\n', '\r\n'),
  ],
  [
    'one more id in the comment that is there',
    created.replace('  res.status', '  // http-status-ignore-next-line allow-on-405 -- as agreed\n  res.status'),
    created
      .replace('|', '')
      .replace(
        '  res.status',
        '  // http-status-ignore-next-line allow-on-405, location-on-201 -- as agreed\n  res.status',
      ),
  ],
  [
    'a comment inside a chain',
    created.replace('  res.status(20|1)', '  res\n    .status(20|1)'),
    created.replace(
      '  res.status(20|1)',
      '  res\n    // http-status-ignore-next-line location-on-201\n    .status(201)',
    ),
  ],
];

suite('to suppress a finding', () => {
  for (const [name, source, result] of suppressed) {
    test(`takes ${name}`, async () => {
      const { text, actions } = await actionsAt(source);
      const action = actions.find(({ title }) => title === 'Suppress location-on-201 on this line');
      assert.ok(action);
      const after = applied(text, action);
      assert.equal(after, result);
      assert.deepEqual(
        (await ready(after)).findings.map(({ rule }) => rule.id).filter((id) => id !== 'unused-suppression'),
        [],
      );
    });
  }

  test('takes no comment where the line begins inside a text', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source holds a template
    const { actions } = await actionsAt(created.replace('res.status(20|1)', 'log(`\n${1}`); res.status(20|1)'));
    assert.deepEqual(
      actions.filter(({ title }) => title.startsWith('Suppress')).map(({ title }) => title),
      [],
    );
  });
});

const several = `import express from 'express';
const app = express();
app.delete('/users/:id', requireAuth, async (req, res) => {
  if (req.user.role !== 'admin') return res.status(401).json({ error: 'Only for administrators' });
  await users.remove(req.params.id);
  res.status(204).json({ deleted: true });
});
app.all('/users/:id', (req, res) => {
  res.status(405).json({ error: 'Delete a user here' });
});
`;

suite('fix all', () => {
  test('applies every safe fix, and no other', async () => {
    const open = await ready(several);
    const [action, ...others] = fixAllActions(open, failOnFault);
    assert.ok(action);
    assert.deepEqual(others, []);
    assert.equal(action.kind, fixAllKind);
    assert.equal(action.edit, undefined);
    const after = applied(several, resolvedFixAll(action, open, analyser, writeChanges, failOnFault));
    const left = await ready(after);
    for (const { rule, fixes } of left.findings) {
      assert.ok(!fixes().some(({ safety }) => safety === 'safe'), `${rule.id} is left:\n${after}`);
    }
    assert.ok(left.findings.length < open.findings.length);
    assert.equal(left.analysis?.context.tree.root.hasError, false);
  });

  test('is not offered where there is nothing to fix', async () => {
    assert.deepEqual(fixAllActions(await ready('const x = 1;'), failOnFault), []);
  });
});
