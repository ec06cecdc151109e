import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { applyEdits } from '../support/edits.ts';
import { findingsIn } from '../support/findings.ts';
import { exchanges } from './exchanges.ts';
import { predict } from './predictions.ts';
import { ask } from './wire.ts';

/** A server that has been started. */
export interface Server {
  readonly port: number;
  readonly stop: () => unknown;
}

/** How handlers of a language are found and served. */
export interface Toolchain {
  /** The folder of the language. */
  readonly folder: string;
  /** Why nothing can be served; absent where it can. */
  readonly lacks?: string;
  /** The files of handlers, by framework, relative to the folder. */
  readonly handlers: Readonly<Record<string, string>>;
  /** Serves a file of handlers at 127.0.0.1. */
  serve(file: string): Promise<Server>;
  /** What cannot be written in a framework, or is never wrong there. */
  readonly lacking?: Readonly<Record<string, readonly string[]>>;
}

const rules: ReadonlySet<string> = new Set(exchanges.flatMap(({ rule }) => rule ?? []));

/** Every framework of a language: fixes are applied as someone at the editor would, and the server is asked. */
export function frameworkTests({ folder, lacks, handlers, serve, lacking = {} }: Toolchain): void {
  for (const [framework, file] of Object.entries(handlers)) {
    suite(framework, { skip: lacks ?? false }, async () => {
      const text = readFileSync(path.join(folder, file), 'utf8');

      test('each finding is there before the fixes', async () => {
        const reported = new Set((await findingsIn(path.basename(file), text)).map(({ rule }) => rule.id));
        assert.deepEqual(
          [...rules].filter((id) => !reported.has(id)),
          lacking[framework] ?? [],
        );
      });

      test('after them the server answers as HTTP wants, and as is predicted', async () => {
        const fixed = await fixAll(path.basename(file), text);
        const place = path.join(folder, '.fixed', path.relative('handlers', file));
        mkdirSync(path.dirname(place), { recursive: true });
        writeFileSync(place, fixed);
        const { port, stop } = await serve(place);
        try {
          for (const exchange of exchanges) {
            const { request, answer, mayBeOfFramework } = exchange;
            const { status, headers, body } = await ask(port, exchange);
            const said = `${request} ${JSON.stringify(exchange.json ?? '')}: ${status} ${body}`;
            assert.ok(answer.status.includes(status), said);
            for (const [name, value] of Object.entries(answer.headers ?? {}))
              assert.match(headers.get(name) ?? '', value, `${said}\n${name}`);
            assert.match(body, answer.body ?? /(?:)/, said);
            const { codes, isOpen } = await predict(path.basename(file), fixed, request);
            assert.ok(
              codes.has(status) || isOpen || mayBeOfFramework,
              `${request} is answered with ${status}; predicted: ${[...codes].join(', ')}`,
            );
          }
        } finally {
          await stop();
        }
      });
    });
  }
}

/** Applies the best fix of one finding after the other. */
async function fixAll(file: string, text: string): Promise<string> {
  let current = text;
  for (let rounds = 0; rounds < 30; rounds++) {
    const finding = (await findingsIn(file, current)).find(({ rule }) => rules.has(rule.id));
    if (!finding) return current;
    const [fix] = finding.fixes();
    assert.ok(fix, `${finding.rule.id} has no fix`);
    current = applyEdits(current, fix.edits);
  }
  return assert.fail('The fixes do not come to an end.');
}
