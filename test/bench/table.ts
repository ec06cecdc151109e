import type { Figure } from './figure.ts';

/** The figures as aligned columns: what was measured, how much, the aim, whether it was met. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['', 'measured', 'aim', ''],
    ...figures.map(({ subject, value, aim }) => [
      subject,
      value,
      aim?.text ?? '',
      aim === undefined ? '' : aim.met ? 'met' : 'missed',
    ]),
  ];
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const [first, second, third] = [width(0), width(1), width(2)];
  return rows
    .map(([subject = '', value = '', aim = '', verdict = '']) =>
      [subject.padEnd(first), value.padStart(second), aim.padStart(third), verdict].join('   ').trimEnd(),
    )
    .join('\n');
}
