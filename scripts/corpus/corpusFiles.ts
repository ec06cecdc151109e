import { chdir } from 'node:process';
import { pathToFileURL } from 'node:url';
import { Failures } from '../../server/src/commandLine/failures.ts';
import { Scan } from '../../server/src/commandLine/scan.ts';
import { ScanPart } from '../../server/src/commandLine/scanPart.ts';
import { judge } from '../../server/src/rules/judge.ts';
import type { Finding, Rule } from '../../server/src/rules/rule.ts';
import type { SourceDocument } from '../../server/src/syntax/document.ts';

/** The files of a package, each judged with what the others say of it. */
export class CorpusFiles {
  readonly #scan = new Scan();
  readonly #open: SourceDocument[] = [];

  /** Reads the package in a folder; gives the paths of the files in which something is found. */
  async read(folder: string): Promise<readonly string[]> {
    // projects begin where the program runs
    chdir(folder);
    const paths = await this.#scan.find(['.'], new Failures());
    const found = new Map<string, boolean>();
    const part = new ScanPart(this.#scan, {}, () => async ({ path, analysis }) => {
      found.set(path, judge(analysis, isOn, rethrow).length > 0);
    });
    const looks = await part.first(paths, paths.keys());
    const read = looks.flatMap(({ file }) => file ?? []);
    const again = await part.second({ read, due: [...read.keys()] }, read.keys());
    const complaints = [...looks, ...again].flatMap((look) => look.complaints);
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    return paths.filter((path) => found.get(path) === true);
  }

  /** What is found in a text that would stand in a file. The findings can be used until `close`. */
  findingsIn(path: string, text: string): readonly Finding[] {
    const { analyser } = this.#scan;
    const language = analyser.languageOfPath(path);
    if (!language) throw new Error(`${path} is in no known language`);
    const document = analyser.open(language, pathToFileURL(path).href, text);
    this.#open.push(document);
    const { analysis } = analyser.analyse(language, document);
    return analysis ? judge(analysis, isOn, rethrow) : [];
  }

  /** Lets go of the texts that were judged since the last time. */
  close(): void {
    for (const document of this.#open.splice(0)) document.dispose();
  }
}

function isOn(rule: Rule): boolean {
  return rule.severity !== 'off';
}

function rethrow(subject: unknown, error: unknown): never {
  throw new Error(`${String(subject)} failed`, { cause: error });
}
