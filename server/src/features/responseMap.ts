import { type AnalysedText, type Analyser, importsIn } from '../analyser.ts';
import type { ReadText } from '../configuration/configurationFiles.ts';
import { findingsOf } from '../findings.ts';
import type { Language } from '../languages/language.ts';
import type { MappedFile, ResponseMapResult, ResponseMapTextParams } from '../protocol.ts';
import { mappedFile } from '../responseMap/mappedFile.ts';
import { markdownTable } from '../responseMap/markdownTable.ts';
import { openapiPaths, openapiResponses } from '../responseMap/openapi.ts';
import type { ReportedFinding } from '../rules/report.ts';
import { decoded } from '../workspace/addresses.ts';
import type { Configurations } from './configurations.ts';
import type { Guard } from './guard.ts';
import type { OpenTexts } from './openTexts.ts';
import type { WorkspaceReader } from './workspaceReader.ts';

interface Surroundings {
  readonly analyser: Analyser;
  readonly guard: Guard;
  readonly configurations: Configurations;
  readonly texts: OpenTexts;
  readonly reader: WorkspaceReader;
  readonly readText: ReadText;
  /** What was given last may be out of date. Called only once somebody has asked. */
  readonly onChange: () => void;
}

/** One who asks for the map. */
export interface MapReader {
  readonly report: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

/** A file as it was mapped last, and what it takes to know whether others say something about it. */
interface Mapped {
  readonly file: MappedFile;
  readonly language: Language;
  readonly imports: readonly string[];
  /** Whether others said something when it was read. */
  readonly wasConcerned: boolean;
}

interface Kept extends Mapped {
  /** The version of the map in which the file last was another. */
  readonly version: number;
}

/** So long messages of the editor wait at most. */
const longestTurn = 12;
/** What has been read by then is given out before the rest is read. */
const longestPart = 1500;
/** Reading a large workspace takes its time, and nobody waits who has closed the view. */
const longestWait = 600_000;
/** Changes come in flocks. */
const pause = 150;

/**
 * The routes of the workspace and what they answer. Nothing is worked out before somebody asks; then each file is looked
 * into once, and again when it or what others say of it changed.
 */
export class ResponseMap {
  readonly #surroundings: Surroundings;
  readonly #kept = new Map<string, Kept>();
  readonly #due = new Set<string>();
  #version = 0;
  /** What was given before this version is of no use any more. */
  #begun = 0;
  #isBegun = false;
  #hasReaders = false;
  #told: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** All files, or those that changed since a version. */
  async since(version: number | undefined, reader: MapReader): Promise<ResponseMapResult> {
    await this.#bringUpToDate(reader);
    const known = version !== undefined && version >= this.#begun && version <= this.#version ? version : undefined;
    const files = [...this.#kept.values()].filter((kept) =>
      known === undefined ? kept.file.routes.length > 0 : kept.version > known,
    );
    return {
      version: this.#version,
      isWhole: known === undefined,
      files: files.map(({ file }) => file),
      isComplete: this.#due.size === 0,
    };
  }

