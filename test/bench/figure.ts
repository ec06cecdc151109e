/** One line of the table. */
export interface Figure {
  readonly subject: string;
  readonly value: string;
  readonly aim?: Aim;
}

export interface Aim {
  readonly text: string;
  readonly met: boolean;
}

/** A figure that has to stay under a limit. */
export function under(limit: number, unit: string, subject: string, value: number): Figure {
  return { subject, value: amount(value, unit), aim: { text: `< ${limit} ${unit}`, met: value < limit } };
}

/** A ratio to a peer that has to be at least so large. */
export function atLeast(ratio: number, subject: string, value: number): Figure {
  return { subject, value: `${amount(value, '×')}`, aim: { text: `≥ ${ratio} ×`, met: value >= ratio } };
}

export function amount(value: number, unit: string): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })} ${unit}`;
}
