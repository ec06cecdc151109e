import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

export const ignoreFileName = '.gitignore';

/** What git leaves out below a folder. */
export class IgnoreRules {
  readonly #root: string;
  readonly #rules: Ignore = ignore();

  private constructor(root: string) {
    this.#root = root;
  }

  /**
   * The rules that hold in a folder someone asks for: those of its repository's folders above it, unless they leave out
   * that very folder.
   */
  static around(folder: string): IgnoreRules {
    const above: string[] = [];
    let root = folder;
    while (!existsSync(join(root, '.git'))) {
      root = dirname(root);
      if (root === above[0] || root === dirname(root)) return new IgnoreRules(folder);
      above.unshift(root);
    }
    const rules = new IgnoreRules(root);
    for (const each of above) if (existsSync(join(each, ignoreFileName))) rules.add(each);
    return above.length > 0 && rules.ignores(folder, true) ? new IgnoreRules(folder) : rules;
  }

  /** Adds the ignore file of a folder, after those of the folders above it: it counts more. */
  add(folder: string): void {
    const within = this.#nameOf(folder);
    const lines = readFileSync(join(folder, ignoreFileName), 'utf8').split(/\r?\n/);
    this.#rules.add(within === '' ? lines : lines.map((line) => rebased(line, within)));
  }

  ignores(path: string, isFolder: boolean): boolean {
    const name = this.#nameOf(path);
    return this.#rules.ignores(isFolder ? `${name}/` : name);
  }

  #nameOf(path: string): string {
    return relative(this.#root, path).replaceAll(sep, '/');
  }
}

/** A line of a nested ignore file as the file at the root would have it. */
function rebased(line: string, folder: string): string {
  if (line.trim() === '' || line.startsWith('#')) return '';
  const [, negation = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? [];
  const literal = folder.replace(/[\\*?[\]!#]/g, '\\$&');
  // A slash anywhere but at its end ties a pattern to the folder of its file.
  const isTied = /\/./.test(pattern);
  return `${negation}/${literal}/${isTied ? pattern.replace(/^\//, '') : `**/${pattern}`}`;
}
