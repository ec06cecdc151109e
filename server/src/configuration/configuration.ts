import type { Rule, Severity } from '../rules/rule.ts';
import { type Preset, presetSeverity } from './presets.ts';

/** What a project or a person decides about findings. */
export interface Configuration {
  readonly preset: Preset;
  /** By id of the rule; they count more than the preset. */
  readonly rules: Readonly<Record<string, Severity>>;
}

/** What one source, the editor's settings or a file, says; the rest is left to others. */
export interface PartialConfiguration {
  readonly preset?: Preset | undefined;
  readonly rules?: Readonly<Record<string, Severity>> | undefined;
}

export const defaultConfiguration: Configuration = { preset: 'recommended', rules: {} };

/** Later sources count more, rule by rule: settings come first, the project's file after them. */
export function merged(...sources: readonly (PartialConfiguration | undefined)[]): Configuration {
  let { preset, rules } = defaultConfiguration;
  for (const source of sources) {
    preset = source?.preset ?? preset;
    rules = { ...rules, ...source?.rules };
  }
  return { preset, rules };
}

export function severityOf({ preset, rules }: Configuration, rule: Rule): Severity {
  return (Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined) ?? presetSeverity(preset, rule);
}
