import type { ReportedSeverity } from '../../rules/report.ts';
import { type Paint, type Style, visible } from '../output.ts';
import type { LintedFile, LintFinding, LintResult } from './lintResult.ts';

const styles: Readonly<Record<ReportedSeverity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** For people: the findings of each file in columns, and how many there are. */
export function stylish({ files, filesRead }: LintResult, paint: Paint): string {
  const findings = files.flatMap((file) => file.findings);
  const summary = `${counted(findings.length, 'finding')} in ${counted(filesRead, 'file')}`;
  if (findings.length === 0) return `${paint('green', summary)}\n`;
  const fixable = findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  const advice = fixable === 0 ? [] : [`${counted(fixable, 'of them', 'of them')} can be fixed with --fix.`];
  return [
    ...files.map((file) => block(file, paint)),
    paint('bold', `${summary}: ${bySeverity(findings)}`),
    ...advice,
    '',
  ].join('\n');
}

function block({ file, findings }: LintedFile, paint: Paint): string {
  const places = findings.map(({ line, column }) => `${line}:${column}`);
  const placeWidth = Math.max(...places.map(({ length }) => length));
  const severityWidth = Math.max(...findings.map(({ severity }) => severity.length));
  const lines = findings.map(
    ({ severity, message, rule }, index) =>
      `  ${paint('dim', (places[index] ?? '').padStart(placeWidth))}  ${paint(
        styles[severity],
        severity.padEnd(severityWidth),
      )}  ${visible(message)}  ${paint('dim', rule.id)}`,
  );
  return [paint('underline', visible(file)), ...lines, ''].join('\n');
}

function bySeverity(findings: readonly LintFinding[]): string {
  return (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}`)
    .join(', ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
