import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { FoundConfiguration } from '../configuration/configurationFiles.ts';
import { SourceDocument } from '../syntax/document.ts';
import { diagnosticSource } from './diagnostics.ts';
import { rangeOf } from './positions.ts';

/** Shows in configuration files what is wrong with them, whether they are open or not. */
export class ConfigurationProblems {
  readonly #publish: (uri: string, diagnostics: Diagnostic[]) => void;
  readonly #shown = new Map<string, FoundConfiguration>();

  constructor(publish: (uri: string, diagnostics: Diagnostic[]) => void) {
    this.#publish = publish;
  }

  readonly show = (found: FoundConfiguration): void => {
    const { path, text, file } = found;
    if (this.#shown.get(path) === found) return;
    this.#shown.set(path, found);
    const document = new SourceDocument(path, 'json', text);
    this.#publish(
      path,
      file.problems.map((problem) => ({
        range: rangeOf(document, problem),
        severity: DiagnosticSeverity.Warning,
        source: diagnosticSource,
        message: problem.message,
      })),
    );
  };

  /** The files may be other ones by now: those that still are there are shown again when they are read. */
  forget(): void {
    for (const [path, { file }] of this.#shown) if (file.problems.length > 0) this.#publish(path, []);
    this.#shown.clear();
  }
}
