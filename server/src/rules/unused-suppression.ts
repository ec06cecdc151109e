import { rule } from './rule.ts';

/** Looks at nothing by itself: which suppressions went unused is known when every other rule has reported. */
export const unusedSuppression = rule({
  id: 'unused-suppression',
  description: 'A comment that suppresses findings where there is none to suppress.',
  strength: 'advice',
  severity: 'hint',
  reference: '',
});
