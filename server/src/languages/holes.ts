/** What the upper-case names of patterns are. Read once a name: every match asks again. */

const holeName = /^[A-Z][A-Z_]*$/;
/** A hole that is part of a name: `REASONException`, `ApiREASONResponse`. Other capitals are but spelling: `HTTPException`. */
const partialHole = /^(\w*[a-z\d]_?|HTTP|)(REASON|METHOD|WORD)([A-Z][a-z]\w*|)$/;
export const optionalMark = '__optional';
export const restMark = '__rest';

export interface Hole {
  readonly hole: string;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** A hole for the words of a name, and what of the name the pattern spells out. */
export interface WordHole {
  readonly hole: string;
  readonly prefix: string;
  readonly suffix: string;
}

export const holeOf = onceEach((name: string): Hole | undefined => {
  const optional = name.endsWith(optionalMark);
  const rest = name.endsWith(restMark);
  const hole = name.replace(/__(optional|rest)$/, '');
  return holeName.test(hole) ? { hole, optional, rest } : undefined;
});

export const wordHoleOf = onceEach((name: string): WordHole | undefined => {
  const [, prefix = '', partial, suffix = ''] = partialHole.exec(name) ?? [];
  const hole = partial ?? (isWordHole(name) ? name : undefined);
  return hole === undefined ? undefined : { hole, prefix, suffix };
});

/** `HTTPREASON`: capitals before a hole do not make a hole of it all. */
export function isPartOfName(name: string): boolean {
  const hole = wordHoleOf(name);
  return hole !== undefined && (hole.prefix !== '' || hole.suffix !== '');
}

/** Holes for the words of names; other capitals are a name by themselves: `c.JSON`. */
function isWordHole(name: string): boolean {
  return name === 'REASON' || name === 'METHOD' || name === 'WORD' || name === 'NAME';
}

function onceEach<Result>(read: (name: string) => Result): (name: string) => Result {
  const known = new Map<string, Result>();
  return (name) => {
    let result = known.get(name);
    if (result === undefined && !known.has(name)) {
      result = read(name);
      known.set(name, result);
    }
    return result as Result;
  };
}
