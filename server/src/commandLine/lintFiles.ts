import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stdin } from 'node:process';
import { text as readAll } from 'node:stream/consumers';
import type { PartialConfiguration } from '../configuration/configuration.ts';
import type { Preset } from '../configuration/presets.ts';
import { severities } from '../configuration/severities.ts';
import { rules } from '../generated/rules.ts';
import type { Severity } from '../rules/rule.ts';
import { exitCodes } from './exitCodes.ts';
import { Failures } from './failures.ts';
import type { LintedFile, LintResult } from './formats/lintResult.ts';
import { Linter } from './linter.ts';
import { print } from './output.ts';
import { relativeName } from './paths.ts';
import { Progress } from './progress.ts';
import { ProjectConfigurations } from './projectConfiguration.ts';
import { Scan } from './scan.ts';
import { type Format, written } from './written.ts';

export interface LintOptions {
  readonly format: Format;
  readonly preset?: Preset;
  /** Severities by rule, as they were typed. */
  readonly rule: Readonly<Record<string, string>>;
  readonly fix: boolean;
  readonly stdin: boolean;
  readonly stdinFilename?: string;
}

/** Lints and prints; gives the exit code. */
export async function lint(paths: readonly string[], options: LintOptions): Promise<number> {
  const failures = new Failures();
  const given = givenConfiguration(options, failures);
  if (failures.any) return exitCodes.failure;
  const configurations = new ProjectConfigurations(given);
  const scan = new Scan();
  const linter = new Linter(scan, failures.add);

  const result = options.stdin
    ? await lintStdin(scan, linter, configurations, options, failures)
    : await lintPaths(paths, scan, linter, configurations, options, failures);
  if (result) await print(await written(result, options.format));
  for (const problem of configurations.problems) failures.say(problem);
  if (failures.any || !result) return exitCodes.failure;
  const counts = result.files.some(({ findings }) => findings.some(({ severity }) => severity !== 'hint'));
  return counts ? exitCodes.findings : exitCodes.clean;
}

async function lintPaths(
  paths: readonly string[],
  scan: Scan,
  linter: Linter,
  configurations: ProjectConfigurations,
  { fix }: LintOptions,
  failures: Failures,
): Promise<LintResult> {
  const files = await scan.find(paths, failures);
  const progress = new Progress(files.length);
  const linted: LintedFile[] = [];
  const listener = { onFile: (_path: string, index: number) => progress.at(index), onFailure: failures.add };
  for await (const scanned of scan.files(files, listener)) {
    const { configuration, isIgnored } = await configurations.of(scanned.path);
    if (isIgnored) continue;
    const fixed = fix ? linter.fixed(scanned, configuration) : undefined;
    if (fixed !== undefined) writeFileSync(scanned.path, `${scanned.marked ? '\uFEFF' : ''}${fixed}`);
    const present = fixed === undefined ? scanned : await scan.text(scanned.path, scanned.language, fixed);
    const findings = present ? linter.findings(present, configuration) : [];
    if (present && present !== scanned) present.document.dispose();
    if (findings.length > 0) linted.push({ file: relativeName(scanned.path), findings });
  }
  progress.done();
  return { filesRead: files.length, files: linted };
}

async function lintStdin(
  scan: Scan,
  linter: Linter,
  configurations: ProjectConfigurations,
  { stdinFilename, fix }: LintOptions,
  failures: Failures,
): Promise<LintResult | undefined> {
  const path = resolve(stdinFilename ?? 'stdin.ts');
  const language = scan.analyser.languageOfPath(path);
  if (!language) {
    failures.say(`${stdinFilename}: It is written in a language that is not read.`);
    return undefined;
  }
  const text = await readAll(stdin);
  const { configuration, isIgnored } = await configurations.of(path);
  const scanned = isIgnored ? undefined : await scan.text(path, language, text);
  if (fix) {
    await print((scanned && linter.fixed(scanned, configuration)) ?? text);
    return undefined;
  }
  const findings = scanned ? linter.findings(scanned, configuration) : [];
  return { filesRead: 1, files: findings.length > 0 ? [{ file: relativeName(path), findings }] : [] };
}

function givenConfiguration({ preset, rule }: LintOptions, failures: Failures): PartialConfiguration {
  const severitiesGiven: Record<string, Severity> = {};
  for (const [id, value] of Object.entries(rule)) {
    const severity = severities.find((known) => known === value);
    if (!rules.some((known) => known.id === id)) failures.say(`--rule ${id}=${value}: There is no rule ${id}.`);
    else if (!severity) failures.say(`--rule ${id}=${value}: A severity is one of ${severities.join(', ')}.`);
    else severitiesGiven[id] = severity;
  }
  return { preset, rules: severitiesGiven };
}
