/** The value below which so many of the samples lie: 0.5 for the median, 0.95 for what nearly every one stays under. */
export function percentile(samples: readonly number[], share: number): number {
  const ordered = samples.toSorted((a, b) => a - b);
  const value = ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
