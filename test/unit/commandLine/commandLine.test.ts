import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fine, lint, project, redirect, run } from './runProgram.ts';

const hint = `import express from 'express';
const app = express();
app.get('/down', (req, res) => {
  res.status(503).json({ error: 'down for maintenance' });
});
`;

suite('lint', () => {
  test('ends with 1 where there are findings, with 0 where there are none', async () => {
    const folder = await project({ 'a.js': redirect, 'b.ts': fine });
    const found = await lint(folder);
    assert.deepEqual(found, { code: 1, errors: '', findings: ['a.js:4 location-on-redirect'] });
    assert.deepEqual(await lint(folder, 'b.ts'), { code: 0, errors: '', findings: [] });
  });

  test('ends with 0 where there are only hints', async () => {
    const folder = await project({ 'a.js': hint });
    const { code, findings } = await lint(folder);
    assert.deepEqual([code, findings], [0, ['a.js:4 retry-after-on-503']]);
  });

  test('ends with 2 where something cannot be read', async () => {
    const folder = await project({ 'a.js': redirect, 'notes.txt': 'x' });
    assert.deepEqual(await lint(folder, 'a.js', 'missing.js'), {
      code: 2,
      errors: 'missing.js: There is no such file.\n',
      findings: ['a.js:4 location-on-redirect'],
    });
    const text = await lint(folder, 'notes.txt');
    assert.deepEqual([text.code, text.findings], [2, []]);
    assert.match(text.errors, /notes\.txt: It is written in a language that is not read\./);
  });

  const usage: readonly (readonly string[])[] = [
    ['lint', '--format', 'xml'],
    ['lint', '--preset', 'loud'],
    ['lint', '--rule', 'location-on-201'],
    ['lint', '--rule', 'location-on-202=off'],
    ['lint', '--rule', 'location-on-201=loud'],
    ['lint', '--wrong'],
    ['lin'],
    ['explain'],
    ['explain', 'qqqqqqqq'],
    ['explain', '999999'],
  ];
  for (const programArguments of usage) {
    test(`ends with 2 and says why: ${programArguments.join(' ')}`, async () => {
      const { code, output, errors } = await run(await project({}), programArguments);
      assert.deepEqual([code, output], [2, '']);
      assert.ok(errors.length > 10);
      assert.doesNotMatch(errors, /\n\s+at /);
    });
  }

  test('knows where names of modules lead by a file above what is looked at', async () => {
    const folder = await project({
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@shop/*": ["./apps/shop/*"] } } }',
      'apps/shop/fail.ts': `import type { Response } from 'express';
export const fail = (res: Response, status: number, error: string) => res.status(status).json({ error });
`,
      'apps/shop/pages.ts': `import { fail } from '@shop/fail';
export const show = async (req, res) => {
  try { res.json(await find(req.params.id)); }
  catch (error) { fail(res, 500, error.message); }
};
`,
    });
    const rule = 'apps/shop/pages.ts:4 error-detail-leak';
    for (const place of ['.', 'apps', 'apps/shop'])
      assert.ok((await lint(folder, place)).findings.includes(rule), place);
  });

  test('knows what other files of a folder say to those that are named, and reports only these', async () => {
    const folder = await project({
      'fail.ts': `import type { Response } from 'express';
export const fail = (res: Response, status: number, error: string) => res.status(status).json({ error });
`,
      'old.js': redirect,
      'routes/pages.ts': `import { fail } from '../fail';
export const show = async (req, res) => {
  try { res.json(await find(req.params.id)); }
  catch (error) { fail(res, 500, error.message); }
};
`,
    });
    assert.deepEqual((await lint(folder, 'routes/pages.ts')).findings, []);
    const inContext = await lint(folder, '--context', '.', 'routes/pages.ts');
    assert.deepEqual(inContext.findings, ['routes/pages.ts:4 error-detail-leak']);
    assert.deepEqual((await lint(folder, '--context', '.', 'fail.ts')).findings, []);
    assert.equal((await lint(folder, '--context', 'nowhere', 'fail.ts')).code, 2);
    const stdin = await run(folder, ['lint', '--stdin', '--context', '.'], redirect);
    assert.deepEqual([stdin.code, stdin.output], [2, '']);
  });

  test('leaves out what git ignores, what is hidden, what is installed', async () => {
    const folder = await project({
      '.git/HEAD': '',
      '.gitignore': 'dist/\n*.gen.js\n!kept.gen.js\n/only-here.js\n',
      'src/.gitignore': 'own.js\n!dist/\n',
      'a.js': redirect,
      'a.gen.js': redirect,
      'kept.gen.js': redirect,
      'only-here.js': redirect,
      'src/only-here.js': redirect,
      'src/own.js': redirect,
      'src/dist/b.js': redirect,
      'dist/a.js': redirect,
      'node_modules/x/a.js': redirect,
      '.hidden/a.js': redirect,
    });
    const rule = '4 location-on-redirect';
    assert.deepEqual((await lint(folder)).findings, [
      `a.js:${rule}`,
      `kept.gen.js:${rule}`,
      `src/dist/b.js:${rule}`,
      `src/only-here.js:${rule}`,
    ]);
    // what is named is read
    assert.deepEqual((await lint(folder, 'dist', 'a.gen.js')).findings, [`dist/a.js:${rule}`, `a.gen.js:${rule}`]);
    assert.deepEqual((await lint(join(folder, 'src'))).findings, [`dist/b.js:${rule}`, `only-here.js:${rule}`]);
  });

  test('takes glob patterns', async () => {
    const folder = await project({ 'a.js': redirect, 'src/b.ts': redirect, 'src/c.js': redirect });
    assert.deepEqual((await lint(folder, 'src/**/*.{ts,tsx}')).findings, ['src/b.ts:4 location-on-redirect']);
    assert.equal((await lint(folder, 'lib/*.ts')).code, 2);
  });

  test('passes over what nobody wrote', async () => {
    const folder = await project({
      'minified.js': `${redirect.replaceAll('\n', ' ')}${'var a=1;'.repeat(2000)}`,
      'large.js': `${redirect}${'// a comment to fill the file\n'.repeat(100_000)}`,
      'binary.ts': new Uint8Array([...Buffer.from(redirect), 0, 1, 2, 255]),
      'empty.js': '',
      'marked.js': `\uFEFF${redirect}`,
    });
    assert.deepEqual(await lint(folder), { code: 1, errors: '', findings: ['marked.js:4 location-on-redirect'] });
  });

  test('obeys the nearest configuration file, and the command line more', async () => {
    const folder = await project({
      'a.js': redirect,
      'lib/http-status.config.json': '{ "rules": { "location-on-redirect": "off" } }',
      'lib/a.js': redirect,
      'http-status.config.json': '{ "rules": { "location-on-redirect": "error" }, "ignore": ["legacy/"] }',
      'legacy/a.js': redirect,
    });
    const { code, output } = await run(folder, ['lint', '--format', 'json']);
    assert.equal(code, 1);
    assert.deepEqual(
      JSON.parse(output).map(({ file, severity }: { file: string; severity: string }) => [file, severity]),
      [['a.js', 'error']],
    );
    const given = await lint(folder, '--rule', 'location-on-redirect=hint');
    assert.deepEqual([given.code, given.findings.length], [0, 2]);
    assert.deepEqual((await lint(folder, '--preset', 'quiet', '--rule', 'location-on-redirect=off')).findings, []);
  });

  test('knows the helpers that a configuration file lists, below its folder', async () => {
    const source = 'export function stop(ctx) {\n  finish(ctx, 204, { ok: true });\n}\n';
    const folder = await project({
      'shop/http-status.config.json':
        '{ "status": ["finish(CTX, STATUS, BODY)"], "ignore": ["dist/**", "**/*.generated.js"] }',
      'shop/src/a.js': source,
      'shop/src/a.generated.js': source,
      'shop/dist/a.js': source,
      'other/a.js': source,
    });
    assert.deepEqual((await lint(folder)).findings, ['shop/src/a.js:2 no-body-allowed']);
    const listed = await run(folder, ['responses', 'shop/src/a.js', '--format', 'json']);
    assert.equal(JSON.parse(listed.output)[0].framework, 'project patterns');
    await writeFile(join(folder, 'shop/http-status.config.json'), '{ "status": ["finish(CTX, STATUS"] }');
    const { code, errors } = await lint(folder);
    assert.equal(code, 2);
    assert.match(errors, /http-status\.config\.json:1:14: This is no call in a language that is read/);
  });

  test('says what is wrong with a configuration file', async () => {
    const folder = await project({ 'a.js': fine, 'http-status.config.json': '{\n  "preset": "loud"\n}' });
    const { code, errors } = await lint(folder);
    assert.equal(code, 2);
    assert.match(errors, /http-status\.config\.json:2:13: A preset is one of/);
  });

  test('fixes what is safe to fix and reports the rest', async () => {
    const source = `import express from 'express';
const app = express();
app.get('/old', (req, res) => {
  res.status(301).end();
});
app.delete('/users/:id', async (req, res) => {
  await users.remove(req.params.id);
  res.status(204).json({ deleted: true });
});
`;
    const folder = await project({ 'a.js': `\uFEFF${source}`, 'b.js': fine });
    const { code, findings } = await lint(folder, '--fix');
    const fixed = await readFile(join(folder, 'a.js'), 'utf8');
    assert.ok(fixed.startsWith('\uFEFFimport'));
    assert.match(fixed, /res\.status\(204\)\.end\(\);/);
    assert.deepEqual([code, findings], [1, ['a.js:4 location-on-redirect']]);
    assert.equal(await readFile(join(folder, 'b.js'), 'utf8'), fine);
  });

  test('reads the standard input', async () => {
    const folder = await project({ 'http-status.config.json': '{ "ignore": ["legacy/"] }' });
    const stdin = (name: string) => run(folder, ['lint', '--stdin', '--stdin-filename', name, '-f', 'json'], redirect);
    assert.equal(JSON.parse((await stdin('src/a.js')).output)[0].file, 'src/a.js');
    assert.deepEqual((await stdin('legacy/a.js')).output, '[]\n');
    assert.equal((await stdin('a.txt')).code, 2);
    const fixed = await run(
      folder,
      ['lint', '--stdin', '--fix'],
      redirect.replace('301', '204').replace('end()', 'json({ deleted: true })'),
    );
    assert.match(fixed.output, /^import express.*res\.status\(204\)\.end\(\);\n\}\);\n$/s);
    assert.equal(fixed.code, 0);
  });

  test('a project may lie in a folder that is called test', async () => {
    const folder = await project({ 'test/app/a.js': redirect });
    assert.deepEqual((await lint(join(folder, 'test/app'))).findings, ['a.js:4 location-on-redirect']);
    assert.deepEqual((await lint(folder, 'test/app')).findings, ['test/app/a.js:4 location-on-redirect']);
  });
});

