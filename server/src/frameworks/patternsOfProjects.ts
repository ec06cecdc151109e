import type { ProjectPattern } from './projectPatterns.ts';

/** What projects say of their own code, by the folder that it goes for, as a URI: the nearest counts, and it alone. */
export class PatternsOfProjects {
  readonly #byFolder = new Map<string, readonly ProjectPattern[]>();

  set(folder: string, patterns: readonly ProjectPattern[]): void {
    this.#byFolder.set(folder.replace(/\/$/, ''), patterns);
  }

  /** The same list as long as nothing has changed. */
  of(uri: string): readonly ProjectPattern[] {
    if (this.#byFolder.size === 0) return none;
    for (let end = uri.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : uri.lastIndexOf('/', end - 1)) {
      const patterns = this.#byFolder.get(uri.slice(0, end));
      if (patterns) return patterns.length > 0 ? patterns : none;
    }
    return none;
  }

  forget(): void {
    this.#byFolder.clear();
  }
}

const none: readonly ProjectPattern[] = [];
