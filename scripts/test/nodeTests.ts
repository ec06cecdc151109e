import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { projectRoot } from '../host/places.ts';
import type { Stage } from './stage.ts';

const fileTimeout = 5 * 60_000;

/** A stage of tests written with node:test. Every test counts once, the suites that hold them do not. */
export function nodeTests(name: string, pattern: string): Stage {
  return {
    name,
    run: async () => {
      const files = globSync(pattern, { cwd: projectRoot }).map((file) => join(projectRoot, file));
      let passed = 0;
      let failed = 0;
      if (files.length === 0) return { passed, failed };
      // no forced exit: it ends a file before all its results have come, and a failure among them would be lost
      const running = run({ files, cwd: projectRoot, concurrency: true, timeout: fileTimeout });
      running.on('test:pass', ({ name: test, file, details, skip, todo }) => {
        // A file without tests passes as if it were one.
        if (details.type !== 'suite' && skip === undefined && todo === undefined && test !== file) passed++;
      });
      running.on('test:fail', ({ name: test, file, line, details, todo }) => {
        // What failed because of a test inside it is no failure of its own.
        if (todo !== undefined || failureType(details.error) === 'subtestsFailed') return;
        failed++;
        const place = file === undefined ? '' : ` (${relative(projectRoot, file)}:${line})`;
        console.log(`✖ ${test}${place}\n${inspect(details.error.cause ?? details.error).replace(/^/gm, '    ')}`);
      });
      running.on('test:stderr', ({ message }) => process.stderr.write(message));
      for await (const _event of running);
      return { passed, failed };
    },
  };
}

function failureType(error: Error): unknown {
  return 'failureType' in error ? error.failureType : undefined;
}
