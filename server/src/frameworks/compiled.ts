import type { Language } from '../languages/language.ts';
import { type Anchor, compilePatterns, type Pattern } from '../languages/patterns.ts';
import type { Grammars } from '../syntax/parser.ts';
import { type Framework, type Given, isModule, type PatternSource } from './framework.ts';

export type EventKind = 'set' | 'send' | 'make' | 'raise' | 'raiseNow' | 'declare' | 'read';
export type RouteKind = 'routes' | 'mounts' | 'prefixes' | 'groups' | 'routeDecorators' | 'prefixDecorators';

/** A framework's pattern, ready to be matched. */
export interface CompiledPattern {
  readonly pattern: Pattern;
  readonly framework: Framework;
  readonly kind: EventKind | RouteKind | 'made' | 'written' | 'principal' | 'guardDecorators';
  readonly given: Given;
  /** The receiver hole that a `made` or `written` pattern is for. */
  readonly hole?: string;
}

const eventKinds = ['set', 'send', 'make', 'raise', 'raiseNow', 'declare', 'read'] as const;
const routeKinds = ['routes', 'mounts', 'prefixes', 'groups', 'routeDecorators', 'prefixDecorators'] as const;

/** All patterns of a language family's frameworks, found by the word that anchors them. */
export class CompiledFrameworks {
  readonly frameworks: readonly Framework[];
  readonly #byWord = new Map<string, CompiledPattern[]>();
  readonly #byHole: { readonly anchor: Extract<Anchor, { kind: 'hole' }>; readonly compiled: CompiledPattern }[] = [];
  readonly #receivers = new Map<string, readonly CompiledPattern[]>();

  constructor(language: Language, grammars: Grammars, frameworks: readonly Framework[]) {
    this.frameworks = frameworks.filter((framework) => framework.family === language.family);
    const planned = this.frameworks.flatMap(planFramework);
    const patterns = compilePatterns(
      language,
      grammars,
      planned.map((plan) => plan.source),
    );
    planned.forEach(({ source: _, ...plan }, index) => {
      const pattern = patterns[index];
      if (pattern) this.#add({ ...plan, pattern });
    });
  }

  /** The words that anchor patterns, and those a framework has for a status where a pattern's anchor is a hole. */
  get words(): Iterable<string> {
    const words = new Set(this.#byWord.keys());
    for (const { anchor, compiled } of this.#byHole) {
      if (anchor.hole !== 'REASON') continue;
      for (const reason of Object.keys(compiled.framework.reasons ?? {}))
        words.add(`${anchor.prefix}${reason}${anchor.suffix}`);
    }
    return words;
  }

  /** The patterns that can match at a word. */
  at(word: string): readonly CompiledPattern[] {
    const byWord = this.#byWord.get(word) ?? [];
    const byHole = this.#byHole
      .filter(({ anchor }) => word.startsWith(anchor.prefix) && word.endsWith(anchor.suffix))
      .map(({ compiled }) => compiled);
    return byHole.length > 0 ? [...byWord, ...byHole] : byWord;
  }

  /** Whether a module is one of a framework's. */
  knows(module: string): boolean {
    return this.frameworks.some(({ imports }) => imports.some((pattern) => isModule(pattern, module)));
  }

  /** The other ways to write a framework's receiver, and the calls that make one. */
  receiver(framework: Framework, hole: string): readonly CompiledPattern[] {
    return this.#receivers.get(`${framework.name} ${hole}`) ?? [];
  }

  /** Where in a word its anchoring hole stands: between `Api` and `Response`, before `Exception`. */
  get places(): Iterable<{ readonly prefix: string; readonly suffix: string }> {
    return new Map(this.#byHole.map(({ anchor }) => [`${anchor.prefix} ${anchor.suffix}`, anchor])).values();
  }

  #add(compiled: CompiledPattern): void {
    if (compiled.kind === 'made' || compiled.kind === 'written') {
      const key = `${compiled.framework.name} ${compiled.hole}`;
      this.#receivers.set(key, [...(this.#receivers.get(key) ?? []), compiled]);
      return;
    }
    const { anchor } = compiled.pattern;
    if (anchor.kind === 'hole') {
      this.#byHole.push({ anchor, compiled });
      return;
    }
    const list = this.#byWord.get(anchor.word);
    if (list) list.push(compiled);
    else this.#byWord.set(anchor.word, [compiled]);
  }
}

type Plan = Omit<CompiledPattern, 'pattern'> & { readonly source: string };

function planFramework(framework: Framework): Plan[] {
  const plans: Plan[] = [];
  const plan = (kind: CompiledPattern['kind'], sources: readonly PatternSource[] | undefined, hole?: string) => {
    for (const entry of sources ?? []) {
      const [source, given] = typeof entry === 'string' ? [entry, {}] : entry;
      plans.push({ source, given, framework, kind, ...(hole ? { hole } : {}) });
    }
  };
  for (const kind of eventKinds) plan(kind, framework[kind]);
  for (const kind of routeKinds) plan(kind, framework[kind]);
  plan('principal', framework.authentication?.principal);
  plan('guardDecorators', framework.authentication?.guardDecorators);
  for (const [hole, receiver] of Object.entries(framework.receivers ?? {})) {
    plan('written', receiver.written, hole);
    plan('made', receiver.made, hole);
  }
  return plans;
}
