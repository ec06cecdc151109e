import { readdirSync, readFileSync } from 'node:fs';
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
