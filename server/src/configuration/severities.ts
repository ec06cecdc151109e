import type { Severity } from '../rules/rule.ts';

/** From the lowest to the highest. */
export const severities: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];
