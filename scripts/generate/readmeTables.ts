/** The parts of the README that the code knows better. A test fails when they are out of date. */
import { frameworks } from '../../server/src/generated/frameworks.ts';
import { rules } from '../../server/src/generated/rules.ts';

const languages = { javascript: 'JavaScript and TypeScript', python: 'Python', go: 'Go' } as const;
const sides = { server: 'server', client: 'clients', test: 'tests and mocks' } as const;

/** The README with its tables made anew between their markers. */
export function withTables(readme: string): string {
  return between(between(readme, 'frameworks', frameworkTable()), 'rules', ruleTable());
}

function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no place for its ${name}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function ruleTable(): string {
  const rows = [...rules]
    .sort((one, other) => one.id.localeCompare(other.id))
    .map(
      ({ id, description, strength, severity }) =>
        `| [${id}](docs/rules/${id}.md) | ${description} | ${strength} | ${severity} |`,
    );
  return ['| Rule | Reports | Strength | Severity |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function frameworkTable(): string {
  const rows = Object.entries(languages).flatMap(([family, title]) =>
    Object.entries(sides).flatMap(([side, name]) => {
      const titles = frameworks
        .filter((framework) => framework.family === family && framework.side === side)
        .map((framework) => framework.title)
        .sort((one, other) => one.localeCompare(other, 'en', { sensitivity: 'base' }));
      return titles.length > 0 ? [`| ${title}, ${name} | ${titles.join(', ')} |`] : [];
    }),
  );
  return ['| | |', '| --- | --- |', ...rows].join('\n');
}
