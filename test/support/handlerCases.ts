import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ReportedFinding } from '../../server/src/rules/report.ts';
import { ready } from './ready.ts';

/** Code of handlers, and all that is reported of it. */
export interface HandlerCase {
  readonly name: string;
  readonly path?: string;
  readonly source: string;
  /** Lines of the source and rules: `5 location-on-201`. */
  readonly findings: readonly string[];
}

/** Go code behind its package clause and imports. */
export interface GoCase extends HandlerCase {
  /** Beside those that all have. */
  readonly imports?: readonly string[];
}

interface Options {
  /** Of cases that have none of their own. */
  readonly path?: string;
  /** What stands before each source; lines are counted behind it. */
  readonly before?: string;
  /** The findings that a case tells; all where it is absent. */
  readonly isJudged?: (finding: ReportedFinding) => boolean;
}

/** Everything but challenges, which most handlers leave out. */
export function isNoChallenge({ rule }: ReportedFinding): boolean {
  return rule.id !== 'www-authenticate-on-401';
}

/** Tests that of each case these findings are reported and no others. */
export function reportedOf(title: string, cases: readonly HandlerCase[], options: Options = {}): void {
  suite(title, () => {
    for (const each of cases) test(each.name, () => assertReported(each, options));
  });
}

/** The same of Go: `common` are the modules that every file imports, `other` those of cases that name none. */
export function reportedOfGo(
  title: string,
  cases: readonly GoCase[],
  common: readonly string[],
  other: readonly string[] = [],
): void {
  suite(title, () => {
    for (const { imports = other, ...each } of cases) {
      const imported = [...common, ...imports].map((module) => `import "${module}"\n`);
      const before = `package app\n${imported.join('')}`;
      test(each.name, () => assertReported(each, { path: 'app/handlers.go', before }));
    }
  });
}

async function assertReported(
  { path, source, findings }: HandlerCase,
  { path: common, before = '', isJudged = () => true }: Options,
): Promise<void> {
  const text = `${before}${source}${source.endsWith('\n') ? '' : '\n'}`;
  const { document, findings: found } = await ready(text, undefined, path ?? common);
  const linesBefore = before.split('\n').length - 1;
  assert.deepEqual(
    found
      .filter(isJudged)
      .map(({ node, rule }) => `${document.positionAt(node.start).line + 1 - linesBefore} ${rule.id}`),
    findings,
  );
}
