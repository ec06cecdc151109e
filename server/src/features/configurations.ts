import { type Configuration, merged } from '../configuration/configuration.ts';
import { readSettings } from '../configuration/settings.ts';

/** What applies to one document. */
export interface Applied {
  readonly enable: boolean;
  readonly configuration: Configuration;
}

/** Asks the editor for the settings that apply to a document; undefined where it does not answer such questions. */
export type AskSettings = (uri: string) => Promise<unknown>;

/** An editor that does not answer must not keep a hover waiting. */
const patience = 2000;

/** The settings and files that apply to documents, asked for once and again when they changed. */
export class Configurations {
  readonly #ask: AskSettings;
  readonly #byUri = new Map<string, Promise<Applied>>();
  #pushed: unknown;

  constructor(ask: AskSettings, initial: unknown) {
    this.#ask = ask;
    this.#pushed = initial;
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
  changed(settings: unknown): void {
    if (settings !== null && settings !== undefined) this.#pushed = settings;
    this.#byUri.clear();
  }

  async #read(uri: string): Promise<Applied> {
    const asked = await answerInTime(this.#ask(uri));
    const settings = readSettings(asked ?? this.#pushed);
    return { enable: settings.enable, configuration: merged(settings) };
  }
}

async function answerInTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(settle, patience, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
