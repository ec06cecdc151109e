import { sentBecause } from '../responseMap/sentBecause.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { returnedValues } from '../responses/bodies/returnedValues.ts';
import type { Response, Role, StatusReference } from '../responses/model.ts';
import { statusNode } from '../rules/rule.ts';
import { relativeName } from './paths.ts';
import type { ScannedFile } from './scan.ts';

/** One line of the list; `null` for what is not known. */
export interface ListedResponse {
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

/**
 * Every place that names a status, and the responses whose status no token names: defaults, values that are returned, and
 * what is not known.
 */
export function listedIn({ path, document, analysis }: ScannedFile): readonly ListedResponse[] {
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
