import type { Severity } from '../rules/rule.ts';
import type { PartialConfiguration } from './configuration.ts';
import { presets } from './presets.ts';
import { severities } from './severities.ts';

/** What an editor's settings say: the section `httpStatus`. */
export interface Settings extends PartialConfiguration {
  /** False switches everything off that is about code. */
  readonly enable: boolean;
  readonly completion: { readonly enable: boolean };
  readonly inlayHints: InlayHintSettings;
  readonly codeLens: { readonly enable: boolean };
}

export interface InlayHintSettings {
  /** The reason phrase behind a number. */
  readonly phrase: boolean;
  /** The status that the framework sends where none is written. */
  readonly implicitStatus: ImplicitStatusHints;
  /** Method and route of a handler whose route stands in another file. */
  readonly route: boolean;
}

/** `unexpected` leaves out the 200 of a GET. */
const implicitStatusHints = ['unexpected', 'always', 'never'] as const;
export type ImplicitStatusHints = (typeof implicitStatusHints)[number];

export const defaultSettings: Settings = {
  enable: true,
  completion: { enable: true },
  inlayHints: { phrase: false, implicitStatus: 'unexpected', route: true },
  codeLens: { enable: true },
};

/** Reads settings of whatever shape: what cannot be understood is as if it were not set, editors show such errors. */
export function readSettings(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings;
  const { enable, preset, rules, completion, inlayHints, codeLens } = value;
  const hints = isRecord(inlayHints) ? inlayHints : {};
  const { phrase, implicitStatus, route } = defaultSettings.inlayHints;
  return {
    enable: enable !== false,
    completion: { enable: !isRecord(completion) || completion.enable !== false },
    inlayHints: {
      phrase: typeof hints.phrase === 'boolean' ? hints.phrase : phrase,
      implicitStatus: implicitStatusHints.find((known) => known === hints.implicitStatus) ?? implicitStatus,
      route: typeof hints.route === 'boolean' ? hints.route : route,
    },
    codeLens: { enable: !isRecord(codeLens) || codeLens.enable !== false },
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
