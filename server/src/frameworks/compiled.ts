import type { Language } from '../languages/language.ts';
import { compilePatterns, type Pattern } from '../languages/patterns.ts';
import type { Grammars } from '../syntax/parser.ts';
import { type Framework, type Given, isModule, type PatternSource } from './framework.ts';

export type EventKind = 'set' | 'send' | 'make' | 'raise' | 'raiseNow' | 'declare' | 'read';
export type RouteKind =
  | 'routes'
  | 'routeLists'
  | 'errorWriters'
  | 'mounts'
  | 'prefixes'
  | 'groups'
  | 'routeDecorators'
  | 'prefixDecorators';

/** A framework's pattern, ready to be matched. */
export interface CompiledPattern {
  readonly pattern: Pattern;
  readonly framework: Framework;
  readonly kind: EventKind | RouteKind | 'made' | 'written' | 'principal' | 'guardDecorators';
  readonly given: Given;
  /** The receiver hole that a `made` or `written` pattern is for. */
  readonly hole?: string;
}

/** What stands round the hole in a word that anchors patterns. */
export interface AnchorPlace {
  readonly prefix: string;
  readonly suffix: string;
  readonly patterns: readonly CompiledPattern[];
}

const eventKinds = ['set', 'send', 'make', 'raise', 'raiseNow', 'declare', 'read'] as const;
const routeKinds = [
  'routes',
  'routeLists',
  'errorWriters',
  'mounts',
  'prefixes',
  'groups',
  'routeDecorators',
  'prefixDecorators',
] as const;

const rememberedModules = 5000;

/** All patterns of a language family's frameworks, found by the word that anchors them. */
export class CompiledFrameworks {
  readonly frameworks: readonly Framework[];
  readonly #byWord = new Map<string, CompiledPattern[]>();
  /** Those whose anchor is a hole, with their place in the order of all. */
  readonly #byHole = new Map<CompiledPattern, number>();
  readonly #places = new Map<string, AnchorPlace & { readonly patterns: CompiledPattern[] }>();
  readonly #receivers = new Map<string, Map<string, readonly CompiledPattern[]>>();
  readonly #byModule = new Map<string, readonly Framework[]>();

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
    for (const { pattern, framework } of this.#byHole.keys()) {
      const { anchor } = pattern;
      if (anchor.kind !== 'hole' || anchor.hole !== 'REASON') continue;
      for (const reason of Object.keys(framework.reasons ?? {})) words.add(`${anchor.prefix}${reason}${anchor.suffix}`);
    }
    return words;
  }

  /** The patterns that a word anchors by itself. */
  atWord(word: string): readonly CompiledPattern[] {
    return this.#byWord.get(word) ?? [];
  }

  /** The patterns that can match at a word. */
  at(word: string): readonly CompiledPattern[] {
    const byHole: CompiledPattern[] = [];
    let places = 0;
    for (const { prefix, suffix, patterns } of this.#places.values()) {
      if (!word.startsWith(prefix) || !word.endsWith(suffix)) continue;
      places++;
      byHole.push(...patterns);
    }
    if (places > 1) byHole.sort((one, other) => (this.#byHole.get(one) ?? 0) - (this.#byHole.get(other) ?? 0));
    return [...(this.#byWord.get(word) ?? []), ...byHole];
  }

  /** Whether a module is one of a framework's. */
  knows(module: string): boolean {
    return this.of(module).length > 0;
  }

  /** The frameworks that a file with these imports uses, in the order of all. */
  importedBy(modules: readonly string[]): ReadonlySet<Framework> {
    const imported = new Set(modules.flatMap((module) => this.of(module)));
    return new Set(this.frameworks.filter((framework) => imported.has(framework)));
  }

  /** The frameworks that a module is one of. */
  of(module: string): readonly Framework[] {
    let found = this.#byModule.get(module);
    if (!found) {
      found = this.frameworks.filter(({ imports }) => imports.some((listed) => isModule(listed, module)));
      if (this.#byModule.size >= rememberedModules) this.#byModule.clear();
      this.#byModule.set(module, found);
    }
    return found;
  }

  /** The other ways to write a framework's receiver, and the calls that make one. */
  receiver(framework: Framework, hole: string): readonly CompiledPattern[] {
    return this.#receivers.get(framework.name)?.get(hole) ?? [];
  }

  /** The patterns whose anchor is a hole, by what stands round it in a word: between `Api` and `Response`. */
  get places(): Iterable<AnchorPlace> {
    return this.#places.values();
  }

  #add(compiled: CompiledPattern): void {
    if (compiled.kind === 'made' || compiled.kind === 'written') {
      const ways = this.#receivers.get(compiled.framework.name) ?? new Map<string, readonly CompiledPattern[]>();
      const hole = compiled.hole ?? '';
      ways.set(hole, [...(ways.get(hole) ?? []), compiled]);
      this.#receivers.set(compiled.framework.name, ways);
      return;
    }
    const { anchor } = compiled.pattern;
    if (anchor.kind === 'hole') {
      this.#byHole.set(compiled, this.#byHole.size);
      const { prefix, suffix } = anchor;
      const key = `${prefix} ${suffix}`;
      const place = this.#places.get(key) ?? { prefix, suffix, patterns: [] };
      place.patterns.push(compiled);
      this.#places.set(key, place);
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
