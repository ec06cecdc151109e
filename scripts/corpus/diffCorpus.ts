/**
 * Runs the command line over the corpus and compares with the findings somebody has read. With `--accept` the list is
 * brought up to date: what is new is unread until a verdict is written behind it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv, execPath, exit } from 'node:process';
import { projectRoot } from '../host/places.ts';
import { type CorpusPackage, corpus, directoryOf } from './corpus.ts';
import { type KnownFinding, keyOf, readKnownFindings, type Verdict, writeKnownFindings } from './knownFindings.ts';

const mostOutput = 256 * 1024 * 1024;

interface LintFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

function findingsOf(item: CorpusPackage): readonly Omit<KnownFinding, 'verdict'>[] {
  const folder = directoryOf(item);
  if (!existsSync(folder)) throw new Error(`${item.name} is not here: npm run corpus fetches it`);
  const { status, stdout, stderr } = spawnSync(
    execPath,
    [join(projectRoot, 'dist/cli.js'), 'lint', '.', '--format', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: mostOutput },
  );
  // 1 says that something was found
  if (status !== 0 && status !== 1) throw new Error(`${item.name}: ${stderr}`);
  const found: readonly LintFinding[] = JSON.parse(stdout);
  return found.map(({ file, line, rule }) => ({
    package: item.name,
    file: relative(folder, join(folder, file)).replaceAll('\\', '/'),
    line,
    rule,
  }));
}

const known = new Map(readKnownFindings().map((finding) => [keyOf(finding), finding]));
const present = corpus.flatMap(findingsOf);
const keys = new Set(present.map(keyOf));
const added = present.filter((finding) => !known.has(keyOf(finding)));
const removed = [...known.values()].filter((finding) => !keys.has(keyOf(finding)));

for (const finding of added) console.log(`+ ${keyOf(finding)}`);
for (const finding of removed) console.log(`- ${keyOf(finding)} (${finding.verdict})`);
console.log(`${present.length} findings, ${added.length} new, ${removed.length} gone\n`);
console.log(tableOf(present.map((finding) => ({ ...finding, verdict: verdictOn(finding) }))));
if (argv.includes('--accept')) {
  writeKnownFindings(present.map((finding) => ({ ...finding, verdict: verdictOn(finding) })));
} else if (added.length + removed.length > 0) {
  exit(1);
}

function verdictOn(finding: Omit<KnownFinding, 'verdict'>): Verdict {
  return known.get(keyOf(finding))?.verdict ?? 'unread';
}

/** How many findings of each rule are right, wrong, debatable and unread. */
function tableOf(findings: readonly KnownFinding[]): string {
  const rows = Object.entries(Object.groupBy(findings, ({ rule }) => rule)).map(([rule, own = []]) => {
    const count = (verdict: Verdict) => String(own.filter((each) => each.verdict === verdict).length).padStart(9);
    return `${rule.padEnd(30)}${count('right')}${count('wrong')}${count('debatable')}${count('unread')}`;
  });
  return [`${''.padEnd(30)}    right    wrong debatable   unread`, ...rows.sort()].join('\n');
}
