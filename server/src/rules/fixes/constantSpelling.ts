import type { FileAnalysis } from '../../responses/analysis.ts';
import { constantFor } from '../../status/constants.ts';
import type { Ecosystem } from '../../status/facts.ts';
import type { StatusCode } from '../../status/registry.ts';

/** The modules whose import brings the constants of an ecosystem. */
const ecosystems: Readonly<Record<string, Ecosystem>> = {
  'http-status-codes': 'http-status-codes',
  'http-status': 'http-status',
  'node:http2': 'node-http2',
  http2: 'node-http2',
  '@nestjs/common': 'nest',
  axios: 'axios',
  http: 'python-http',
  fastapi: 'starlette',
  starlette: 'starlette',
  rest_framework: 'drf',
  'net/http': 'go',
};

/** How a file would name a code, by the constants that it imports or defines. */
export function constantSpelling(file: FileAnalysis, code: StatusCode): string | undefined {
  return importedConstant(file, code) ?? ownConstant(file, code);
}

function importedConstant({ context }: FileAnalysis, code: StatusCode): string | undefined {
  for (const { source, names } of context.imports) {
    const ecosystem = ecosystems[source];
    const constant = ecosystem && constantFor(code, ecosystem);
    if (!constant) continue;
    const [holder = '', ...rest] = constant.split('.');
    const member = rest.join('.');
    for (const [local, imported] of names) {
      if (imported === holder) return `${local}.${member}`;
      if (imported === member) return local;
      // Go's package is itself the holder, as is the default of JavaScript's `http-status`
      if (ecosystem === 'go') return `${local}.${member}`;
      if (imported === '*' && source !== 'http-status') return `${local}.${constant}`;
      if (imported === 'default' || imported === '*') {
        return ecosystem === 'node-http2' ? `${local}.${constant}` : `${local}.${member}`;
      }
    }
  }
  return undefined;
}

/** A member of a table that the text itself has: `STATUS.NOT_FOUND`. */
function ownConstant({ context, references }: FileAnalysis, code: StatusCode): string | undefined {
  for (const { node } of references) {
    const member = node.parent && context.language.expression(node.parent);
    if (member?.kind !== 'member' || member.object.kind !== 'name') continue;
    const table = context.resolve(member.object);
    if (table.kind !== 'object') continue;
    const entry = table.entries.find(({ value }) => value.kind === 'number' && value.value === code);
    if (entry) return `${member.object.name}.${entry.key}`;
  }
  return undefined;
}
