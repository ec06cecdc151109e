import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { Random } from '../support/random.ts';
import { RawServer } from './rawServer.ts';
import { firstSeed, roundsFactor } from './rounds.ts';

const orders = readFileSync(join(import.meta.dirname, '../workspace/src/orders.ts'), 'utf8');
const text = orders.repeat(3);
const uri = 'file:///edited.ts';

/** Who types for an hour changes a text some thousands of times. */
const editsOfAnHour = 4000;
const edits = Math.min(editsOfAnHour, 240 * roundsFactor);
/** By then everything has been loaded and compiled that they need. */
const editsBefore = 300;

/** In bytes. The text, kept at every change, would come to more; its tree to much more. */
const slack = 1_000_000;

/** Types a line somewhere and takes it back, and asks what an editor asks after every change. */
class Typist {
  readonly #server: RawServer;
  #version = 1;

  constructor(server: RawServer) {
    this.#server = server;
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  }

  async edit(random: Random): Promise<void> {
    const start = { line: random.below(text.split('\n').length), character: 0 };
    const typed = random.pick(['// a remark\n', 'const limit = 404;\n', 'if (', 'res.status(201).json({});\n', '`']);
    const lines = typed.split('\n');
    const end = { line: start.line + lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    await this.#change({ start, end: start }, typed, start);
    await this.#change({ start, end }, '', start);
  }

  async #change(range: object, typed: string, position: object): Promise<void> {
    const textDocument = { uri, version: ++this.#version };
    this.#server.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: typed }] });
    await Promise.all([
      this.#server.request('textDocument/diagnostic', { textDocument: { uri } }).answer,
      this.#server.request('textDocument/hover', { textDocument: { uri }, position }).answer,
    ]);
  }
}

suite('an hour of typing', () => {
  test('leaves the memory of the server as it was', async () => {
    const random = new Random(firstSeed);
    const server = new RawServer();
    try {
      const capabilities = { textDocument: { diagnostic: {} } };
      await server.request('initialize', { processId: null, rootUri: null, capabilities }).answer;
      server.notify('initialized', {});
      const typist = new Typist(server);
      for (let times = 0; times < editsBefore; times++) await typist.edit(random);
      const before = await server.memory();
      for (let times = 0; times < edits; times++) await typist.edit(random);
      const after = await server.memory();
      for (const kind of ['objects', 'beside'] as const) {
        const grown = after[kind] - before[kind];
        assert.ok(grown < slack, `FUZZ_SEED=${firstSeed}: ${grown} bytes more of ${kind} after ${edits} edits`);
      }
      assert.deepEqual(server.complaints, []);
    } finally {
      server.kill();
    }
  });
});
