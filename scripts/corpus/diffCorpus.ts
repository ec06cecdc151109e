/**
 * Runs the command line over the corpus and compares with the findings somebody has read. With `--accept` the list is
 * brought up to date: what is new is unread until a verdict is written behind it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv, execPath, exit } from 'node:process';
import { projectRoot } from '../host/places.ts';
import { type CorpusItem, corpus, directoryOf, nameOf } from './corpus.ts';
import { type KnownFinding, keyOf, readKnownFindings, type Verdict, writeKnownFindings } from './knownFindings.ts';

const mostOutput = 256 * 1024 * 1024;

interface LintFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

function findingsOf(item: CorpusItem): readonly Omit<KnownFinding, 'verdict'>[] {
  const folder = directoryOf(item);
  const name = nameOf(item);
  const { status, stdout, stderr } = spawnSync(
    execPath,
    [join(projectRoot, 'dist/cli.js'), 'lint', '.', '--no-cache', '--format', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: mostOutput },
  );
  // 1 says that something was found
  if (status !== 0 && status !== 1) throw new Error(`${name}: ${stderr}`);
  const found: readonly LintFinding[] = JSON.parse(stdout);
  return found.map(({ file, line, rule }) => ({
    package: name,
    file: relative(folder, join(folder, file)).replaceAll('\\', '/'),
    line,
    rule,
  }));
}

const here = corpus.filter(isHere);
const names = new Set(here.map(nameOf));
const all = readKnownFindings();
const elsewhere = all.filter((finding) => !names.has(finding.package));
const known = new Map(all.filter((finding) => names.has(finding.package)).map((each) => [keyOf(each), each]));
const present = here.flatMap(findingsOf);
const keys = new Set(present.map(keyOf));
const added = present.filter((finding) => !known.has(keyOf(finding)));
const removed = [...known.values()].filter((finding) => !keys.has(keyOf(finding)));

for (const finding of added) console.log(`+ ${keyOf(finding)}`);
for (const finding of removed) console.log(`- ${keyOf(finding)} (${finding.verdict})`);
console.log(`${present.length} findings, ${added.length} new, ${removed.length} gone\n`);
console.log(tableOf(present.map((finding) => ({ ...finding, verdict: verdictOn(finding) }))));
if (argv.includes('--accept')) {
  writeKnownFindings([...elsewhere, ...present.map((finding) => ({ ...finding, verdict: verdictOn(finding) }))]);
} else if (added.length + removed.length > 0) {
  exit(1);
}

/** Only repositories may be missing: a machine may not reach them. */
function isHere(item: CorpusItem): boolean {
  if (existsSync(directoryOf(item))) return true;
  if ('version' in item) throw new Error(`${item.name} is not here: npm run corpus fetches it`);
  console.log(`${item.repository} is not here and left out: npm run corpus fetches it`);
  return false;
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
