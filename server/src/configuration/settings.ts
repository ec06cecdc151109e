import type { Severity } from '../rules/rule.ts';
import type { PartialConfiguration } from './configuration.ts';
import { presets } from './presets.ts';
import { severities } from './severities.ts';

/** What an editor's settings say: the section `httpStatus`. */
export interface Settings extends PartialConfiguration {
  /** False switches everything off that is about code. */
  readonly enable: boolean;
}

export const defaultSettings: Settings = { enable: true };

/** Reads settings of whatever shape: what cannot be understood is as if it were not set, editors show such errors. */
export function readSettings(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings;
  const { enable, preset, rules } = value;
  return {
    enable: enable !== false,
    preset: presets.find((known) => known === preset),
    rules: isRecord(rules) ? readRules(rules) : undefined,
  };
}

function readRules(rules: Readonly<Record<string, unknown>>): Readonly<Record<string, Severity>> {
  const read: Record<string, Severity> = {};
  for (const [id, value] of Object.entries(rules)) {
    const severity = severities.find((known) => known === value);
    if (severity !== undefined) read[id] = severity;
  }
  return read;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
