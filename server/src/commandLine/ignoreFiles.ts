import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

export const ignoreFileName = '.gitignore';

/** The rules of a folder's ignore file and of those above it. */
export class IgnoreRules {
  readonly #folder: string;
  readonly #rules: Ignore | undefined;
  readonly #above: IgnoreRules | undefined;

  private constructor(folder: string, rules: Ignore | undefined, above: IgnoreRules | undefined) {
    this.#folder = folder;
    this.#rules = rules;
    this.#above = above;
  }

  /**
   * The rules that hold in a folder someone asks for: those of its repository's folders above it, unless they leave out
   * that very folder.
   */
  static around(folder: string): IgnoreRules {
    const folders: string[] = [];
    for (let parent = folder; !existsSync(join(parent, '.git')) && parent !== dirname(parent); ) {
      parent = dirname(parent);
      folders.unshift(parent);
    }
    const isRepository = existsSync(join(folders[0] ?? folder, '.git'));
    let rules = new IgnoreRules(folder, undefined, undefined);
    if (!isRepository) return rules;
    for (const parent of folders) if (existsSync(join(parent, ignoreFileName))) rules = rules.with(parent);
    return rules.ignores(folder, true) ? new IgnoreRules(folder, undefined, undefined) : rules;
  }

  /** These rules and those of a folder below that has an ignore file. */
  with(folder: string): IgnoreRules {
    return new IgnoreRules(folder, ignore().add(readFileSync(join(folder, ignoreFileName), 'utf8')), this);
  }

  ignores(path: string, isFolder: boolean): boolean {
    if (this.#rules) {
      const name = relative(this.#folder, path).replaceAll(sep, '/');
      const { ignored, unignored } = this.#rules.test(isFolder ? `${name}/` : name);
      if (ignored || unignored) return ignored;
    }
    return this.#above?.ignores(path, isFolder) ?? false;
  }
}
