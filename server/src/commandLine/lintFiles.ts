import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { cwd, stdin } from 'node:process';
import { text as readAll } from 'node:stream/consumers';
import type { PartialConfiguration } from '../configuration/configuration.ts';
import type { Preset } from '../configuration/presets.ts';
import { severities } from '../configuration/severities.ts';
import { rules } from '../generated/rules.ts';
import type { Severity } from '../rules/rule.ts';
import { type CacheOptions, cacheFolderOf } from './cacheOptions.ts';
import { changedFiles, GitFailure } from './changedFiles.ts';
import { exitCodes } from './exitCodes.ts';
import { Failures } from './failures.ts';
import type { LintedFile, LintFinding, LintResult } from './formats/lintResult.ts';
import { Linter, type LintWork } from './linter.ts';
import { print } from './output.ts';
import { relativeName } from './paths.ts';
import { Progress } from './progress.ts';
import { configurationProblems } from './projectConfiguration.ts';
import { Scan } from './scan.ts';
import { scanFiles } from './scanFiles.ts';
import { type Format, written } from './written.ts';

export interface LintOptions extends CacheOptions {
  readonly format: Format;
  readonly preset?: Preset;
  /** Severities by rule, as they were typed. */
  readonly rule: Readonly<Record<string, string>>;
  readonly fix: boolean;
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  /** A revision of git: only files that differ from it are reported. */
  readonly since?: string;
  /** A folder whose other files are read as well, and not reported. */
  readonly context?: string;
  readonly threads?: number;
}

/** Lints and prints; gives the exit code. */
export async function lint(paths: readonly string[], options: LintOptions): Promise<number> {
  const failures = new Failures();
  const given = givenConfiguration(options, failures);
  if (options.stdin && options.since !== undefined)
    failures.say('--since: A text that is read from --stdin has no history.');
  if (options.stdin && options.context !== undefined)
    failures.say('--context: A text that is read from --stdin is read by itself.');
  if (failures.any) return exitCodes.failure;
  const run = new LintRun(options, given, failures);
  return options.stdin ? run.ofStdin() : run.ofFiles(paths);
}

class LintRun {
  readonly #options: LintOptions;
  readonly #failures: Failures;
  readonly #work: LintWork;
  readonly #scan = new Scan();

  constructor(options: LintOptions, given: PartialConfiguration, failures: Failures) {
    this.#options = options;
    this.#failures = failures;
    this.#work = { kind: 'findings', given, fix: options.fix };
  }

  async ofFiles(paths: readonly string[]): Promise<number> {
    const { fix, since, threads, context = since === undefined ? undefined : '.' } = this.#options;
    const changed = since === undefined ? undefined : this.#changedSince(since);
    if (this.#failures.any) return exitCodes.failure;
    const asked = changed?.size === 0 ? [] : await this.#scan.find(paths, this.#failures);
    const names = changed ? asked.filter((path) => changed.has(realpathSync(path))) : asked;
    // What a file answers may be said in files that are not reported.
    const isApart = context !== undefined && names.length > 0;
    const all = isApart ? await this.#scan.find([...paths, context], this.#failures) : names;
    const progress = new Progress(all.length);
    const found = await scanFiles(this.#scan, all, this.#work, {
      threads,
      failures: this.#failures,
      cacheFolder: cacheFolderOf(this.#options),
      onFile: (done) => progress.at(done),
      onlyOnce: fix,
      isWanted: new Set(names),
    });
    progress.done();
    const files: LintedFile[] = [];
    for (const path of names) {
      const findings = found.get(path) ?? [];
      if (findings.length > 0) files.push({ file: relativeName(path), findings });
      // for what is wrong with the configuration of a file that another thread read
      await this.#scan.readProject(path);
    }
    return this.#finish({ filesRead: names.length, files });
  }

  #changedSince(revision: string): ReadonlySet<string> {
    try {
      return new Set(changedFiles(revision, cwd()));
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      this.#failures.say(error.message);
      return new Set();
    }
  }

  async ofStdin(): Promise<number> {
    const { stdinFilename = 'stdin.ts', fix } = this.#options;
    const path = resolve(stdinFilename);
    const language = this.#scan.analyser.languageOfPath(path);
    if (!language) {
      this.#failures.say(`${stdinFilename}: It is written in a language that is not read.`);
      return exitCodes.failure;
    }
    const text = await readAll(stdin);
    const linter = new Linter(this.#scan, { ...this.#work, fix: false }, this.#failures.add);
    let fixed: string | undefined;
    let findings: readonly LintFinding[] = [];
    await this.#scan.text(path, language, text, async (scanned) => {
      if (fix) fixed = await linter.fixed(scanned);
      else findings = await linter.findings(scanned);
    });
    if (fix) {
      await print(fixed ?? text);
      return this.#failures.any ? exitCodes.failure : exitCodes.clean;
    }
    return this.#finish({ filesRead: 1, files: findings.length > 0 ? [{ file: relativeName(path), findings }] : [] });
  }

  async #finish(result: LintResult): Promise<number> {
    await print(await written(result, this.#options.format));
    for (const problem of await configurationProblems(this.#scan.configurationFiles)) this.#failures.say(problem);
    if (this.#failures.any) return exitCodes.failure;
    const counts = result.files.some(({ findings }) => findings.some(({ severity }) => severity !== 'hint'));
    return counts ? exitCodes.findings : exitCodes.clean;
  }
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
