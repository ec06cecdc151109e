import { configurationFileName } from '../configuration/configurationFile.ts';
import { SourceDocument, type TextChange } from '../syntax/document.ts';

/** True of what is no code: other features do not look at it. */
export function isConfigurationFile(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}

/** The configuration files that the editor has open: what it shows may be newer than what was saved, which counts. */
export class OpenConfigurations {
  readonly #documents = new Map<string, SourceDocument>();

  get(uri: string): SourceDocument | undefined {
    return this.#documents.get(uri);
  }

  open(uri: string, version: number, text: string): void {
    this.#documents.set(uri, new SourceDocument(uri, 'json', text, version));
  }

  change(uri: string, changes: readonly TextChange[], version: number): void {
    this.#documents.get(uri)?.update(changes, version);
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }
}
