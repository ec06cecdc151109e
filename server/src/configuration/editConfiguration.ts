import { applyEdits, modify } from 'jsonc-parser';
import type { Severity } from '../rules/rule.ts';

/** The text of a configuration file that reports a rule differently. What else it says, comments too, stays as it is. */
export function withSeverity(text: string | undefined, ruleId: string, severity: Severity): string {
  const present = text?.trim() ? text : '{}\n';
  const eol = present.includes('\r\n') ? '\r\n' : '\n';
  const tabs = /^\t/m.test(present);
  const formattingOptions = { tabSize: 2, insertSpaces: !tabs, eol };
  return applyEdits(present, modify(present, ['rules', ruleId], severity, { formattingOptions }));
}
