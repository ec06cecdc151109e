import { type Configuration, merged } from '../configuration/configuration.ts';
import {
  ConfigurationFiles,
  type FoundConfiguration,
  type ReadPattern,
  type ReadText,
} from '../configuration/configurationFiles.ts';
import { readSettings, type Settings } from '../configuration/settings.ts';

/** What applies to one document. */
export interface Applied {
  readonly settings: Settings;
  /** The project wants no findings there. */
  readonly isIgnored: boolean;
  readonly configuration: Configuration;
  readonly configurationFile: FoundConfiguration | undefined;
  /** The folder of the workspace that the document is in. */
  readonly folder: string | undefined;
}

export interface ConfigurationSources {
  /** Asks the editor for the settings that apply to a document; undefined where it does not answer such questions. */
  readonly askSettings: (uri: string) => Promise<unknown>;
  readonly readText: ReadText;
  readonly readPattern: ReadPattern;
  /** Told of each file that applies to a document. */
  readonly onFile: (found: FoundConfiguration) => void;
}

/** An editor that does not answer must not keep a hover waiting. */
const patience = 2000;

/** The settings and files that apply to documents, asked for once, and again when they changed. */
export class Configurations {
  readonly #sources: ConfigurationSources;
  readonly #files: ConfigurationFiles;
  readonly #byUri = new Map<string, Promise<Applied>>();
  #folders: readonly string[] = [];
  #pushed: unknown;

  constructor(sources: ConfigurationSources) {
    this.#sources = sources;
    this.#files = new ConfigurationFiles(sources.readText, sources.readPattern);
  }

  of(uri: string): Promise<Applied> {
    let applied = this.#byUri.get(uri);
    if (!applied) {
      applied = this.#read(uri);
      this.#byUri.set(uri, applied);
    }
    return applied;
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  /** Some editors send the new settings along, others want to be asked. */
  settingsChanged(settings: unknown): void {
    if (settings !== null && settings !== undefined) this.#pushed = settings;
    this.#byUri.clear();
  }

  filesChanged(): void {
    this.#files.forget();
    this.#byUri.clear();
  }

  /** Files count in the folders of the workspace, not above. */
  set folders(uris: readonly string[]) {
    this.#folders = uris.map((uri) => uri.replace(/\/$/, '')).sort((one, other) => other.length - one.length);
    this.filesChanged();
  }

  async #read(uri: string): Promise<Applied> {
    const root = this.#folders.find((folder) => uri.startsWith(`${folder}/`));
    const [asked, found] = await Promise.all([
      answerInTime(this.#sources.askSettings(uri)),
      root === undefined ? undefined : this.#files.of(uri, root),
    ]);
    if (found) this.#sources.onFile(found);
    const settings = readSettings(asked ?? this.#pushed);
    return {
      settings,
      isIgnored: found?.ignores(uri) ?? false,
      configuration: merged(settings, found?.file),
      configurationFile: found,
      folder: root,
    };
  }
}

async function answerInTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(settle, patience, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    // who does not answer says nothing of settings
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
