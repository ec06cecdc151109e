import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { parseStatusFile } from './statusFile.mjs';
import { writeWhenChanged } from './writeWhenChanged.mjs';

const source = join(import.meta.dirname, '../../server/src');
const statusFolder = join(source, 'status');
const schema = JSON.parse(readFileSync(join(statusFolder, 'status.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

export function generateStatuses() {
  const statuses = readdirSync(statusFolder)
    .filter((file) => /^\d+\.md$/.test(file))
    .map((file) => readStatus(file, readFileSync(join(statusFolder, file), 'utf8')));
  writeWhenChanged(join(source, 'generated/statuses.json'), `${JSON.stringify(statuses, null, 1)}\n`);
}

/**
 * Writes the texts of every translation: a folder of files like the English ones beside them. A translation has to have
 * what the English file has, item by item.
 */
export function generateStatusTranslations() {
  for (const locale of readdirSync(statusFolder).filter((name) => existsSync(join(statusFolder, name, '404.md')))) {
    const texts = readdirSync(statusFolder)
      .filter((file) => /^\d+\.md$/.test(file))
      .map((file) => {
        const path = join(statusFolder, locale, file);
        if (!existsSync(path)) throw new Error(`server/src/status/${locale}/${file} is missing`);
        const original = readStatus(file, readFileSync(join(statusFolder, file), 'utf8'));
        return readTranslation(`${locale}/${file}`, readFileSync(path, 'utf8'), original);
      });
    writeWhenChanged(join(source, `generated/statuses.${locale}.json`), `${JSON.stringify(texts, null, 1)}\n`);
  }
}

const translatedFields = [
  'bodyNote',
  'cacheNote',
  'summary',
  'requirements',
  'sendWhen',
  'doNotSendWhen',
  'clientsShould',
  'inPractice',
];

/** The texts of one translated file; throws an error that names what the original has more or less of. */
export function readTranslation(file, text, original) {
  const texts = { code: original.code, ...parseStatusFile(text) };
  const notes = (original.headers ?? []).filter(({ note }) => note !== undefined).map(({ name }) => [name, '']);
  const expected = shapeOf({
    code: original.code,
    ...Object.fromEntries(
      translatedFields.filter((field) => field in original).map((field) => [field, original[field]]),
    ),
    ...(notes.length > 0 && { headerNotes: Object.fromEntries(notes) }),
    confusedWith: Object.fromEntries(original.confusedWith.map(({ code }) => [code, ''])),
  });
  const { intents, ...others } = texts;
  const found = shapeOf(others);
  const faults = [...new Set([...expected, ...found])].filter((part) => expected.has(part) !== found.has(part));
  if (!Array.isArray(intents) || intents.length === 0) faults.push('intents');
  if (faults.length > 0) throw new Error(`server/src/status/${file} differs from the original: ${faults.join(', ')}`);
  return texts;
}

/** Its fields, the number of items in its lists, the keys of its objects. */
function shapeOf(texts) {
  return new Set(
    Object.entries(texts).flatMap(([field, value]) => {
      if (Array.isArray(value)) return [`${field} (${value.length})`];
      if (typeof value === 'object') return [field, ...Object.keys(value).map((key) => `${field} ${key}`)];
      return [field];
    }),
  );
}

/** The facts of one file; throws an error that names the file and every field at fault. */
export function readStatus(file, text) {
  const status = parseStatusFile(text);
  const faults = validate(status) ? [] : validate.errors.map(describeFault);
  if (`${status.code}.md` !== file) faults.push(`code is ${status.code}`);
  if (faults.length > 0) throw new Error(`server/src/status/${file}: ${faults.join('; ')}`);
  return status;
}

function describeFault({ keyword, instancePath, params, message }) {
  const parent = instancePath.slice(1).replaceAll('/', '.');
  const field = (name) => (parent === '' ? name : `${parent}.${name}`);
  if (keyword === 'required') return `${field(params.missingProperty)} is missing`;
  if (keyword === 'additionalProperties') return `${field(params.additionalProperty)} is not a field`;
  return `${parent} ${message}${params.allowedValues ? ` (${params.allowedValues.join(', ')})` : ''}`;
}