suite('responses', () => {
  const source = `import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  if (!req.body) return res.status(400).json({ error: 'no body' });
  res.set('X-Total', '1').json(await users.create(req.body));
});
`;

  test('lists what is named and what is sent by default', async () => {
    const { code, output } = await run(await project({ 'a.js': source }), ['responses', '--format', 'json']);
    assert.equal(code, 0);
    const common = { file: 'a.js', role: 'sent', framework: 'express', methods: ['POST'], route: '/users' };
    assert.deepEqual(JSON.parse(output), [
      {
        ...common,
        line: 4,
        column: 36,
        code: 400,
        headers: { names: [], complete: true },
        body: 'present',
        reason: 'req.body is missing',
      },
      {
        ...common,
        line: 5,
        column: 27,
        code: 200,
        headers: { names: ['X-Total'], complete: true },
        body: 'present',
        reason: 'users.create made something new',
      },
    ]);
  });

  test('as a table', async () => {
    const { output } = await run(await project({ 'a.js': source }), ['responses']);
    assert.equal(
      output,
      `place      code  role  framework  request      headers  body     sent because
a.js:4:36  400   sent  express    POST /users           present  req.body is missing
a.js:5:27  200   sent  express    POST /users  X-Total  present  users.create made something new
`,
    );
  });

  test('as a table of Markdown', async () => {
    const { output } = await run(await project({ 'a.js': source }), ['responses', '--format', 'markdown']);
    assert.equal(
      output,
      `| Request | Status | Sent because | Place |
| --- | --- | --- | --- |
| \`POST /users\` | 200 OK | users.create made something new | \`a.js:5\` |
|  | 400 Bad Request | req.body is missing | \`a.js:4\` |
`,
    );
  });

  test('as the paths of OpenAPI', async () => {
    const { output } = await run(await project({ 'a.js': source }), ['responses', '--format', 'openapi']);
    assert.equal(
      output,
      `paths:
  /users:
    post:
      responses:
        '200':
          description: "OK: users.create made something new"
          headers:
            X-Total:
              schema:
                type: string
        '400':
          description: "Bad Request: req.body is missing"
`,
    );
  });
});

