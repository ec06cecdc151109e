import type { LanguageFamily } from '../languages/language.ts';
import type { Knowledge } from '../responses/knowledge.ts';
import type { HandedKeys } from '../responses/origins/handedKeys.ts';
import type { Key } from '../responses/origins/lookupKeys.ts';
import { FileKnowledge } from './fileKnowledge.ts';
import type { FileSummary, MountSummary, RouteSummary } from './fileSummary.ts';
import { commonKeys } from './joinedWays.ts';
import {
  folderOf,
  nameInLayers,
  namesInLayers,
  namesInstalled,
  nearest,
  type PathAliases,
  resolveModule,
} from './modules.ts';

export interface IndexedFile {
  readonly path: string;
  readonly family: LanguageFamily;
  /** Of the text that the summary is of. */
  readonly hash: string;
  readonly summary: FileSummary;
}

/** What all files of a workspace say, joined when somebody asks. Paths have `/` between their parts. */
export class WorkspaceIndex {
  readonly #files = new Map<string, IndexedFile>();
  #aliases: readonly PathAliases[] = [];
  /** The names that are being looked up just now. */
  readonly underWay = new Set<string>();
  /** What was worked out from the present files. */
  #joined = new Map<string, unknown>();

  get size(): number {
    return this.#files.size;
  }

  get files(): Iterable<IndexedFile> {
    return this.#files.values();
  }

  set aliases(aliases: readonly PathAliases[]) {
    this.#aliases = aliases;
    this.#joined = new Map();
  }

  file(path: string): IndexedFile | undefined {
    return this.#files.get(path);
  }

  /** True when this changes what other files may be told. */
  update(file: IndexedFile): boolean {
    const earlier = this.#files.get(file.path);
    this.#files.set(file.path, file);
    if (earlier && JSON.stringify(earlier.summary) === JSON.stringify(file.summary)) return false;
    this.#joined = new Map();
    return true;
  }

  remove(path: string): boolean {
    const was = this.#files.delete(path);
    if (was) this.#joined = new Map();
    return was;
  }

  clear(): void {
    this.#files.clear();
    this.#joined = new Map();
  }

  /** What the other files say to one; it need not be known itself. */
  knowledgeFor(path: string, family: LanguageFamily): Knowledge {
    return new FileKnowledge(this, path, family);
  }

  /** The files that an import in a file means: several where a folder is a module. */
  resolve(source: string, from: string, family: LanguageFamily): readonly IndexedFile[] {
    return this.once(`resolve ${from} ${source}`, () => {
      const isFile = (path: string) => this.#files.has(path) || this.#packages.has(path);
      const ofLayer = family === 'javascript' ? nameInLayers(source) : undefined;
      const path =
        ofLayer === undefined
          ? (resolveModule(family, source, from, isFile, this.#aliases) ?? this.#installedAs(source, from, family))
          : nearest(this.#layers.get(ofLayer) ?? [], from);
      if (path === undefined) return [];
      const file = this.#files.get(path);
      return file ? [file] : (this.#packages.get(path) ?? []);
    });
  }

  /** The files of the layers of AWS Lambda, by the names that they are required by. */
  get #layers(): ReadonlyMap<string, readonly string[]> {
    return this.once('layers', () => this.#byNames('javascript', namesInLayers));
  }

  #installedAs(source: string, from: string, family: LanguageFamily): string | undefined {
    return family === 'python' ? nearest(this.#installed.get(source) ?? [], from) : undefined;
  }

  /** The files of Python's modules, by the names that they have where they are installed. */
  get #installed(): ReadonlyMap<string, readonly string[]> {
    return this.once('installed', () => this.#byNames('python', namesInstalled));
  }

  #byNames(of: LanguageFamily, namesOf: (path: string) => readonly string[]): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { path, family } of this.#files.values()) {
      if (family !== of) continue;
      for (const name of namesOf(path)) {
        const others = found.get(name);
        if (others) others.push(path);
        else found.set(name, [path]);
      }
    }
    return found;
  }

  /** The files of folders that are modules, by folder. */
  get #packages(): ReadonlyMap<string, readonly IndexedFile[]> {
    return this.once('packages', () => {
      const packages = new Map<string, IndexedFile[]>();
      for (const file of this.#files.values()) {
        if (file.family !== 'go' || file.path.endsWith('_test.go')) continue;
        const folder = folderOf(file.path);
        const others = packages.get(folder);
        if (others) others.push(file);
        else packages.set(folder, [file]);
      }
      return packages;
    });
  }

  /** Works something out once for as long as no file changes what it says. */
  once<Result>(key: string, work: () => Result): Result {
    if (!this.#joined.has(key)) this.#joined.set(key, work());
    return this.#joined.get(key) as Result;
  }

  /** True where some file puts guards before the handlers of all. */
  get hasGuards(): boolean {
    return this.once('has guards', () => [...this.#files.values()].some(({ summary }) => summary.guards.length > 0));
  }

  /** The routes of all files, by the file their handler stands in. */
  get routes(): ReadonlyMap<string, readonly (readonly [IndexedFile, RouteSummary])[]> {
    return this.once('routes', () => this.#byTarget(({ summary }) => summary.routes));
  }

  /** The mounts of all files, by the file of the router. */
  get mounts(): ReadonlyMap<string, readonly (readonly [IndexedFile, MountSummary])[]> {
    return this.once('mounts', () => this.#byTarget(({ summary }) => summary.mounts));
  }

  /** What the handlers of all files hand to classes, by the file of the class. */
  get handed(): ReadonlyMap<string, readonly (readonly [IndexedFile, HandedKeys])[]> {
    return this.once('handed', () => this.#byTarget(({ summary }) => summary.handed));
  }

  /** What of the request they hand to a method of a class in a file, for a parameter. */
  keysHandedTo(path: string, owner: string, method: string, index: number): readonly Key[] {
    return this.once(`handed ${path} ${owner}.${method} ${index}`, () => {
      const isCall = ([from, call]: readonly [IndexedFile, HandedKeys]) =>
        call.method === method &&
        new FileKnowledge(this, from.path, from.family).definitionOf(call.to)?.path.join('.') === owner;
      const calls = (this.handed.get(path) ?? []).filter(isCall);
      return commonKeys(calls.map(([, { keys }]) => keys[index] ?? []));
    });
  }

  /** Barrels are followed when somebody asks: here each file counts that a name may come from. */
  #byTarget<Each extends RouteSummary | MountSummary | HandedKeys>(
    eachOf: (file: IndexedFile) => readonly Each[],
  ): ReadonlyMap<string, readonly (readonly [IndexedFile, Each])[]> {
    const found = new Map<string, (readonly [IndexedFile, Each])[]>();
    for (const file of this.#files.values()) {
      for (const each of eachOf(file)) {
        if (!('source' in each.to)) continue;
        const target = new FileKnowledge(this, file.path, file.family).definitionOf(each.to);
        if (!target) continue;
        const list = found.get(target.file.path);
        if (list) list.push([file, each]);
        else found.set(target.file.path, [[file, each]]);
      }
    }
    return found;
  }
}
