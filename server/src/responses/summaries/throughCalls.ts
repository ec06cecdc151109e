import { placeThrough, throughCall } from './places.ts';
import type { Answer, ClassSummary, Delegation, GivenValue, Place, StatusSource } from './summary.ts';

/** A class with what its base says of it, where it does not say so itself. */
export function throughBase(own: ClassSummary, base: ClassSummary | undefined): ClassSummary {
  if (!base) return own;
  const status = own.status ?? (base.status && throughCall(base.status, own.givenToBase));
  const message = own.message ?? placeThrough(base.message, own.givenToBase);
  const members = { ...membersThrough(base.members, own.givenToBase), ...own.members };
  return {
    ...own,
    isError: own.isError || base.isError,
    ...(status && saysSomething(status) ? { status } : {}),
    ...(message ? { message } : {}),
    ...(Object.keys(members).length > 0 ? { members } : {}),
    bases: [base.name, ...(base.bases ?? [])],
    ...(base.framework === undefined ? {} : { framework: base.framework }),
    ...(base.base !== undefined && !base.status
      ? { base: base.base, ...given(givenThrough(base.givenToBase, own.givenToBase)) }
      : {}),
    methods: { ...base.methods, ...own.methods },
  };
}

function membersThrough(
  members: ClassSummary['members'] = {},
  givenToBase: ClassSummary['givenToBase'],
): Readonly<Record<string, Place>> {
  const through = Object.entries(members).flatMap(([name, place]) => {
    const given = placeThrough(place, givenToBase);
    return given ? [[name, given] as const] : [];
  });
  return Object.fromEntries(through);
}

function given(givenToBase: readonly GivenValue[] | undefined): Pick<ClassSummary, 'givenToBase'> {
  return givenToBase ? { givenToBase } : {};
}

/** What a class gives to the base of its base. */
function givenThrough(
  inner: readonly GivenValue[] | undefined,
  outer: readonly GivenValue[] | undefined,
): readonly GivenValue[] | undefined {
  if (!inner) return outer;
  return outer ? inner.map((value) => valueThrough(value, outer)) : inner;
}

/** A value that is given on as it comes to be when the outer call gives what it gives. */
export function valueThrough(value: GivenValue, outer: readonly GivenValue[]): GivenValue {
  if (value.place) {
    const { codes, place } = throughCall({ codes: [], place: value.place }, outer);
    return place ? { place } : codes.length > 0 ? { codes } : {};
  }
  if (!value.properties) return value;
  const properties = Object.entries(value.properties).map(([key, each]) => [key, valueThrough(each, outer)]);
  return { properties: Object.fromEntries(properties) };
}

/** What a function answers by calling one that does. */
export function throughDelegation({ given, how, isCertain }: Delegation, answer: Answer): Answer | undefined {
  const status = throughCall(answer.status, given);
  if (!saysSomething(status)) return undefined;
  const kind = kindThrough(answer.kind, how);
  if (!kind) return undefined;
  const receiver = placeThrough(answer.receiver, given);
  if (answer.receiver && !receiver) return undefined;
  const { place: own, said = [], error: handed, ...body } = answer.body;
  const place = placeThrough(own, given);
  const through = said.flatMap((each) => placeThrough(each, given) ?? []);
  const error = placeThrough(handed, given);
  const givenHeaders = placeThrough(answer.givenHeaders, given);
  const message = placeThrough(answer.made?.message, given);
  const asked = placeThrough(answer.asks?.place, given);
  const { receiver: _, givenHeaders: ownHeaders, made, asks, ...rest } = answer;
  return {
    ...rest,
    ...(givenHeaders ? { givenHeaders } : {}),
    ...(made && message ? { made: { ...made, message } } : {}),
    ...(asks && asked ? { asks: { ...asks, place: asked } } : {}),
    hasAllHeaders: answer.hasAllHeaders && (ownHeaders === undefined || givenHeaders !== undefined),
    kind,
    status,
    ...(receiver ? { receiver } : {}),
    body: {
      ...body,
      ...(place ? { place } : {}),
      ...(through.length > 1 ? { said: through } : {}),
      ...(error ? { error } : {}),
    },
    isCertain: isCertain && answer.isCertain,
  };
}

function kindThrough(kind: Answer['kind'], how: Delegation['how']): Answer['kind'] | undefined {
  if (kind === 'make') return how === 'return' ? kind : undefined;
  if (kind !== 'raise') return kind;
  return how === 'return' ? 'raise' : how === 'call' ? undefined : how;
}

function saysSomething({ codes, place }: StatusSource): boolean {
  return codes.length > 0 || place !== undefined;
}
