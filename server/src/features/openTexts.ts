import type { AnalysedText, Analyser } from '../analyser.ts';
import type { Surroundings } from '../editedFindings.ts';
import type { Language } from '../languages/language.ts';
import type { HandlerPlace } from '../responses/routes/answeringHandlers.ts';
import type { ReportedFinding } from '../rules/report.ts';
import type { TextChange } from '../syntax/document.ts';
import type { Applied, Configurations } from './configurations.ts';
import type { Guard } from './guard.ts';
import { OpenText } from './openText.ts';

/** An open text with all that features look at. It is of one moment: nothing may be awaited while it is used. */
export interface ReadyText extends AnalysedText, Applied {
  readonly findings: readonly ReportedFinding[];
  /** What of the text matters at an offset, where that is known without a look at all of it. */
  readonly surroundings?: (offset: number) => Surroundings | undefined;
  /** What is known of the place at an offset or between two, and perhaps of no other. */
  readonly around: (start: number, end?: number) => AnalysedText;
  /** Where the handlers are whose answers are known. */
  readonly handlers: readonly HandlerPlace[];
}

/** As many texts are kept analysed as someone has an eye on. The others are again when they are asked about. */
const analysedTexts = 16;

const noFindings: readonly ReportedFinding[] = [];

/** The documents that the editor has open in the languages that the analyser reads. */
export class OpenTexts {
  readonly #analyser: Analyser;
  readonly #guard: Guard;
  readonly #configurations: Configurations;
  readonly #texts = new Map<string, OpenText>();
  /** The last one asked about comes last. */
  readonly #recent = new Set<OpenText>();

  constructor(analyser: Analyser, guard: Guard, configurations: Configurations) {
    this.#analyser = analyser;
    this.#guard = guard;
    this.#configurations = configurations;
  }

  get uris(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** The present text of a document, if it is open. */
  textOf(uri: string): string | undefined {
    return this.#texts.get(uri)?.source.text;
  }

  /** What was known of all may be wrong: files say something else to each other. */
  forget(): void {
    for (const text of this.#texts.values()) text.forget();
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.close(uri);
    const language = this.#analyser.languageOf(languageId);
    if (!language) return;
    const source = this.#analyser.open(language, uri, text, version);
    this.#texts.set(uri, new OpenText(this.#analyser, this.#guard, language, source));
    // By the time somebody asks, the grammar is loaded and the settings are known.
    void this.#guard.run('open', undefined, () => this.#prepare(uri, language));
  }

  change(uri: string, changes: readonly TextChange[], version: number): void {
    this.#texts.get(uri)?.update(changes, version);
  }

  close(uri: string): void {
    const text = this.#texts.get(uri);
    if (text) {
      text.release();
      this.#recent.delete(text);
    }
    this.#texts.delete(uri);
    this.#configurations.forget(uri);
  }

  /** Undefined for a document that is not open, not readable, or for which the editor's settings switch this off. */
  async ready(uri: string): Promise<ReadyText | undefined> {
    const asked = this.#texts.get(uri);
    if (!asked) return undefined;
    const applied = await this.#prepare(uri, asked.language);
    const text = this.#texts.get(uri);
    if (!text || !applied.settings.enable || text.language !== asked.language) return undefined;
    this.#keep(text);
    const findings = () => (applied.isIgnored ? noFindings : text.findings(applied.configuration));
    return {
      language: text.language,
      document: text.source,
      // each of these can be known without the others: who completes a word waits for no findings
      get analysis() {
        return text.analysed.analysis;
      },
      get findings() {
        return findings();
      },
      surroundings: (offset) => text.surroundings(offset),
      around: (start, end) => {
        // what is known of a place came with its findings
        findings();
        return text.around(start, end);
      },
      get handlers() {
        findings();
        return text.handlers;
      },
      ...applied,
    };
  }

  async #prepare(uri: string, language: Language): Promise<Applied> {
    const [applied] = await Promise.all([this.#configurations.of(uri), this.#analyser.prepare(language)]);
    return applied;
  }

  #keep(text: OpenText): void {
    this.#recent.delete(text);
    this.#recent.add(text);
    if (this.#recent.size <= analysedTexts) return;
    const [oldest] = this.#recent;
    if (!oldest) return;
    oldest.release();
    this.#recent.delete(oldest);
  }
}
