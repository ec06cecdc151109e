/** A section as its ties to others see it. */
export interface TiedSection {
  readonly words: ReadonlySet<string>;
  readonly defined: ReadonlySet<string>;
  /** What it says goes for the whole file: imports, middleware, groups of routes. */
  readonly isCommon: boolean;
  /** Something in it can be judged. What says nothing by itself passes names on, or holds values. */
  readonly speaks: boolean;
}

/**
 * Which sections of a file have to be read together: a response may follow from the names a section uses, from who uses
 * the names it defines (a route, a caller), and from what these use in turn. Told by words alone, so rather too many.
 */
export class SectionTies<Tied extends TiedSection> {
  readonly #sections: readonly Tied[];
  readonly #definers = new Map<string, Tied[]>();
  /** Worked out for those that somebody asks about: made anew after each edit, the ties of all would cost more than it. */
  readonly #users = new Map<Tied, readonly Tied[]>();
  readonly #used = new Map<Tied, readonly Tied[]>();

  constructor(sections: readonly Tied[]) {
    this.#sections = sections;
    for (const section of sections) {
      for (const name of section.defined) {
        const others = this.#definers.get(name);
        if (others) others.push(section);
        else this.#definers.set(name, [section]);
      }
    }
  }

  /** The sections whose responses can change when one does, itself included. */
  touchedBy(changed: Tied): ReadonlySet<Tied> {
    const users = new Set<Tied>();
    reach(users, changed, this.#usersOf);
    const speaking = [...users].filter(({ speaks }) => speaks);
    // middleware stands before every handler
    const touched = new Set(speaking.some(({ isCommon }) => isCommon) ? this.#sections : users);
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

  /** The sections in which a name stands that a section defines. */
  readonly #usersOf = (section: Tied): readonly Tied[] => {
    let users = this.#users.get(section);
    if (!users) {
      const names = [...section.defined];
      users = this.#sections.filter((other) => other !== section && names.some((name) => other.words.has(name)));
      this.#users.set(section, users);
    }
    return users;
  };

  /** The sections that define a name that stands in a section. */
  readonly #usedBy = (section: Tied): readonly Tied[] => {
    let used = this.#used.get(section);
    if (!used) {
      const found = new Set<Tied>();
      for (const word of section.words) for (const definer of this.#definers.get(word) ?? []) found.add(definer);
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
