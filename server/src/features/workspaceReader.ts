import type { Analyser } from '../analyser.ts';
import type { ReadText } from '../configuration/configurationFiles.ts';
import { aliasFileNames, pathAliases } from '../configuration/pathAliases.ts';
import { pathOf } from '../workspace/addresses.ts';
import { isBundle } from '../workspace/bundles.ts';
import type { PathAliases } from '../workspace/modules.ts';
import { RememberedSummaries, type StoredText } from '../workspace/rememberedSummaries.ts';
import type { Guard } from './guard.ts';

/** Gives the files below a folder, as URIs. */
export type ListFiles = (folder: string) => AsyncIterable<string>;

/** Told how far the reading of a workspace is. */
export interface ReadingProgress {
  readonly begin: (total: number) => void;
  readonly report: (done: number, total: number) => void;
  readonly done: () => void;
  readonly isCancelled: () => boolean;
}

interface Surroundings {
  readonly analyser: Analyser;
  readonly guard: Guard;
  readonly listFiles: ListFiles;
  readonly readText: ReadText;
  /** The present text of an open document goes before what is stored. */
  readonly openText: (uri: string) => string | undefined;
  /** What files say to each other has changed. */
  readonly onNews: () => void;
  /** A file was read once more, or is gone: what it answers may have changed. */
  readonly onChange: (uri: string) => void;
}

/** Findings wait so long at most until the workspace has been read: what comes before that has to be taken back, or added to. */
export const longestWait = 15_000;

/** So long messages of the editor wait at most. */
const longestTurn = 12;
/** A moment in which someone types on is no time to read what was typed. */
const pause = 400;

/** Reads the files of a workspace in the background for what they say to each other, and keeps that up to date. */
export class WorkspaceReader {
  readonly #surroundings: Surroundings;
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();
  #run = 0;
  #reading: Promise<void> = Promise.resolve();
  /** Those of the files that may answer, or say to others how they answer. */
  readonly files = new Set<string>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Where what files say is kept. Without one all of them are read anew at every start. */
  stored: StoredText | undefined;

  /** Reads all files of some folders; what is being read already is given up. */
  read(folders: readonly string[], progress: ReadingProgress): void {
    const run = ++this.#run;
    const { guard } = this.#surroundings;
    this.#reading = guard.run('workspace', undefined, async () => {
      try {
        await this.#readAll(folders, progress, () => run !== this.#run || progress.isCancelled());
      } finally {
        progress.done();
      }
    });
  }

  /** Resolves when the workspace has been read, or when somebody has waited for long enough. */
  async ready(longest: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longest);
    });
    await Promise.race([this.#reading, late]);
    clearTimeout(timer);
  }

  /** A file was written, made or changed in the editor. */
  changed(uri: string): void {
    clearTimeout(this.#due.get(uri));
    this.#due.set(
      uri,
      setTimeout(() => {
        this.#due.delete(uri);
        const { guard, onNews, onChange } = this.#surroundings;
        void guard.run('workspace', undefined, async () => {
          const isNews = await this.#readOne(uri);
          onChange(uri);
          if (isNews) onNews();
        });
      }, pause),
    );
  }

  removed(uri: string): void {
    const { analyser, onNews, onChange } = this.#surroundings;
    const isNews = analyser.removeFromIndex(uri);
    this.files.delete(uri);
    onChange(uri);
    if (isNews) onNews();
  }

  /** A folder is gone, and what was in it: editors name the folder alone. Gives false where nothing in it was known. */
  removedFolder(uri: string): boolean {
    const folder = `${pathOf(uri)}/`;
    const gone = [...this.files].filter((file) => pathOf(file).startsWith(folder));
    for (const file of gone) this.removed(file);
    return gone.length > 0;
  }

  async #readAll(folders: readonly string[], progress: ReadingProgress, isOver: () => boolean): Promise<void> {
    const { analyser, listFiles, onNews } = this.#surroundings;
    const files: string[] = [];
    const aliases: PathAliases[] = [];
    for (const folder of folders) {
      for await (const uri of listFiles(folder)) {
        if (isOver()) return;
        if (isBundle(uri)) continue;
        if (analyser.languageOfPath(uri)) files.push(uri);
        else if (aliasFileNames.some((name) => uri.endsWith(`/${name}`))) aliases.push(...(await this.#aliasesIn(uri)));
      }
    }
    analyser.index.aliases = aliases;
    await this.#recall();
    this.files.clear();
    progress.begin(files.length);
    let turnBegan = performance.now();
    for (const [index, uri] of files.entries()) {
      if (isOver()) return;
      await this.#readOne(uri);
      if (performance.now() - turnBegan < longestTurn) continue;
      progress.report(index, files.length);
      // messages that came in the meantime go first
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnBegan = performance.now();
    }
    onNews();
    await this.#keep(files);
  }

  async #recall(): Promise<void> {
    const { analyser } = this.#surroundings;
    if (!this.stored || analyser.remembered) return;
    const remembered = new RememberedSummaries(this.stored.build);
    const written = await this.stored.read();
    if (written !== undefined) remembered.read(written);
    analyser.remembered = remembered;
  }

  async #keep(files: readonly string[]): Promise<void> {
    const { analyser } = this.#surroundings;
    const paths = new Set(files.map(pathOf));
    analyser.remembered?.keepOnly((path) => paths.has(path));
    const text = analyser.remembered?.write();
    if (text !== undefined) await this.stored?.write(text);
  }

  async #aliasesIn(uri: string): Promise<readonly PathAliases[]> {
    const text = await this.#surroundings.readText(uri);
    const found = text === undefined ? undefined : pathAliases(pathOf(uri), text);
    return found ? [found] : [];
  }

  /** True when a file says something else than before. */
  async #readOne(uri: string): Promise<boolean> {
    const { analyser, guard, openText, readText } = this.#surroundings;
    const language = analyser.languageOfPath(uri);
    if (!language) return false;
    const text = openText(uri) ?? (await readText(uri));
    if (text === undefined) {
      this.files.delete(uri);
      return analyser.removeFromIndex(uri);
    }
    await analyser.prepare(language);
    return guard.runNow('workspace', false, () => {
      const document = analyser.open(language, uri, text);
      try {
        const { isNews } = analyser.addToIndex(language, document);
        if (analyser.isIndexed(uri)) this.files.add(uri);
        else this.files.delete(uri);
        return isNews;
      } finally {
        document.dispose();
      }
    });
  }
}