suite('explain', () => {
  test('prints the page of a code', async () => {
    const { code, output } = await run(await project({}), ['explain', '404']);
    assert.equal(code, 0);
    assert.match(output, /^# 404 Not Found\n/);
    assert.match(output, /\n## Send when\n/);
  });

  test('finds codes by intent', async () => {
    const { output } = await run(await project({}), ['explain', 'rate', 'limit']);
    assert.match(output, /^# 429 Too Many Requests\n/);
    assert.match(output, /\nAlso found: /);
  });

  test('tells the class of a code nobody has described', async () => {
    const { code, output } = await run(await project({}), ['explain', '477']);
    assert.equal(code, 0);
    assert.match(output, /^477 is not registered\. A client takes it for a 4xx Client Error: /);
  });
});

suite('guide', () => {
  test('follows the answers that are given to a code, and says why not another', async () => {
    const { code, output } = await run(await project({}), ['guide', '--answers', '3,1,1']);
    assert.equal(code, 0);
    assert.match(output, /^401 Unauthorized\n/);
    assert.match(output, /\n {2}403 Forbidden +Is the caller known, and lacks permission\?\n/);
  });

  test('shows the question that answers lead to', async () => {
    const { output } = await run(await project({}), ['guide', '--answers', '3, 1']);
    assert.match(output, /^What is known of the caller\?\n 1 {2}Valid credentials are missing\n/);
  });

  test('prints all questions where nobody can answer', async () => {
    const { code, output } = await run(await project({}), ['guide']);
    assert.equal(code, 0);
    assert.match(output, /^# Which status code should I use\?\n/);
    assert.match(output, /\*\*428 Precondition Required\*\*/);
  });

  for (const [answers, complaint] of [
    ['9', /^9 is no answer to “What happened to the request\?”: it has 1 to 5\./],
    ['x', /^x is no answer/],
    ['2,3,1', /^The questions end with answer 2\./],
  ] as const) {
    test(`ends with 2 for answers that there are not: ${answers}`, async () => {
      const { code, output, errors } = await run(await project({}), ['guide', '--answers', answers]);
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, complaint);
    });
  }
});
