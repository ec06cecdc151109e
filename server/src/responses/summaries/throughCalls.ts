import { placeThrough, throughCall } from './places.ts';
import type { Answer, ClassSummary, Delegation, StatusSource } from './summary.ts';

/** A class with what its base says of it, where it does not say so itself. */
export function throughBase(own: ClassSummary, base: ClassSummary | undefined): ClassSummary {
  if (!base) return own;
  const status = own.status ?? (base.status && throughCall(base.status, own.givenToBase));
  const message = own.message ?? placeThrough(base.message, own.givenToBase);
  return {
    ...own,
    isError: own.isError || base.isError,
    ...(status && saysSomething(status) ? { status } : {}),
    ...(message ? { message } : {}),
    methods: { ...base.methods, ...own.methods },
  };
}

/** What a function answers by calling one that does. */
export function throughDelegation({ given, how, isCertain }: Delegation, answer: Answer): Answer | undefined {
  const status = throughCall(answer.status, given);
  if (!saysSomething(status)) return undefined;
  const kind = kindThrough(answer.kind, how);
  if (!kind) return undefined;
  const receiver = placeThrough(answer.receiver, given);
  if (answer.receiver && !receiver) return undefined;
  const { place: said, ...body } = answer.body;
  const place = placeThrough(said, given);
  const { receiver: _, ...rest } = answer;
  return {
    ...rest,
    kind,
    status,
    ...(receiver ? { receiver } : {}),
    body: { ...body, ...(place ? { place } : {}) },
    isCertain: isCertain && answer.isCertain,
  };
}

function kindThrough(kind: Answer['kind'], how: Delegation['how']): Answer['kind'] | undefined {
  if (kind === 'make') return how === 'return' ? kind : undefined;
  if (kind !== 'raise') return kind;
  return how === 'return' ? 'raise' : how === 'call' ? undefined : how;
}

export function saysSomething({ codes, place }: StatusSource): boolean {
  return codes.length > 0 || place !== undefined;
}
