import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { tools } from '../../server/src/tools/tools.ts';
import type { Random } from '../support/random.ts';
import { randomText } from '../support/randomChange.ts';
import { type Message, RawServer } from './rawServer.ts';
import { rounds } from './rounds.ts';

const workspace = join(import.meta.dirname, '../workspace');
/** A folder that is read in no time, so that what waits for that is answered. */
const rootUri = pathToFileURL(workspace).href;
const text = readFileSync(join(workspace, 'src/orders.ts'), 'utf8');
const uris = [
  'file:///a.ts',
  'file:///b.js',
  `${rootUri}/src/invoices.ts`,
  'untitled:Untitled-1',
  'file:///%',
  'vscode-vfs://github/a/b.ts',
  '',
  'x',
];
const languages = ['typescript', 'javascript', 'typescriptreact', 'python', 'plaintext', '', 'constructor'];
const numbers = [0, 1, 5, 12, 14, 25, 100, 100_000, -1, 2 ** 31 - 1, 2 ** 53];

/** Every request has to be answered in that time, however much is going on. */
const patience = 30_000;

function position(random: Random) {
  return { line: random.pick(numbers), character: random.pick(numbers) };
}

function range(random: Random) {
  return { start: position(random), end: position(random) };
}

function document(random: Random) {
  return { uri: random.pick(uris) };
}

const toolInputs: Readonly<Record<string, (random: Random) => unknown>> = {
  explain_status_code: (random) => ({ code: random.pick([404, '404', null, ...numbers]) }),
  suggest_status_code: (random) => ({ situation: random.pick(['', 'rate limit', '\uD83D', '('.repeat(1000), 404]) }),
  review_responses: (random) => ({
    path: random.pick([undefined, 'src/orders.ts', 'src', '../../package.json', '%', '\0', ...uris]),
    text: random.pick([undefined, text, '', text.slice(0, 700), '\uD83D', 1]),
    language: random.pick([undefined, ...languages]),
  }),
};

/** What an editor gets in parts, and the request that completes such a part. */
const resolved: Readonly<Record<string, string>> = {
  'textDocument/completion': 'completionItem/resolve',
  'textDocument/codeAction': 'codeAction/resolve',
  'textDocument/codeLens': 'codeLens/resolve',
  'textDocument/inlayHint': 'inlayHint/resolve',
};

const requests: Readonly<Record<string, (random: Random) => unknown>> = {
  'textDocument/hover': (random) => ({ textDocument: document(random), position: position(random) }),
  'textDocument/codeAction': (random) => ({
    textDocument: document(random),
    range: range(random),
    context: {
      diagnostics: random.fraction() < 0.5 ? [] : [{ range: range(random), message: '', source: 'http-status' }],
      ...(random.fraction() < 0.5 ? {} : { only: [random.pick(['quickfix', 'source.fixAll', 'refactor', '', '.'])] }),
    },
  }),
  'codeAction/resolve': (random) => ({ title: 'Fix', data: random.pick([undefined, null, 1, document(random), 'x']) }),
  'textDocument/diagnostic': (random) => ({
    textDocument: document(random),
    previousResultId: random.pick([undefined, '1', '2', '']),
  }),
  'textDocument/completion': (random) => ({ textDocument: document(random), position: position(random) }),
  'completionItem/resolve': (random) => ({ label: '404', data: random.pick([undefined, null, 'x', ...numbers]) }),
  'textDocument/inlayHint': (random) => ({ textDocument: document(random), range: range(random) }),
  'inlayHint/resolve': (random) => ({
    position: position(random),
    label: '201',
    data: random.pick([undefined, null, 'x', ...numbers]),
  }),
  'textDocument/codeLens': (random) => ({ textDocument: document(random) }),
  'codeLens/resolve': (random) => ({
    range: range(random),
    data: random.pick([undefined, null, 1, document(random), { ...document(random), handler: random.pick(numbers) }]),
  }),
  'textDocument/documentLink': (random) => ({ textDocument: document(random) }),
  'httpStatus/responseMap': (random) => ({ since: random.pick([undefined, ...numbers]) }),
  'httpStatus/responseMapText': (random) => ({
    format: random.pick(['markdown', 'openapi', '']),
    route: random.pick([undefined, { ...document(random), id: random.pick(['', 'GET /orders/:id ', 'x']) }]),
  }),
  'httpStatus/guide': (random) => random.pick([{}, { textDocument: document(random), position: position(random) }]),
  'httpStatus/guideOutcome': (random) => ({
    textDocument: document(random),
    position: position(random),
    code: random.pick(numbers),
  }),
  'httpStatus/guidePage': () => undefined,
  'httpStatus/search': (random) => ({ query: random.pick(['', '404', 'rate limit', '\uD83D', '('.repeat(1000)]) }),
  'httpStatus/page': (random) => ({ code: random.pick(numbers) }),
  'httpStatus/codeAt': (random) => ({ textDocument: document(random), position: position(random) }),
  'httpStatus/spelling': (random) => ({
    textDocument: document(random),
    position: position(random),
    code: random.pick(numbers),
  }),
  'httpStatus/callTool': (random) => ({
    name: random.pick([...tools.map(({ name }) => name), '', 'constructor']),
    input: random.pick([undefined, null, 'x', [], {}, ...tools.map(({ name }) => toolInputs[name]?.(random))]),
  }),
};

