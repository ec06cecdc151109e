import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { toolsInManifest } from '../../../scripts/localisation/manifestTexts.ts';
import { merged } from '../../../server/src/configuration/configuration.ts';
import type { Project } from '../../../server/src/tools/tool.ts';
import { callTool, tools } from '../../../server/src/tools/tools.ts';
import { analyser } from '../../support/analyser.ts';

const handlers = `import express from 'express';
const app = express();
app.delete('/users/:id', async (req, res) => {
  await users.remove(req.params.id);
  res.status(204).json({ deleted: true });
});
`;

const files: Readonly<Record<string, string>> = {
  'file:///shop/src/users.js': handlers,
  'file:///shop/src/ok.js': handlers.replace('json({ deleted: true })', 'end()'),
  'file:///shop/legacy/users.js': handlers,
  'file:///shop/notes.txt': 'x',
  'file:///shop/big.js': `${handlers}${'// a comment to fill the file\n'.repeat(100_000)}`,
  'file:///shop/src/a b ü.js': handlers,
  'file:///elsewhere/users.js': handlers,
};

/** A project in memory; what lies under `linked` is a symbolic link out of it. */
const project: Project = {
  analyser,
  folders: ['file:///shop'],
  readText: async (uri) => files[decodeURIComponent(uri)],
  realAddress: async (uri) => {
    if (uri === 'file:///shop') return uri;
    const real = uri.replace('/shop/linked/', '/elsewhere/');
    return decodeURIComponent(real) in files ? real : undefined;
  },
  configurationOf: async (uri) => ({ configuration: merged(), isIgnored: uri.includes('/legacy/') }),
  refresh: async () => undefined,
  onFailure: (subject, error) => assert.fail(`${subject}: ${error}`),
};

async function answer(name: string, input: unknown, asked: Project = project): Promise<string> {
  const { text, isError } = await callTool(name, input, asked);
  return isError ? `error: ${text}` : text;
}

