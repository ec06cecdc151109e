import { stdout } from 'node:process';
import type { Response, Role, StatusReference } from '../responses/model.ts';
import { statusNode } from '../rules/rule.ts';
import { exitCodes } from './exitCodes.ts';
import { Failures } from './failures.ts';
import { type Paint, paintFor, print, visible } from './output.ts';
import { relativeName } from './paths.ts';
import { Progress } from './progress.ts';
import { Scan, type ScannedFile } from './scan.ts';

export interface ResponsesOptions {
  readonly format: 'table' | 'json';
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
}

/** Lists and prints; gives the exit code. */
export async function responses(paths: readonly string[], { format }: ResponsesOptions): Promise<number> {
  const failures = new Failures();
  const scan = new Scan();
  const files = await scan.find(paths, failures);
  const progress = new Progress(files.length);
  const found = new Map<string, readonly ListedResponse[]>();
  const listener = { onFile: (_path: string, index: number) => progress.at(index), onFailure: failures.add };
  for await (const scanned of scan.files(files, listener)) found.set(scanned.path, listedIn(scanned));
  progress.done();
  const listed = files.flatMap((path) => found.get(path) ?? []);
  await print(format === 'json' ? `${JSON.stringify(listed, null, 2)}\n` : table(listed, paintFor(stdout)));
  return failures.any ? exitCodes.failure : exitCodes.clean;
}

/** Every place that names a status, and the responses whose status no token names: defaults, and what is not known. */
function listedIn({ path, document, analysis }: ScannedFile): readonly ListedResponse[] {
  const file = relativeName(path);
  const at = (offset: number) => {
    const { line, character } = document.positionAt(offset);
    return { file, line: line + 1, column: character + 1 };
  };
  const named = analysis.references.map((reference) => ({
    start: reference.node.start,
    listed: { ...at(reference.node.start), ...ofReference(reference) },
  }));
  const unnamed = analysis.responses.flatMap((response) =>
    (response.status?.options ?? [undefined])
      .filter((option) => option?.node === undefined)
      .map((option) => {
        const { start } = option ? statusNode(response, option) : response.sentAt;
        return {
          start,
          listed: { ...at(start), code: option?.code ?? null, role: 'sent' as const, ...ofResponse(response) },
        };
      }),
  );
  return [...named, ...unnamed].sort((one, other) => one.start - other.start).map(({ listed }) => listed);
}

function ofReference({ code, role, framework, response }: StatusReference) {
  if (response) return { code, role, ...ofResponse(response) };
  return { code, role, framework: framework?.name ?? null, methods: [], route: null, headers: null, body: null };
}

function ofResponse({ framework, handler, headers, body }: Response) {
  return {
    framework: framework.name,
    methods: handler?.methods ?? [],
    route: handler?.route ?? null,
    headers: { names: [...headers.fields.values()].map(({ name }) => name), complete: headers.complete },
    body: body.kind,
  };
}

function table(listed: readonly ListedResponse[], paint: Paint): string {
  const rows = listed.map(({ file, line, column, code, role, framework, methods, route, headers, body }) => [
    visible(`${file}:${line}:${column}`),
    `${code ?? '?'}`,
    role,
    framework ?? '',
    visible([methods.join(','), route].filter((part) => part).join(' ')),
    headers ? visible([...headers.names, ...(headers.complete ? [] : ['…'])].join(', ')) : '',
    body ?? '',
  ]);
  const head = ['place', 'code', 'role', 'framework', 'request', 'headers', 'body'];
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
