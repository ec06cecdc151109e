import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { after, before, suite, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { tools } from '../../server/src/tools/tools.ts';

const program = join(import.meta.dirname, '../../dist/cli.js');

const failing = `import type { Response } from 'express';
export function deny(res: Response) {
  res.status(400).json({ error: 'no such user' });
}
`;
const users = `import express from 'express';
import { deny } from './failures';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return deny(res);
  res.json(user);
});
`;

suite('http-status mcp', () => {
  const client = new Client({ name: 'test', version: '1' });
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'http-status-mcp-'));
    await mkdir(join(folder, 'project'));
    await writeFile(join(folder, 'outside.ts'), users);
    await writeFile(join(folder, 'project/failures.ts'), failing);
    await writeFile(join(folder, 'project/users.ts'), users);
    await symlink(join(folder, 'outside.ts'), join(folder, 'project/link.ts'));
    await symlink(folder, join(folder, 'project/up'));
    await client.connect(
      new StdioClientTransport({
        command: execPath,
        args: [program, 'mcp', 'project'],
        cwd: folder,
        stderr: 'inherit',
      }),
    );
  });
  after(async () => {
    await client.close();
    await rm(folder, { recursive: true });
  });

  async function call(name: string, input: Record<string, unknown>): Promise<string> {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [part] = content as readonly { readonly type: string; readonly text: string }[];
    assert.equal(part?.type, 'text');
    return isError ? `error: ${part.text}` : part.text;
  }

  test('says who it is and what it can do', async () => {
    assert.equal(client.getServerVersion()?.name, 'http-status');
    const listed = (await client.listTools()).tools;
    assert.deepEqual(
      listed.map(({ name }) => name),
      ['explain_status_code', 'suggest_status_code', 'review_responses'],
    );
    for (const [index, { inputSchema, annotations }] of listed.entries()) {
      assert.deepEqual(inputSchema, tools[index]?.inputSchema);
      assert.equal(annotations?.readOnlyHint, true);
    }
  });

  test('explains and suggests', async () => {
    assert.match(await call('explain_status_code', { code: 418 }), /^# 418 /);
    assert.match(await call('suggest_status_code', { situation: 'already exists' }), /^## 409 Conflict/);
  });

  test('reviews a file with what others say to it, as they are now', async () => {
    const path = 'users.ts';
    assert.match(await call('review_responses', { path }), /^users\.ts: [\s\S]*## Line 6: .*\n.*rule not-found-is-404/);
    await writeFile(join(folder, 'project/failures.ts'), failing.replace('400', '404'));
    assert.match(await call('review_responses', { path }), /^users\.ts: Nothing is found\./);
    await writeFile(join(folder, 'project/failures.ts'), failing);
    await writeFile(join(folder, 'project/http-status.config.json'), '{ "preset": "quiet", "ignore": ["users.ts"] }');
    assert.match(await call('review_responses', { path }), /wants nothing reported/);
    await rm(join(folder, 'project/http-status.config.json'));
    assert.match(await call('review_responses', { path }), /rule not-found-is-404/);
  });

  test('reads nothing outside its folder, whichever way it is named', async () => {
    for (const path of ['../outside.ts', join(folder, 'outside.ts'), 'link.ts', 'up/outside.ts']) {
      assert.match(await call('review_responses', { path }), /^error: .* is outside the project/, path);
    }
  });

  test('answers what cannot be done with an error result, and goes on', async () => {
    assert.match(await call('review_responses', { path: 'missing.ts' }), /^error: missing\.ts: There is no such file/);
    assert.match(await call('no_such_tool', {}), /^error: There is no tool no_such_tool/);
    assert.match(await call('explain_status_code', { code: 'x' }), /^error: Give the code as a number/);
    assert.match(await call('explain_status_code', { code: 404 }), /^# 404 Not Found/);
  });

  test('ends with 2 where the folder is missing, with 0 when the client hangs up', () => {
    const missing = spawnSync(execPath, [program, 'mcp', join(folder, 'nowhere')], { encoding: 'utf8' });
    assert.deepEqual([missing.status, missing.stdout], [2, '']);
    assert.match(missing.stderr, /There is no such folder/);
    const silent = spawnSync(execPath, [program, 'mcp', folder], { input: '', encoding: 'utf8', timeout: 20_000 });
    assert.deepEqual([silent.status, silent.stdout], [0, '']);
  });
});
