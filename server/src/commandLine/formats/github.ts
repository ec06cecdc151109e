import type { ReportedSeverity } from '../../rules/report.ts';
import type { LintResult } from './lintResult.ts';

const commands: Readonly<Record<ReportedSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** For GitHub Actions: workflow commands that put findings beside the lines of a pull request. */
export function github({ files }: LintResult): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ severity, rule, message, line, column, endLine, endColumn }) => {
        // The columns of a finding over several lines are refused.
        const columns = line === endLine ? [`col=${column}`, `endColumn=${endColumn - 1}`] : [];
        const properties = [
          `file=${property(file)}`,
          `line=${line}`,
          `endLine=${endLine}`,
          ...columns,
          `title=${property(rule.id)}`,
        ];
        return `::${commands[severity]} ${properties.join(',')}::${content(message)}\n`;
      }),
    )
    .join('');
}

function content(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return content(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
