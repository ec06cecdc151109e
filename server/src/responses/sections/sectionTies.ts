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
  readonly #users = new Map<Tied, Tied[]>();
  readonly #used = new Map<Tied, Tied[]>();

  constructor(sections: readonly Tied[]) {
    this.#sections = sections;
    const definers = new Map<string, Tied[]>();
    for (const section of sections) for (const name of section.defined) listIn(definers, name).push(section);
    for (const section of sections) {
      for (const word of section.words) {
        for (const definer of definers.get(word) ?? []) {
          if (definer === section) continue;
          listIn(this.#used, section).push(definer);
          listIn(this.#users, definer).push(section);
        }
      }
    }
  }

  /** The sections whose responses can change when one does, itself included. */
  touchedBy(changed: Tied): ReadonlySet<Tied> {
    const users = new Set<Tied>();
    reach(users, changed, this.#users);
    const speaking = [...users].filter(({ speaks }) => speaks);
    // middleware stands before every handler
    const touched = new Set(speaking.some(({ isCommon }) => isCommon) ? this.#sections : users);
    const used = new Set<Tied>();
    for (const section of [changed, ...speaking]) reach(used, section, this.#used);
    for (const section of used) touched.add(section);
    return new Set([...touched].filter(({ speaks }) => speaks));
  }

  /** What must be read to know the responses of some sections as if the whole file had been read; in the file's order. */
  neededFor(wanted: Iterable<Tied>): readonly Tied[] {
    const own = new Set(wanted);
    const users = new Set<Tied>();
    for (const section of own) reach(users, section, this.#users);
    const needed = new Set<Tied>();
    const common = this.#sections.filter(({ isCommon }) => isCommon);
    for (const section of [...users, ...common]) {
      if (section.speaks || own.has(section)) reach(needed, section, this.#used);
    }
    const quiet = new Set<Tied>();
    for (const section of common) if (!needed.has(section)) reach(quiet, section, this.#used, isQuiet);
    return this.#sections.filter((section) => needed.has(section) || quiet.has(section) || users.has(section));
  }
}

/** Of what exports name, functions count where somebody uses them; values have to be known. */
function isQuiet({ speaks }: TiedSection): boolean {
  return !speaks;
}

function reach<Tied>(
  reached: Set<Tied>,
  from: Tied,
  ways: ReadonlyMap<Tied, readonly Tied[]>,
  goesOn: (section: Tied) => boolean = () => true,
): void {
  const open = [from];
  for (let section = open.pop(); section; section = open.pop()) {
    if (reached.has(section)) continue;
    reached.add(section);
    for (const next of ways.get(section) ?? []) if (goesOn(next)) open.push(next);
  }
}

function listIn<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  let list = lists.get(key);
  if (!list) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
