import { stdout } from 'node:process';
import type { LintResult } from './formats/lintResult.ts';
import { paintFor } from './output.ts';

export const formats = ['stylish', 'json', 'github', 'sarif'] as const;
export type Format = (typeof formats)[number];

/** A result in a format, of which only the one that is wanted gets loaded. */
export async function written(result: LintResult, format: Format): Promise<string> {
  switch (format) {
    case 'stylish':
      return (await import('./formats/stylish.ts')).stylish(result, paintFor(stdout));
    case 'json':
      return (await import('./formats/json.ts')).json(result);
    case 'github':
      return (await import('./formats/github.ts')).github(result);
    case 'sarif':
      return (await import('./formats/sarif.ts')).sarif(result);
  }
}
