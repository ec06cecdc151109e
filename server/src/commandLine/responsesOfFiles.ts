import { stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { MappedFile } from '../protocol.ts';
import { mappedFile } from '../responseMap/mappedFile.ts';
import { markdownTable } from '../responseMap/markdownTable.ts';
import { openapiPaths } from '../responseMap/openapi.ts';
import { sentBecause } from '../responseMap/sentBecause.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response, Role, StatusReference } from '../responses/model.ts';
import { returnedValues } from '../responses/returnedValues.ts';
import { statusNode } from '../rules/rule.ts';
import { exitCodes } from './exitCodes.ts';
import { Failures } from './failures.ts';
import { type Paint, paintFor, print, visible } from './output.ts';
import { relativeName } from './paths.ts';
import { Progress } from './progress.ts';
import { Scan, type ScannedFile } from './scan.ts';

export interface ResponsesOptions {
  readonly format: 'table' | 'json' | 'markdown' | 'openapi';
}

/** One line of the list; `null` for what is not known. */
interface ListedResponse {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: number | null;
  readonly role: Role;
  readonly framework: string | null;
  readonly methods: readonly string[];
  readonly route: string | null;
  /** Names of the fields that are set; `complete` is false where there may be more. */
  readonly headers: { readonly names: readonly string[]; readonly complete: boolean } | null;
  readonly body: 'none' | 'present' | 'unknown' | null;
  /** Why it is sent. */
  readonly reason: string | null;
}

/** Lists and prints; gives the exit code. */
export async function responses(paths: readonly string[], { format }: ResponsesOptions): Promise<number> {
  const failures = new Failures();
  const scan = new Scan();
  const files = await scan.find(paths, failures);
  const progress = new Progress(files.length);
  const listener = { onFile: (_path: string, index: number) => progress.at(index), onFailure: failures.add };
  const isMap = format === 'markdown' || format === 'openapi';
  const listed = new Map<string, readonly ListedResponse[]>();
  const mapped = new Map<string, MappedFile>();
  for await (const scanned of scan.files(files, listener)) {
    if (isMap) mapped.set(scanned.path, mappedFile(scanned.document, scanned.analysis, []));
    else listed.set(scanned.path, listedIn(scanned));
  }
  progress.done();
  const inOrder = <Found>(found: ReadonlyMap<string, Found>) => files.flatMap((path) => found.get(path) ?? []);
  if (format === 'markdown') await print(markdownTable(inOrder(mapped), (uri) => relativeName(fileURLToPath(uri))));
  else if (format === 'openapi') await print(openapiPaths(inOrder(mapped)));
  else if (format === 'json') await print(`${JSON.stringify(inOrder(listed).flat(), null, 2)}\n`);
  else await print(table(inOrder(listed).flat(), paintFor(stdout)));
  return failures.any ? exitCodes.failure : exitCodes.clean;
}

/**
 * Every place that names a status, and the responses whose status no token names: defaults, values that are returned, and
 * what is not known.
 */
function listedIn({ path, document, analysis }: ScannedFile): readonly ListedResponse[] {
  const file = relativeName(path);
  const at = (offset: number) => {
    const { line, character } = document.positionAt(offset);
    return { file, line: line + 1, column: character + 1 };
  };
  const named = analysis.references.map((reference) => ({
    start: reference.node.start,
    listed: { ...at(reference.node.start), ...ofReference(reference, analysis) },
  }));
  const unnamed = analysis.responses.flatMap((response) =>
    (response.status?.options ?? [undefined])
      .filter((option) => option?.node === undefined)
      .map((option) => {
        const { start } = option ? statusNode(response, option) : response.sentAt;
        return {
          start,
          listed: {
            ...at(start),
            role: 'sent' as const,
            ...ofResponse(response, analysis, option?.code),
          },
        };
      }),
  );
  const returned = returnedValues(analysis).map(({ node: { start }, code, handler }) => ({
    start,
    listed: {
      ...at(start),
      code,
      role: 'sent' as const,
      framework: handler.framework?.name ?? null,
      methods: handler.methods,
      route: handler.route ?? null,
      headers: null,
      body: 'present' as const,
      reason: null,
    },
  }));
  return [...named, ...unnamed, ...returned].sort((one, other) => one.start - other.start).map(({ listed }) => listed);
}

function ofReference({ code, role, framework, response }: StatusReference, analysis: FileAnalysis) {
  if (response) return { role, ...ofResponse(response, analysis, code) };
  const nothing = { methods: [], route: null, headers: null, body: null, reason: null };
  return { code, role, framework: framework?.name ?? null, ...nothing };
}

function ofResponse(response: Response, analysis: FileAnalysis, code: number | undefined) {
  const { framework, handler, headers, body } = response;
  return {
    code: code ?? null,
    framework: framework.name,
    methods: handler?.methods ?? [],
    route: handler?.route ?? null,
    headers: { names: [...headers.fields.values()].map(({ name }) => name), complete: headers.complete },
    body: body.kind,
    reason: sentBecause(analysis, response, code) ?? null,
  };
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
