import { join } from 'node:path';
import { npm } from '../host/npm.ts';
import { projectRoot } from '../host/places.ts';
import { nodeTests } from './nodeTests.ts';
import type { Stage } from './stage.ts';

const tests = nodeTests('runtime tests', 'test/runtime/*.test.ts');

/** Servers of the real frameworks, which only these tests need and only they install. */
export const runtimeTests: Stage = {
  name: tests.name,
  run: async () => {
    await npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts'], join(projectRoot, 'test/runtime'));
    return tests.run();
  },
};
