/** Builds the extension and shows it in a VS Code: its server for any browser, or with `--desktop` an installed one. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { editorCache, projectRoot } from '../host/places.ts';
import { startDesktop } from './desktop.ts';
import { startInBrowser } from './inBrowser.ts';

const usage = `Usage: npm start -- [--desktop] [--port <number>]

Builds the extension and opens a sample workspace of handlers with it.
  --desktop        use the desktop VS Code of this machine (its command \`code\`)
  --port <number>  serve the editor here, 3000 unless told otherwise`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: argv.slice(2),
    options: { desktop: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const workspace = await sampleWorkspace();
  if (values.desktop) await startDesktop(workspace);
  else await startInBrowser(workspace, values.port === undefined ? 3000 : Number(values.port));
}

/** A copy of the sample handlers, to be changed at will: the next start begins with a fresh one. */
async function sampleWorkspace(): Promise<string> {
  const copy = join(editorCache, 'shop');
  await rm(copy, { recursive: true, force: true });
  await cp(join(projectRoot, 'test', 'workspace'), copy, { recursive: true });
  return copy;
}

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  exit(1);
}
