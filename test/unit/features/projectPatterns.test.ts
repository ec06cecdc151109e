import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Configurations } from '../../../server/src/features/configurations.ts';
import { Guard } from '../../../server/src/features/guard.ts';
import { OpenTexts } from '../../../server/src/features/openTexts.ts';
import { analyser } from '../../support/analyser.ts';

const uri = 'file:///shop/src/orders.ts';
const file = 'file:///shop/http-status.config.json';

test('what a project says of its helpers counts for texts that are open already', async () => {
  const texts: Record<string, string> = {};
  const configurations = new Configurations({
    askSettings: async () => undefined,
    readText: async (path) => texts[path],
    readPattern: (source) => analyser.readProjectPattern(source),
    onFile: ({ folder, patterns }) => analyser.projectPatterns.set(folder, patterns),
  });
  configurations.folders = ['file:///shop'];
  const open = new OpenTexts(analyser, new Guard(assert.fail), configurations);
  open.open(uri, 'typescript', 1, 'export function stop(ctx) { finish(ctx, 204, { ok: true }); }\n');
  const rules = async () => (await open.ready(uri))?.findings.map(({ rule }) => rule.id);
  const say = (text: string | undefined) => {
    if (text === undefined) delete texts[file];
    else texts[file] = text;
    analyser.projectPatterns.forget();
    configurations.filesChanged();
  };

  assert.deepEqual(await rules(), []);
  say('{ "status": ["finish(CTX, STATUS, BODY)"] }');
  assert.deepEqual(await rules(), ['no-body-allowed']);
  say('{ "status": ["finish(CTX, STATUS, BODY)"], "ignore": ["src/"] }');
  assert.deepEqual(await rules(), []);
  say(undefined);
  assert.deepEqual(await rules(), []);
  open.close(uri);
});
