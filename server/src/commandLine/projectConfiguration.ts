import { sep } from 'node:path';
import { type Configuration, merged, type PartialConfiguration } from '../configuration/configuration.ts';
import type { ConfigurationFiles, FoundConfiguration } from '../configuration/configurationFiles.ts';
import { SourceDocument } from '../syntax/document.ts';

export interface ProjectConfiguration {
  readonly configuration: Configuration;
  readonly isIgnored: boolean;
}

/** What applies to files: the nearest configuration file above each, then what the command line says. */
export class ProjectConfigurations {
  readonly #files: ConfigurationFiles;
  readonly #found = new Map<FoundConfiguration | undefined, Configuration>();
  readonly #given: PartialConfiguration;

  constructor(files: ConfigurationFiles, given: PartialConfiguration) {
    this.#files = files;
    this.#given = given;
  }

  async of(path: string): Promise<ProjectConfiguration> {
    const name = path.replaceAll(sep, '/');
    const found = await this.#files.of(name, '');
    let configuration = this.#found.get(found);
    if (!configuration) {
      configuration = merged(found?.file, this.#given);
      this.#found.set(found, configuration);
    }
    return { configuration, isIgnored: found?.ignores(name) ?? false };
  }
}

/** What is wrong with the files that were found, a line each. */
export async function configurationProblems(files: ConfigurationFiles): Promise<readonly string[]> {
  return [...(await files.all())].flatMap((found) => {
    const document = new SourceDocument(found.path, 'json', found.text);
    return found.file.problems.map(({ message, start }) => {
      const { line, character } = document.positionAt(start);
      return `${found.path}:${line + 1}:${character + 1}: ${message}`;
    });
  });
}
