#!/usr/bin/env node
/**
 * Takes the command line of a desktop VS Code that runs extension tests, and runs them in VS Code's server and a
 * headless Chromium instead: for machines without a display, and without a way to where desktop builds come from.
 */
import { createWriteStream, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { format, parseArgs } from 'node:util';
import { EditorServer } from '../../../scripts/host/editorServer.ts';
import { openPage } from '../../../scripts/host/openPage.ts';
import { editorCache } from '../../../scripts/host/places.ts';
import { PageRemote } from './pageRemote.ts';

const runTimeout = 360_000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv.slice(2), strict: false, allowPositionals: true });
  const [folder] = positionals;
  const extension = values.extensionDevelopmentPath;
  const tests = values.extensionTestsPath;
  const locale = typeof values.locale === 'string' ? values.locale : undefined;
  if (folder === undefined || typeof extension !== 'string' || typeof tests !== 'string') {
    throw new Error('Usage: browserEditor.ts --extensionDevelopmentPath=… --extensionTestsPath=… folder');
  }

  const dataDirectory = await mkdtemp(join(tmpdir(), 'http-status-editor-'));
  const { browser, page } = await openPage();
  const remote = await PageRemote.serve(page);
  const server = await EditorServer.start({
    dataDirectory,
    forTests: true,
    locale,
    environment: { EDITOR_REMOTE: remote.address },
  });
  const stop = async (): Promise<void> => {
    server.stop();
    remote.close();
    await browser.close();
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => exit(1)));

  try {
    const ended = Promise.withResolvers<number>();
    setTimeout(() => ended.reject(new Error('The editor tests did not end in time.')), runTimeout).unref();
    page.on('crash', () => ended.reject(new Error('The page of the editor crashed.')));
    // The console of the whole editor, full of complaints about the services of the internet that it misses.
    // Tests in a browser have no files: they write their results to the console.
    const resultsFile = env.EDITOR_TEST_RESULTS;
    const log = createWriteStream(join(editorCache, 'editor-tests.log'));
    await page.exposeFunction('codeAutomationLog', (level: string, messages: readonly unknown[]) => {
      const line = format(...messages);
      log.write(`${level}: ${line}\n`);
      const [, results] = /editor test results (\{.*\})/s.exec(line) ?? [];
      if (results !== undefined && resultsFile !== undefined) writeFileSync(resultsFile, results);
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
    await page.goto(
      server.address(folder, [
        ['extensionDevelopmentPath', server.remoteFolder(extension)],
        ['extensionTestsPath', server.remoteFolder(tests)],
        ['skipWelcome', 'true'],
      ]),
    );
    return await ended.promise;
  } finally {
    await stop();
  }
}

exit(
  await main().catch((error: unknown) => {
    console.error(error);
    return 1;
  }),
);
