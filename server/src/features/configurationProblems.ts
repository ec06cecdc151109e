import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { FoundConfiguration } from '../configuration/configurationFiles.ts';
import { SourceDocument } from '../syntax/document.ts';
import { diagnosticSource } from './diagnostics.ts';
import { rangeOf } from './positions.ts';

export interface ConfigurationProblemsOptions {
  readonly publish: (uri: string, diagnostics: Diagnostic[]) => void;
  /** True of a file in which the editor itself says what contradicts the schema. */
  readonly isCheckedByEditor: (uri: string) => boolean;
}

/** Shows in configuration files what is wrong with them, whether they are open or not, and nobody else says. */
export class ConfigurationProblems {
  readonly #options: ConfigurationProblemsOptions;
  readonly #shown = new Map<string, FoundConfiguration>();

  constructor(options: ConfigurationProblemsOptions) {
    this.#options = options;
  }

  readonly show = (found: FoundConfiguration): void => {
    const { path } = found;
    if (this.#shown.get(path) === found) return;
    this.#shown.set(path, found);
    this.#publish(found);
  };

  /** The file was opened or closed: somebody else may have begun to check it, or ceased to. */
  showAgain(path: string): void {
    const found = this.#shown.get(path);
    if (found) this.#publish(found);
  }

  /** The files may be other ones by now, and are shown again when they are read. Gives where they were. */
  forget(): readonly string[] {
    const paths = [...this.#shown.keys()];
    for (const [path, { file }] of this.#shown) if (file.problems.length > 0) this.#options.publish(path, []);
    this.#shown.clear();
    return paths;
  }

  #publish({ path, text, file }: FoundConfiguration): void {
    const document = new SourceDocument(path, 'json', text);
    const isChecked = this.#options.isCheckedByEditor(path);
    this.#options.publish(
      path,
      file.problems
        .filter(({ isInSchema }) => !(isInSchema && isChecked))
        .map((problem) => ({
          range: rangeOf(document, problem),
          severity: DiagnosticSeverity.Warning,
          source: diagnosticSource,
          message: problem.message,
        })),
    );
  }
}
