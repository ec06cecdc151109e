import { rules } from '../generated/rules.ts';
import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Span } from '../syntax/node.ts';
import { type Fix, fixOf, type TextEdit } from './fixes/fix.ts';
import { withoutLine } from './fixes/lines.ts';
import { judge, type OnFailure } from './judge.ts';
import type { Finding, Rule, Severity } from './rule.ts';
import { type SuppressedRule, type Suppression, suppresses, suppressionsIn } from './suppressions.ts';
import { unusedSuppression } from './unused-suppression.ts';

export type ReportedSeverity = Exclude<Severity, 'off'>;

/** A finding as someone gets to see it. */
export interface ReportedFinding {
  readonly rule: Rule;
  readonly severity: ReportedSeverity;
  readonly node: Span;
  readonly message: string;
  readonly evidence?: readonly { readonly node: Span; readonly message: string }[];
  /** Best first. Asked for only when someone wants to fix. */
  readonly fixes: () => readonly Fix[];
}

/** What there is to say about a file: findings of the rules that are switched on and that no comment suppresses. */
export function report(
  file: FileAnalysis,
  severityOf: (rule: Rule) => Severity,
  onFailure: OnFailure,
): readonly ReportedFinding[] {
  const isOn = (rule: Rule): boolean => severityOf(rule) !== 'off';
  const findings = judge(file, isOn, onFailure);
  const suppressions = suppressionsIn(file);
  const used = new Map<Suppression, Set<string>>();
  const shown: Finding[] = findings.filter(({ rule, node }) => {
    let silenced = false;
    for (const suppression of suppressions) {
      if (!suppresses(suppression, rule.id, node.start)) continue;
      silenced = true;
      used.set(suppression, (used.get(suppression) ?? new Set()).add(rule.id));
    }
    return !silenced;
  });
  if (isOn(unusedSuppression)) {
    for (const suppression of suppressions) {
      const idle = (id: string): boolean => !used.get(suppression)?.has(id) && !isOff(id, isOn);
      const unused = unusedFinding(file, suppression, used.has(suppression), idle);
      if (unused) shown.push(unused);
    }
  }
  return shown
    .sort((one, other) => one.node.start - other.node.start)
    .flatMap((finding) => {
      const severity = severityOf(finding.rule);
      return severity === 'off' ? [] : [{ ...finding, severity }];
    });
}

/** A rule that is switched off may be suppressed all the same: it is on elsewhere, in another preset. */
function isOff(id: string, isOn: (rule: Rule) => boolean): boolean {
  const rule = rules.find((each) => each.id === id);
  return rule !== undefined && !isOn(rule);
}

function unusedFinding(
  file: FileAnalysis,
  suppression: Suppression,
  wasUsed: boolean,
  isIdle: (id: string) => boolean,
): Finding | undefined {
  const unused = suppression.rules.filter(({ id }) => isIdle(id));
  const suppressesAll = suppression.rules.length === 0;
  if (suppressesAll ? wasUsed : unused.length === 0) return undefined;
  const names = unused.map(({ id }) => id).join(', ');
  const whole = unused.length === suppression.rules.length;
  return {
    rule: unusedSuppression,
    node: suppression.comment,
    message: suppressesAll
      ? t('There is no finding to suppress here.')
      : t('There is no finding of {0} to suppress here.', names),
    fixes: () =>
      whole
        ? fixOf(t('Remove the unused suppression'), 'safe', [withoutLine(file.context.text, suppression.comment)])
        : fixOf(t('Remove {0} from the suppression', names), 'safe', withoutRules(suppression, unused)),
  };
}

function withoutRules({ rules, rulesEnd }: Suppression, unused: readonly SuppressedRule[]): readonly TextEdit[] {
  const kept = rules.filter((rule) => !unused.includes(rule));
  const [first] = rules;
  if (!first) return [];
  return [{ start: first.start, end: rulesEnd, text: kept.map(({ id }) => id).join(', ') }];
}
