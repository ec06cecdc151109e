import { stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { markdownTable } from '../responseMap/markdownTable.ts';
import { openapiPaths } from '../responseMap/openapi.ts';
import { type CacheOptions, cacheFolderOf } from './cacheOptions.ts';
import { exitCodes } from './exitCodes.ts';
import { Failures } from './failures.ts';
import type { ListedResponse } from './listedResponses.ts';
import { type Paint, paintFor, print, visible } from './output.ts';
import { relativeName } from './paths.ts';
import { Progress } from './progress.ts';
import { Scan } from './scan.ts';
import { scanFiles } from './scanFiles.ts';

export interface ResponsesOptions extends CacheOptions {
  readonly format: 'table' | 'json' | 'markdown' | 'openapi';
  readonly threads?: number;
}

/** Lists and prints; gives the exit code. */
export async function responses(
  paths: readonly string[],
  { format, threads, ...caching }: ResponsesOptions,
): Promise<number> {
  const failures = new Failures();
  const scan = new Scan();
  const files = await scan.find(paths, failures);
  const progress = new Progress(files.length);
  const options = {
    threads,
    failures,
    cacheFolder: cacheFolderOf(caching),
    onFile: (done: number) => progress.at(done),
  };
  const inOrder = <Found>(found: ReadonlyMap<string, Found>) => files.flatMap((path) => found.get(path) ?? []);
  if (format === 'markdown' || format === 'openapi') {
    const mapped = inOrder(await scanFiles(scan, files, { kind: 'routes' }, options));
    progress.done();
    const nameOf = (uri: string): string => relativeName(fileURLToPath(uri));
    await print(format === 'markdown' ? markdownTable(mapped, nameOf) : openapiPaths(mapped));
  } else {
    const listed = inOrder(await scanFiles(scan, files, { kind: 'responses' }, options)).flat();
    progress.done();
    await print(format === 'json' ? `${JSON.stringify(listed, null, 2)}\n` : table(listed, paintFor(stdout)));
  }
  return failures.any ? exitCodes.failure : exitCodes.clean;
}

function table(listed: readonly ListedResponse[], paint: Paint): string {
  const rows = listed.map(({ file, line, column, code, role, framework, methods, route, headers, body, reason }) => [
    visible(`${file}:${line}:${column}`),
    `${code ?? '?'}`,
    role,
    framework ?? '',
    visible([methods.join(','), route].filter((part) => part).join(' ')),
    headers ? visible([...headers.names, ...(headers.complete ? [] : ['…'])].join(', ')) : '',
    body ?? '',
    visible(reason ?? ''),
  ]);
  const head = ['place', 'code', 'role', 'framework', 'request', 'headers', 'body', 'sent because'];
  const widths = head.map((title, index) =>
    rows.reduce((width, row) => Math.max(width, row[index]?.length ?? 0), title.length),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[paint('bold', line(head)), ...rows.map(line)].join('\n')}\n`;
}
