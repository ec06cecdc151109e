import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeWhenChanged } from './writeWhenChanged.mjs';

const source = join(import.meta.dirname, '../../server/src');

/** Writes the lists of languages, frameworks and rules, so that adding one is adding its file. */
export function generateIndexes() {
  writeIndex('languages', languages());
  writeIndex('frameworks', frameworks());
  writeIndex('rules', rules());
}

function languages() {
  return typescriptFiles('languages')
    .filter((path) => !['language.ts', 'views.ts'].includes(basename(path)))
    .map((path) => ({ path, exports: exportsMade(path, 'language', 'Language') }));
}

function frameworks() {
  const folder = join(source, 'frameworks');
  const languageFolders = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return languageFolders.flatMap(({ name: language }) =>
    typescriptFiles(`frameworks/${language}`)
      .filter((path) => exportsMade(path, 'framework', 'Framework').length > 0)
      .map((path) => {
        const name = nameExportedBy(path, 'framework', 'Framework');
        // Two languages may have a framework of one name.
        return { path, exports: [name], alias: `${language}${name[0].toUpperCase()}${name.slice(1)}` };
      }),
  );
}

function rules() {
  return typescriptFiles('rules')
    .filter((path) => basename(path).includes('-'))
    .map((path) => ({ path, exports: [nameExportedBy(path, 'rule', 'Rule')] }));
}

function typescriptFiles(folder) {
  const path = join(source, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** The constants a file exports that are made by `maker(` or declared to be of `type`. */
function exportsMade(path, maker, type) {
  const made = new RegExp(`^export const (\\w+)(?::\\s*${type}\\s*=|\\s*=\\s*${maker}\\()`, 'gm');
  return [...readFileSync(join(source, path), 'utf8').matchAll(made)].map(([, name]) => name);
}

/** The one constant that bears the file's name; a misspelt one would otherwise silently be left out. */
function nameExportedBy(path, maker, type) {
  const name = basename(path, '.ts').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  if (exportsMade(path, maker, type).includes(name)) return name;
  throw new Error(`server/src/${path} must have: export const ${name} = ${maker}({ … })`);
}

function writeIndex(list, modules) {
  const imports = modules.map(({ path, exports, alias }) => {
    const names = alias ? `${exports[0]} as ${alias}` : exports.join(', ');
    return `import { ${names} } from '../${path}';\n`;
  });
  const names = modules.flatMap(({ exports, alias }) => (alias ? [alias] : exports));
  const text = `// Written by scripts/generate.mjs.\n${imports.join('')}\nexport const ${list} = [${names.join(', ')}] as const;\n`;
  writeWhenChanged(join(source, `generated/${list}.ts`), text);
}
