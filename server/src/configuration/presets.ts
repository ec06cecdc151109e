import type { Rule, Severity, Strength } from '../rules/rule.ts';
import { severities } from './severities.ts';

/** How much is reported: what each rule says of itself, all that HTTP asks for, or only what breaks it. */
export type Preset = 'recommended' | 'strict' | 'quiet';

export const presets: readonly Preset[] = ['recommended', 'strict', 'quiet'];

/** HTTP's word counts, also where many services ignore it. House style stays a project's own choice. */
const strict: Readonly<Record<Strength, Severity | undefined>> = {
  broken: 'error',
  must: 'warning',
  should: 'warning',
  advice: 'information',
  'house style': undefined,
};

export function presetSeverity(preset: Preset, { strength, severity }: Rule): Severity {
  if (preset === 'strict') return higher(strict[strength] ?? severity, severity);
  if (preset === 'recommended') return severity;
  // A MUST that is but a hint in the recommended preset is one that services may live without.
  const breaks = strength === 'broken' || strength === 'must';
  return breaks && (severity === 'error' || severity === 'warning') ? severity : 'off';
}

function higher(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) > severities.indexOf(other) ? one : other;
}
