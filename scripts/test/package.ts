import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';
import { command } from './command.ts';
import { failedOnce, passedOnce, type Stage } from './stage.ts';

const megabyte = 1024 * 1024;
const largest = 4 * megabyte;

/** Packages the extension: without a warning, and small. */
export const packaging: Stage = {
  name: 'package',
  run: async () => {
    const { succeeded, output } = await command('npm', ['run', '--silent', 'package'], 5);
    const warnings = output.split('\n').filter((line) => /^\s*WARN(ING)?\b/i.test(line));
    if (!succeeded || warnings.length > 0) {
      console.log(output.trim());
      return failedOnce;
    }
    const { size } = await stat(join(projectRoot, 'http-status-assistant.vsix'));
    console.log(`  ${(size / megabyte).toFixed(2)} MB`);
    return size < largest ? passedOnce : failedOnce;
  },
};
