import type { Frame } from './frames.ts';

/** A section as its ties to others see it. */
export interface TiedSection {
  readonly words: ReadonlySet<string>;
  readonly defined: ReadonlySet<string>;
  readonly framed: ReadonlySet<string>;
  readonly section: { readonly within?: Frame | undefined; readonly isFraming?: boolean };
  /** What it says goes for the whole file: imports, middleware, groups of routes. */
  readonly isCommon: boolean;
  /** The words of what it says for the whole file. */
  readonly commonWords: readonly string[];
  /** Something in it can be judged. What says nothing by itself passes names on, or holds values. */
  readonly speaks: boolean;
}

/** The sections that a class or function consists of. */
interface Framed<Tied> {
  readonly pieces: Tied[];
  readonly all: Tied[];
}

/**
 * Which sections of a file have to be read together: a response may follow from the names a section uses, from who uses
 * the names it defines (a route, a caller), and from what these use in turn. Told by words alone, so rather too many.
 */
export class SectionTies<Tied extends TiedSection> {
  readonly #sections: readonly Tied[];
  readonly #definers = new Map<string, Tied[]>();
  /** The classes and functions that a section stands in, from the innermost. */
  readonly #around = new Map<Tied, readonly Framed<Tied>[]>();
  /** Worked out for those that somebody asks about: made anew after each edit, the ties of all would cost more than it. */
  readonly #users = new Map<Tied, readonly Tied[]>();
  readonly #used = new Map<Tied, readonly Tied[]>();

  constructor(sections: readonly Tied[]) {
    this.#sections = sections;
    const frames = new Map<Frame, Framed<Tied>>();
    for (const section of sections) {
      this.#define(section.defined, [section]);
      const around: Framed<Tied>[] = [];
      for (let frame = section.section.within; frame; frame = frame.around) {
        const framed = frames.get(frame) ?? { pieces: [], all: [] };
        frames.set(frame, framed);
        framed.all.push(section);
        if (around.length === 0 && section.section.isFraming) framed.pieces.push(section);
        around.push(framed);
      }
      if (around.length > 0) this.#around.set(section, around);
    }
    // whoever names a class or function may need all that is in it
    for (const { pieces, all } of frames.values()) for (const { framed } of pieces) this.#define(framed, all);
  }

  #define(names: ReadonlySet<string>, sections: readonly Tied[]): void {
    for (const name of names) {
      const others = this.#definers.get(name);
      if (others) others.push(...sections);
      else this.#definers.set(name, [...sections]);
    }
  }

  /** The sections whose responses can change when one does, itself included. */
  touchedBy(changed: Tied): ReadonlySet<Tied> {
    const users = new Set<Tied>();
    reach(users, changed, this.#usersOf);
    const names = new Set([...users].flatMap(({ defined, section }) => (section.isFraming ? [] : [...defined])));
    const speaking = [...users].filter(({ speaks }) => speaks);
    // middleware stands before every handler
    const isEverywhere = [...users].some(({ isCommon, speaks, section, commonWords }) =>
      section.isFraming ? commonWords.some((word) => names.has(word)) : isCommon && speaks,
    );
    const touched = new Set(isEverywhere ? this.#sections : users);
    const used = new Set<Tied>();
    for (const section of [changed, ...speaking]) reach(used, section, this.#usedBy);
    for (const section of used) touched.add(section);
    return new Set([...touched].filter(({ speaks }) => speaks));
  }

  /** What must be read to know the responses of some sections as if the whole file had been read; in the file's order. */
  neededFor(wanted: Iterable<Tied>): readonly Tied[] {
    const own = new Set(wanted);
    const users = new Set<Tied>();
    for (const section of own) reach(users, section, this.#usersOf);
    const needed = new Set<Tied>();
    const common = this.#sections.filter(({ isCommon }) => isCommon);
    for (const section of [...users, ...common]) {
      if (section.speaks || own.has(section)) reach(needed, section, this.#usedBy);
    }
    const quiet = new Set<Tied>();
    for (const section of common) if (!needed.has(section)) reach(quiet, section, this.#usedBy, isQuiet);
    return this.#sections.filter((section) => needed.has(section) || quiet.has(section) || users.has(section));
  }

  /** The sections in which a name stands that a section defines, or what it stands in. */
  readonly #usersOf = (section: Tied): readonly Tied[] => {
    let users = this.#users.get(section);
    if (!users) {
      const found = new Set(this.#withWords(section.defined));
      for (const { pieces, all } of this.#around.get(section) ?? []) {
        const outside = pieces.flatMap(({ framed }) => this.#withWords(framed)).filter((other) => !all.includes(other));
        for (const other of outside) found.add(other);
      }
      found.delete(section);
      users = [...found];
      this.#users.set(section, users);
    }
    return users;
  };

  #withWords(names: ReadonlySet<string>): readonly Tied[] {
    if (names.size === 0) return [];
    const wanted = [...names];
    return this.#sections.filter(({ words }) => wanted.some((name) => words.has(name)));
  }

  /** The sections that define a name that stands in a section, and what stands round it. */
  readonly #usedBy = (section: Tied): readonly Tied[] => {
    let used = this.#used.get(section);
    if (!used) {
      const found = new Set<Tied>();
      for (const word of section.words) for (const definer of this.#definers.get(word) ?? []) found.add(definer);
      const around = this.#around.get(section) ?? [];
      // a frame is read with as many of its members as are asked for: it may name all of them
      if (section.section.isFraming) for (const member of around[0]?.all ?? []) found.delete(member);
      for (const { pieces } of around) for (const piece of pieces) found.add(piece);
      found.delete(section);
      used = [...found];
      this.#used.set(section, used);
    }
    return used;
  };
}

/** Of what exports name, functions count where somebody uses them; values have to be known. */
function isQuiet({ speaks }: TiedSection): boolean {
  return !speaks;
}

function reach<Tied>(
  reached: Set<Tied>,
  from: Tied,
  waysFrom: (section: Tied) => readonly Tied[],
  goesOn: (section: Tied) => boolean = () => true,
): void {
  const open = [from];
  for (let section = open.pop(); section; section = open.pop()) {
    if (reached.has(section)) continue;
    reached.add(section);
    for (const next of waysFrom(section)) if (goesOn(next)) open.push(next);
  }
}