suite('explain_status_code', () => {
  const table: readonly (readonly [input: unknown, expected: RegExp])[] = [
    [{ code: 409 }, /^# 409 Conflict[\s\S]*RFC 9110/],
    [{ code: 599 }, /^# 599 /],
    [{ code: 477 }, /^477 is not registered\. A client takes it for a 4xx Client Error/],
    [{ code: 42 }, /^error: 42 is no HTTP status code/],
    [{ code: '404' }, /^error: Give the code as a number/],
    [{}, /^error: Give the code as a number/],
    [[404], /^error: The input of a tool is an object/],
  ];
  for (const [input, expected] of table) {
    test(JSON.stringify(input), async () => assert.match(await answer('explain_status_code', input), expected));
  }
});

suite('suggest_status_code', () => {
  const table: readonly (readonly [situation: string, code: number])[] = [
    ['the e-mail address is already registered', 409],
    ['the caller is logged in but is not an admin', 403],
    ['upstream payment provider timed out', 504],
    ['the job was queued and will be done later', 202],
    ['too many requests from one client', 429],
  ];
  for (const [situation, code] of table) {
    test(situation, async () =>
      assert.match(await answer('suggest_status_code', { situation }), new RegExp(`^## ${code} `)),
    );
  }

  test('tells what speaks for a code and against it', async () => {
    const text = await answer('suggest_status_code', { situation: 'not logged in' });
    assert.match(
      text,
      /^## 401 Unauthorized\n[\s\S]*Send when:\n- [\s\S]*MUST WWW-Authenticate[\s\S]*\*\*403 Forbidden\*\*/,
    );
  });

  test('says so when nothing fits', async () => {
    assert.match(await answer('suggest_status_code', { situation: 'qqqqqqqq' }), /^error: No status code is found/);
    assert.match(await answer('suggest_status_code', { situation: 7 }), /^error: Say in words what happened/);
  });
});

suite('review_responses', () => {
  const review = (input: unknown) => answer('review_responses', input);
  const fix = `Fix: Send no body
\`\`\`diff
@@ line 5 @@
-  res.status(204).json({ deleted: true });
+  res.status(204).end();
\`\`\``;

  test('describes findings of a file and their fixes', async () => {
    const text = await review({ path: 'src/users.js' });
    assert.ok(text.includes(fix), text);
    assert.match(text, /^src\/users\.js: 1 finding\n\n## Line 5: 204 .*\nwarning, rule no-body-allowed, https:/);
  });

  test('reads a file however it is named', async () => {
    for (const path of [
      '/shop/src/users.js',
      'file:///shop/src/users.js',
      './src/../src/users.js',
      'src\\users.js',
      'src/a b ü.js',
      'file:///shop/src/a%20b%20%C3%BC.js',
    ]) {
      assert.match(await review({ path }), /: 1 finding/, path);
    }
  });

  test('reads a text that is not stored, where it would stand', async () => {
    assert.match(await review({ path: 'src/new.js', text: handlers }), /^src\/new\.js: 1 finding/);
    assert.match(await review({ path: 'src/users.js', text: '' }), /^src\/users\.js: Nothing is found\./);
    assert.match(await review({ text: handlers, language: 'javascript' }), /^untitled\.js: 1 finding/);
    const windows = handlers.replaceAll('\n', '\r\n');
    assert.ok((await review({ path: 'src/new.js', text: windows })).includes(fix));
    const withoutFolder = await answer(
      'review_responses',
      { text: handlers, language: 'javascript' },
      {
        ...project,
        folders: [],
      },
    );
    assert.match(withoutFolder, /: 1 finding/);
  });

  const nothing: readonly (readonly [input: unknown, expected: RegExp])[] = [
    [{ path: 'src/ok.js' }, /^src\/ok\.js: Nothing is found\./],
    [{ path: 'legacy/users.js' }, /wants nothing reported there/],
    [{ path: 'src/missing.js' }, /^error: src\/missing\.js: There is no such file\./],
    [{ path: 'notes.txt' }, /^error: notes\.txt: It is written in a language that is not read/],
    [{ path: 'big.js' }, /^error: big\.js: It is too large/],
    [{ path: '' }, /^error: /],
    [{ path: 5 }, /^error: Give the path as a text/],
    [{ text: handlers }, /^error: Say in which language the text is/],
    [{ text: handlers, language: 'cobol' }, /^error: Say in which language the text is/],
    [{}, /^error: Give the path of a file/],
  ];
  for (const [input, expected] of nothing) {
    test(`${JSON.stringify(input).slice(0, 60)}: ${expected.source}`, async () =>
      assert.match(await review(input), expected));
  }

  for (const path of [
    '../elsewhere/users.js',
    'src/../../elsewhere/users.js',
    '..\\elsewhere\\users.js',
    '/elsewhere/users.js',
    'file:///elsewhere/users.js',
    'file:///shop/../elsewhere/users.js',
    'linked/users.js',
    '/shopping/users.js',
    'C:\\elsewhere\\users.js',
    'https://example.com/users.js',
  ]) {
    test(`refuses ${path}`, async () => {
      assert.match(
        await review({ path }),
        /^error: .* is outside the project\. Only files below file:\/\/\/shop are read\./,
      );
      assert.match(await review({ path, text: handlers }), /^error: .* is outside the project/);
    });
  }
});

suite('tools', () => {
  test('have schemas that are valid, and names as the protocol wants them', () => {
    const ajv = new Ajv({ strict: true });
    for (const { name, inputSchema } of tools) {
      assert.ok(ajv.compile(inputSchema), name);
      assert.match(name, /^[a-z_]{1,64}$/);
    }
  });

  test('are announced to the editor', () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    assert.deepEqual(
      manifest.contributes.languageModelTools,
      JSON.parse(JSON.stringify(toolsInManifest())),
      'Run: npm run generate:schemas',
    );
  });

  test('an unknown one is an error, and so is a fault', async () => {
    assert.match(await answer('guess', {}), /^error: There is no tool guess\. There are explain_status_code, /);
    const failures: string[] = [];
    const text = await answer(
      'review_responses',
      { path: 'src/users.js' },
      {
        ...project,
        refresh: () => Promise.reject(new Error('broken')),
        onFailure: (subject, error) => failures.push(`${subject}: ${error}`),
      },
    );
    assert.match(text, /^error: This failed unexpectedly/);
    assert.deepEqual(failures, ['review_responses: Error: broken']);
  });
});