  /** The map or one of its routes, as text. */
  async text({ format, route: wanted }: ResponseMapTextParams, folders: readonly string[]): Promise<string> {
    do await this.#bringUpToDate({ report: () => undefined, isCancelled: () => false });
    while (this.#due.size > 0);
    const mapped = [...this.#kept.values()].map(({ file }) => file);
    const files = mapped
      .map(({ uri, routes }) => ({
        uri,
        routes: routes.filter(({ id }) => !wanted || (wanted.uri === uri && wanted.id === id)),
      }))
      .filter(({ routes }) => routes.length > 0)
      .sort((one, other) => (one.uri < other.uri ? -1 : 1));
    if (format === 'markdown') return markdownTable(files, (uri) => nameIn(folders, uri));
    const route = wanted && files[0]?.routes[0];
    return route ? openapiResponses(route) : openapiPaths(files);
  }

  changed(uri: string): void {
    if (!this.#isBegun) return;
    this.#due.add(uri);
    this.#tell();
  }

  /** What files say to each other has changed: those about which something is or was said are read again. */
  newsCame(): void {
    const { analyser } = this.#surroundings;
    const concerned = [...this.#kept].filter(
      ([uri, { language, imports, wasConcerned }]) => wasConcerned || analyser.isConcerned(language, uri, imports),
    );
    for (const [uri] of concerned) this.#due.add(uri);
    if (concerned.length > 0) this.#tell();
  }

  /** Other folders, or other findings are wanted. */
  everythingChanged(): void {
    this.#isBegun = false;
    this.#kept.clear();
    this.#due.clear();
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#told);
    if (this.#hasReaders) this.#told = setTimeout(this.#surroundings.onChange, pause);
  }

  /** One after the other: who asks meanwhile gets what the first brought about. */
  #bringUpToDate(reader: MapReader): Promise<void> {
    this.#work = this.#work.then(() =>
      this.#surroundings.guard.run('response map', undefined, () => this.#map(reader)),
    );
    return this.#work;
  }

  async #map({ report, isCancelled }: MapReader): Promise<void> {
    const { guard, reader, texts } = this.#surroundings;
    this.#hasReaders = true;
    await reader.ready(longestWait);
    if (!this.#isBegun) {
      this.#isBegun = true;
      this.#begun = this.#version + 1;
      for (const uri of [...texts.uris, ...reader.files]) this.#due.add(uri);
    }
    if (this.#due.size === 0 && this.#version >= this.#begun) return;
    this.#version++;
    const partBegan = performance.now();
    let turnBegan = partBegan;
    for (const uri of this.#due) {
      if (isCancelled() || performance.now() - partBegan > longestPart) return;
      this.#due.delete(uri);
      this.#keep(uri, await guard.run('response map', undefined, () => this.#mapped(uri)));
      if (performance.now() - turnBegan < longestTurn) continue;
      report(this.#kept.size, this.#kept.size + this.#due.size);
      // messages that came in the meantime go first
      await new Promise((settle) => setTimeout(settle, 0));
      turnBegan = performance.now();
    }
  }

  /** A file that is gone is kept without routes, so that who knew it is told. */
  #keep(uri: string, mapped: Mapped | undefined): void {
    const earlier = this.#kept.get(uri);
    const present = mapped ?? (earlier && { ...earlier, file: { uri, routes: [] } });
    if (!present) return;
    const isSame = earlier && JSON.stringify(earlier.file) === JSON.stringify(present.file);
    this.#kept.set(uri, { ...present, version: isSame ? earlier.version : this.#version });
  }

  async #mapped(uri: string): Promise<Mapped | undefined> {
    const { analyser, configurations, guard, readText, texts } = this.#surroundings;
    const ready = await texts.ready(uri);
    if (ready) return mapped(analyser, ready, ready.findings);
    const language = analyser.languageOfPath(uri);
    const text = language && texts.textOf(uri) === undefined ? await readText(uri) : undefined;
    if (!language || text === undefined) return undefined;
    // asked once a folder: editors need a while to answer
    const { settings, configuration, configurationFile } = await configurations.of(
      uri.slice(0, uri.lastIndexOf('/') + 1),
    );
    if (!settings.enable) return undefined;
    await analyser.prepare(language);
    const document = analyser.open(language, uri, text);
    try {
      const analysed = analyser.analyse(language, document);
      const isIgnored = configurationFile?.ignores(uri) ?? false;
      const isJudged = analysed.analysis && analysed.analysis.responses.length > 0 && !isIgnored;
      const findings = isJudged ? findingsOf(analysed.analysis, configuration, guard.report) : [];
      return mapped(analyser, analysed, findings);
    } finally {
      document.dispose();
    }
  }
}

function mapped(
  analyser: Analyser,
  { language, document, analysis }: AnalysedText,
  findings: readonly ReportedFinding[],
): Mapped {
  const { uri, text } = document;
  const imports = importsIn(language, text);
  return {
    file: analysis ? mappedFile(document, analysis, findings) : { uri, routes: [] },
    language,
    imports,
    wasConcerned: analyser.isConcerned(language, uri, imports),
  };
}

/** Where a file is below the folder of the workspace it is in. */
function nameIn(folders: readonly string[], uri: string): string {
  const folder = folders.map((each) => each.replace(/\/$/, '')).find((each) => uri.startsWith(`${each}/`));
  const name = folder === undefined ? uri.slice(uri.lastIndexOf('/') + 1) : uri.slice(folder.length + 1);
  return decoded(name);
}
