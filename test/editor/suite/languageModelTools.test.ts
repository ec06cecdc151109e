import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { LanguageModelTextPart, lm } from 'vscode';
import { open } from './editing.ts';

async function call(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

suite('Tools for language models', () => {
  test('are announced with their schemas', () => {
    const names = ['explain_status_code', 'suggest_status_code', 'review_responses'];
    const found = lm.tools.filter(({ name }) => names.includes(name));
    assert.equal(found.length, names.length);
    for (const { description, inputSchema } of found) assert.ok(description && inputSchema);
  });

  test('explain, suggest and review', async () => {
    assert.match(await call('explain_status_code', { code: 404 }), /^# 404 Not Found/);
    assert.match(await call('suggest_status_code', { situation: 'already exists' }), /^## 409 Conflict/);
    await open('src/reports.ts');
    assert.match(await call('review_responses', { path: 'src/reports.ts' }), /rule location-on-redirect/);
  });

  test('refuse what is outside the workspace', async () => {
    await assert.rejects(call('review_responses', { path: '../outside.ts' }), /outside the project/);
  });
});