const unknownRequests = ['textDocument/definition', 'httpStatus/nothing', '$/nothing', '', 'constructor'];

const notifications: Readonly<Record<string, (random: Random) => unknown>> = {
  'textDocument/didOpen': (random) => ({
    textDocument: {
      uri: random.pick(uris),
      languageId: random.pick(languages),
      version: random.pick(numbers),
      text: random.pick([text, '', text.slice(0, 700), text.repeat(20)]),
    },
  }),
  'textDocument/didChange': (random) => ({
    textDocument: { ...document(random), version: random.pick([...numbers, null]) },
    contentChanges: Array.from({ length: random.below(4) }, () =>
      random.fraction() < 0.1 ? { text } : { range: range(random), text: randomText(random) },
    ),
  }),
  'textDocument/didClose': (random) => ({ textDocument: document(random) }),
  'textDocument/didSave': (random) => ({ textDocument: document(random) }),
  'workspace/didChangeConfiguration': (random) => ({
    settings: random.pick([null, {}, { httpStatus: { preset: 'strict', rules: { 'allow-on-405': 1 } } }, 'x', 1]),
  }),
  'workspace/didChangeWatchedFiles': () => ({ changes: [{ uri: 'file:///http-status.config.json', type: 2 }] }),
  '$/setTrace': () => ({ value: 'off' }),
  '$/unknown': () => ({}),
  'httpStatus/unknown': () => null,
};

/** Editors that ask for diagnostics and editors that wait for them. */
const clients: Readonly<Record<string, object>> = {
  'an editor that pulls': {
    textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } },
    workspace: { configuration: true, workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: {} },
  },
  'an editor that is pushed to': { workspace: {} },
};

for (const [name, capabilities] of Object.entries(clients)) {
  suite(`the server bears any traffic of ${name}`, () => {
    let server: RawServer;
    before(async () => {
      server = new RawServer();
      await server.request('initialize', { processId: null, rootUri, capabilities }).answer;
      server.notify('initialized', {});
    });
    after(() => server.kill());

    async function settle(answers: readonly Promise<unknown>[]): Promise<void> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, patience, 'late');
      });
      const outcome = await Promise.race([Promise.all(answers), late]);
      clearTimeout(timer);
      assert.notEqual(outcome, 'late', `no answer to ${server.unanswered.join(', ')}`);
    }

    /** Asks for the rest of what is answered in parts, whatever has happened to the text since. */
    async function hear(method: string, { error, result }: Message): Promise<void> {
      // Cancelled, or not known; never a fault.
      const code = Object.hasOwn(requests, method) ? -32800 : -32601;
      assert.ok(error === undefined || error.code === code, `${method}: ${error?.message}`);
      const resolve = resolved[method];
      if (resolve === undefined || !Array.isArray(result)) return;
      const parts = result.slice(0, 3).map((part) => server.request(resolve, part).answer);
      for (const part of await Promise.all(parts)) {
        assert.equal(part.error, undefined, `${resolve}: ${part.error?.message}`);
        assert.ok(part.result, resolve);
      }
    }

    test('requests and notifications in any order, many of them taken back', async () => {
      await rounds(20, async (random) => {
        const answers: Promise<unknown>[] = [];
        for (let times = 0; times < 60; times++) {
          if (random.fraction() < 0.5) {
            const method = random.pick(Object.keys(notifications));
            server.notify(method, notifications[method]?.(random));
            continue;
          }
          const isKnown = random.fraction() < 0.95;
          const method = random.pick(isKnown ? Object.keys(requests) : unknownRequests);
          const { id, answer } = server.request(method, requests[method]?.(random));
          answers.push(answer.then((given) => hear(method, given)));
          if (random.fraction() < 0.3) server.notify('$/cancelRequest', { id: id - random.below(3) });
        }
        await settle(answers);
      });
      assert.deepEqual(server.complaints, []);
    });

    test('parameters of a wrong shape are refused, without a stack', async () => {
      const wrong = [null, undefined, [], {}, { textDocument: null }, { textDocument: { uri: 1 } }, { query: 1 }];
      const answers = Object.keys(requests).flatMap((method) =>
        wrong.map(async (params) => {
          const { error } = await server.request(method, params).answer;
          assert.doesNotMatch(`${error?.message}${JSON.stringify(error?.data ?? '')}`, /\n\s+at |\.js:\d/);
        }),
      );
      await settle(answers);
      for (const method of Object.keys(notifications)) for (const params of wrong) server.notify(method, params);
      await settle([server.request('httpStatus/page', { code: 404 }).answer]);
    });

    test('and it still answers, and ends when it is told to', async () => {
      const uri = 'file:///still.ts';
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
      const place = { line: 9, character: 23 };
      const { result } = await server.request('textDocument/hover', { textDocument: { uri }, position: place }).answer;
      assert.match(JSON.stringify(result), /400 Bad Request/);
      assert.equal(server.hasEnded, false);
      assert.equal(await server.stop(), 0);
    });
  });
}
