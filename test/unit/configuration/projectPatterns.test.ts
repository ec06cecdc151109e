import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Analyser } from '../../../server/src/analyser.ts';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import { ConfigurationFiles } from '../../../server/src/configuration/configurationFiles.ts';
import { findingsOf } from '../../../server/src/findings.ts';
import { readGrammarFile } from '../../../server/src/node/grammarFiles.ts';
import { failOnFault } from '../../support/ready.ts';

const analyser = new Analyser(readGrammarFile);

/** What a text answers where the project says how, as `status kind framework`, and what is found. */
async function answered(patterns: readonly string[], text: string, path = 'shop/orders.ts') {
  const language = analyser.languageOfPath(path);
  if (!language) throw new Error(`${path} is in no language that is read.`);
  await analyser.prepare(language);
  const read = await Promise.all(patterns.map((pattern) => analyser.readProjectPattern(pattern)));
  analyser.projectPatterns.forget();
  analyser.projectPatterns.set('file:///shop', read.flat());
  const document = analyser.open(language, `file:///${path}`, text);
  const { analysis } = analyser.analyse(language, document);
  const responses = (analysis?.responses ?? []).map(
    ({ status, event, framework }) => `${status?.options.map(({ code }) => code)} ${event.kind} ${framework.name}`,
  );
  const findings = analysis ? findingsOf(analysis, defaultConfiguration, failOnFault) : [];
  return { responses, findings: findings.map(({ rule }) => rule.id) };
}

const forms: readonly (readonly [pattern: string, forms: readonly string[]])[] = [
  ['reply(ctx, STATUS, BODY)', ['go send', 'javascript send', 'python send']],
  ['new ApiError(MESSAGE, STATUS)', ['javascript raise']],
  ['new ApiResponse(STATUS, BODY)', ['javascript make']],
  ['throw problem(STATUS)', ['go raise', 'javascript raise', 'python raise']],
  ['raise ApiError(STATUS)', ['go raise', 'javascript raise', 'python raise']],
  ['ApiError(MESSAGE, status=STATUS, *_)', ['python raise']],
  ['ctx.fail({ status: STATUS, ...HEADERS })', ['javascript send']],
  ['reply(STATUS', []],
  ['reply(STATUS)); stop(', []],
  ['reply(STATUS) reply(STATUS)', []],
  ['STATUS', []],
  ['return STATUS', []],
  ['', []],
];

suite('a pattern of a project is read in every language that has such a call', () => {
  for (const [pattern, expected] of forms) {
    test(pattern || 'an empty text', async () => {
      const read = await analyser.readProjectPattern(pattern);
      assert.deepEqual(read.map(({ family, kind }) => `${family} ${kind}`).sort(), expected);
    });
  }
});

const reply = 'reply(CTX, STATUS, BODY?)';
const calls: readonly (readonly [
  name: string,
  pattern: string,
  text: string,
  responses: readonly string[],
  findings: readonly string[],
  path?: string,
])[] = [
  [
    'a helper that another module gives',
    reply,
    `import { reply } from '@shop/http';\nexport function create(ctx) { return reply(ctx, 201, { id: 1 }); }\n`,
    ['201 send project patterns'],
    [],
  ],
  [
    'a body that has no place',
    reply,
    `import { reply } from './http';\nexport function remove(ctx) { return reply(ctx, 204, { ok: true }); }\n`,
    ['204 send project patterns'],
    ['no-body-allowed'],
  ],
  [
    'headers, where the pattern has them',
    'answer(CTX, STATUS, BODY, HEADERS?)',
    `export function move(ctx) { answer(ctx, 301, 'moved'); }\nexport function turn(ctx) { answer(ctx, 302, 'moved', { Location: '/new' }); }\n`,
    ['301 send project patterns', '302 send project patterns'],
    ['location-on-redirect'],
  ],
  [
    'an error',
    'new Trouble(MESSAGE, STATUS)',
    `import { Trouble } from '@shop/errors';\nexport function find(id) { throw new Trouble('No such order', 404); }\n`,
    ['404 raise project patterns'],
    [],
  ],
  [
    'a helper of the same file, once',
    'fail(STATUS, MESSAGE)',
    `function fail(status, message) { throw Object.assign(new Error(message), { status }); }\nexport function find() { fail(404, 'none'); }\n`,
    ['404 send project patterns'],
    [],
  ],
  [
    'and not those that only have a name like theirs',
    reply,
    `export function create(ctx) { ctx.reply(ctx, 201, {}); replying(ctx, 404, {}); reply(404); }\n`,
    ['201 send in-house', '404 send in-house'],
    [],
  ],
  [
    'Python',
    'finish(STATUS, BODY)',
    'from shop.http import finish\n\ndef remove(request):\n    return finish(204, {"ok": True})\n',
    ['204 send project patterns'],
    ['no-body-allowed'],
    'shop/orders.py',
  ],
  [
    'Go',
    'web.Finish(W, STATUS, BODY)',
    'package shop\n\nimport "shop/web"\n\nfunc Remove(w io.Writer) {\n\tweb.Finish(w, 204, "removed")\n}\n',
    ['204 send project patterns'],
    ['no-body-allowed'],
    'shop/orders.go',
  ],
];

suite('the calls that a project lists are answers', () => {
  for (const [name, pattern, text, responses, findings, path] of calls) {
    test(name, async () => {
      const found = await answered([pattern], text, path);
      assert.deepEqual(found, { responses, findings });
    });
  }

  test('below the folder of the file alone, and no longer than it says so', async () => {
    const text = 'export function stop(ctx) { finish(ctx, 204, { ok: true }); }\n';
    assert.deepEqual((await answered(['finish(CTX, STATUS, BODY)'], text, 'other/orders.ts')).responses, []);
    assert.deepEqual((await answered(['finish(CTX, STATUS, BODY)'], text)).findings, ['no-body-allowed']);
    assert.deepEqual((await answered([], text)).responses, []);
  });
});

test('a pattern that no language can read is a problem of the file', async () => {
  const text = '{ "status": ["reply(STATUS)", "reply(STATUS"] }';
  const files = new ConfigurationFiles(
    async (path) => (path === '/shop/http-status.config.json' ? text : undefined),
    (source) => analyser.readProjectPattern(source),
  );
  const found = await files.of('/shop/orders.ts', '');
  assert.deepEqual(
    found?.file.problems.map(({ start, end, message }) => [text.slice(start, end), message]),
    [['"reply(STATUS"', 'This is no call in a language that is read.']],
  );
  assert.equal(found?.patterns.length, 3);
});
