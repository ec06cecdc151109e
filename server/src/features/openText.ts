import type { AnalysedText, Analyser } from '../analyser.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { EditedFindings, type Surroundings } from '../editedFindings.ts';
import type { ProjectPattern } from '../frameworks/projectPatterns.ts';
import type { Language } from '../languages/language.ts';
import { type HandlerPlace, placesOfHandlers } from '../responses/routes/answeringHandlers.ts';
import type { ReportedFinding } from '../rules/report.ts';
import type { SourceDocument, TextChange } from '../syntax/document.ts';
import type { Guard } from './guard.ts';

/** A document that an editor has open, and what is known of its present text. */
export class OpenText {
  readonly language: Language;
  readonly source: SourceDocument;
  readonly #analyser: Analyser;
  readonly #guard: Guard;
  #analysed: AnalysedText | undefined;
  #analysedBy: readonly ProjectPattern[] | undefined;
  readonly #edited: EditedFindings;
  #findings: readonly ReportedFinding[] | undefined;
  #judgedBy: Configuration | undefined;
  /** How much of the present text was analysed in parts, of 1. */
  #lookedAt = 0;

  constructor(analyser: Analyser, guard: Guard, language: Language, source: SourceDocument) {
    this.#analyser = analyser;
    this.#guard = guard;
    this.language = language;
    this.source = source;
    this.#edited = new EditedFindings(language, guard.report);
  }

  update(changes: readonly TextChange[], version: number): void {
    this.#forget();
    this.source.update(changes, version);
  }

  /** Its language must be prepared. Analysed once a version, however many features ask, until its project says otherwise. */
  get analysed(): AnalysedText {
    this.#followProject();
    this.#analysed ??= this.#guard.runNow(
      'analysis',
      { language: this.language, document: this.source, analysis: undefined },
      () => this.#analyser.analyse(this.language, this.source),
    );
    return this.#analysed;
  }

  /** What of the text matters at a place; undefined where that is not known without a look at all of it. */
  surroundings(offset: number): Surroundings | undefined {
    this.#followProject();
    return this.#edited.surroundings(this.source.text, offset);
  }

  /** What is known of a place. Of a text that was edited no more is analysed for that than it takes. */
  around(start: number, end = start): AnalysedText {
    if (this.#analysed) return this.#analysed;
    // so many looks at parts cost more than one at the whole
    if (this.#lookedAt >= 1) return this.analysed;
    const look = this.#guard.runNow('analysis', undefined, () => {
      const read = this.#analyser.read(this.language, this.source);
      return read && this.#edited.around(read, { start, end });
    });
    if (!look) return this.analysed;
    this.#lookedAt += look.share;
    return { language: this.language, document: this.source, analysis: look.analysis };
  }

  /** Where the handlers are whose answers are known; told like findings, by what an edit can have reached. */
  get handlers(): readonly HandlerPlace[] {
    return this.#guard.runNow<readonly HandlerPlace[]>('handlers', [], () => {
      const read = this.#analysed ? undefined : this.#analyser.read(this.language, this.source);
      const known = read && this.#edited.handlersOf(read);
      if (known) return known;
      const { analysis } = this.analysed;
      return analysis ? placesOfHandlers(analysis) : [];
    });
  }

  /** The same list as long as text and configuration are the same. */
  findings(configuration: Configuration): readonly ReportedFinding[] {
    this.#followProject();
    if (!this.#findings || this.#judgedBy !== configuration) {
      this.#judgedBy = configuration;
      this.#findings = this.#guard.runNow<readonly ReportedFinding[]>('findings', [], () => {
        const read = this.#analyser.read(this.language, this.source);
        return read ? this.#edited.of(read, configuration, () => this.analysed.analysis) : [];
      });
    }
    return this.#findings;
  }

  /** What was known of it may be wrong: other files say something else. */
  forget(): void {
    this.#forget();
    this.#edited.forget();
  }

  /** Gives back what is known of the text, and the memory that takes. It can be asked again. */
  release(): void {
    this.forget();
    this.source.dispose();
  }

  #followProject(): void {
    const patterns = this.#analyser.projectPatterns.of(this.source.uri);
    if (this.#analysedBy !== patterns) this.forget();
    this.#analysedBy = patterns;
  }

  #forget(): void {
    this.#analysed = undefined;
    this.#lookedAt = 0;
    this.#findings = undefined;
  }
}
