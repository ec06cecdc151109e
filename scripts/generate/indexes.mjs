import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeWhenChanged } from './writeWhenChanged.mjs';

const serverSource = join(import.meta.dirname, '../../server/src');

/** Writes the lists of languages, frameworks and rules, so that adding one is adding its file. */
export function generateIndexes(source = serverSource) {
  writeIndex(source, 'languages', languages(source));
  writeIndex(source, 'frameworks', frameworks(source));
  writeIndex(source, 'rules', rules(source));
}

function languages(source) {
  return typescriptFiles(source, 'languages')
    .map((path) => ({ path, exports: exportsMade(source, path, 'language', 'Language') }))
    .filter(({ exports }) => exports.length > 0);
}

function frameworks(source) {
  return subfolders(source, 'frameworks').flatMap((language) =>
    typescriptFiles(source, `frameworks/${language}`)
      .filter((path) => exportsMade(source, path, 'framework', 'Framework').length > 0)
      .map((path) => {
        const name = nameExportedBy(source, path, 'framework', 'Framework');
        // Two languages may have a framework of one name.
        return { path, exports: [name], alias: `${language}${name[0].toUpperCase()}${name.slice(1)}` };
      }),
  );
}

function rules(source) {
  return typescriptFiles(source, 'rules')
    .filter((path) => basename(path).includes('-'))
    .map((path) => ({ path, exports: [nameExportedBy(source, path, 'rule', 'Rule')] }));
}

function subfolders(source, folder) {
  return entries(source, folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function typescriptFiles(source, folder) {
  return entries(source, folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => `${folder}/${name}`);
}

function entries(source, folder) {
  const path = join(source, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The constants a file exports that are made by `maker(` or declared to be of `type`. */
function exportsMade(source, path, maker, type) {
  const made = new RegExp(`^export const (\\w+)(?::\\s*${type}\\s*=|\\s*=\\s*${maker}\\()`, 'gm');
  return [...readFileSync(join(source, path), 'utf8').matchAll(made)].map(([, name]) => name);
}

/** The one constant that bears the file's name; a misspelt one would otherwise silently be left out. */
function nameExportedBy(source, path, maker, type) {
  const name = basename(path, '.ts').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  if (exportsMade(source, path, maker, type).includes(name)) return name;
  throw new Error(`server/src/${path} must have: export const ${name} = ${maker}({ … })`);
}

function writeIndex(source, list, modules) {
  const imports = modules.map(({ path, exports, alias }) => {
    const names = alias ? `${exports[0]} as ${alias}` : exports.join(', ');
    return `import { ${names} } from '../${path}';\n`;
  });
  const names = modules.flatMap(({ exports, alias }) => (alias ? [alias] : exports));
  const heading = '// Written by scripts/generate.mjs.\n';
  const text = `${heading}${imports.join('')}\nexport const ${list} = [${names.join(', ')}] as const;\n`;
  writeWhenChanged(join(source, `generated/${list}.ts`), text);
}
