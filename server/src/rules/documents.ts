import type { Rule } from './rule.ts';

/** Where people read about the project. */
export const projectAddress = 'https://github.com/http-status-assistant/http-status-assistant';

/** The page of a rule. */
export function documentOf(rule: Pick<Rule, 'id'>): string {
  return `${projectAddress}/blob/main/docs/rules/${rule.id}.md`;
}
