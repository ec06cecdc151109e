/**
 * Prints one table of figures from one run on this machine. A missed aim is printed, never an error: what a loaded
 * machine measures must not fail a build. Arguments name the measurements to run, without any all run.
 */
import { cpus } from 'node:os';
import { argv, execPath, version } from 'node:process';
import { npm } from '../../scripts/host/npm.ts';
import { projectRoot } from '../../scripts/host/places.ts';
import { run } from '../../scripts/host/run.ts';
import { measureCompleting } from './completing.ts';
import { measureEditing } from './editing.ts';
import { measureExtensionSize } from './extensionSize.ts';
import type { Figure } from './figure.ts';
import { measureHovering } from './hovering.ts';
import { measureMemory } from './memory.ts';
import { measureScan } from './scan.ts';
import { table } from './table.ts';

const measurements: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  scan: measureScan,
  editing: measureEditing,
  hovering: measureHovering,
  completing: measureCompleting,
  memory: measureMemory,
  size: measureExtensionSize,
};

await npm(['run', 'generate'], projectRoot);
await run(execPath, ['esbuild.mjs', '--production'], { cwd: projectRoot });

const wanted = argv.slice(2);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`Measuring ${name} …`);
  try {
    figures.push(...(await measure()));
  } catch (error) {
    figures.push({ subject: name, value: 'not measured' });
    console.error(error);
  }
}

const processors = cpus();
console.log(`\n${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}, Node ${version}\n`);
console.log(table(figures));
