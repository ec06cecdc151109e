import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';

/** What somebody who read the code says of a finding. */
export type Verdict = 'right' | 'wrong' | 'debatable' | 'unread';

/** A finding in the corpus. Versions are pinned, so a line is a place for good. */
export interface KnownFinding {
  /** The package's name, or the repository's. */
  readonly package: string;
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly verdict: Verdict;
}

const file = join(projectRoot, 'test', 'corpus-findings.jsonl');

export function readKnownFindings(): readonly KnownFinding[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export function writeKnownFindings(findings: readonly KnownFinding[]): void {
  const lines = [...findings].sort(
    (one, other) => keyOf(one).localeCompare(keyOf(other), 'en', { numeric: true }) || one.line - other.line,
  );
  writeFileSync(file, lines.map((finding) => `${JSON.stringify(finding)}\n`).join(''));
}

export function keyOf({ package: name, file: path, line, rule }: Omit<KnownFinding, 'verdict'>): string {
  return `${name}/${path}:${line} ${rule}`;
}
