import type { FileAnalysis } from '../responses/analysis.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { constantSpelling } from './fixes/constantSpelling.ts';
import { fixOf, replace } from './fixes/fix.ts';
import { rule } from './rule.ts';

export const preferConstant = rule({
  id: 'prefer-constant',
  description: 'A status code written as a number, in projects that want the named constant.',
  strength: 'house style',
  severity: 'off',
  reference: 'RFC 9110 §15',
  statusReference({ node, code, role }, file) {
    // keys of a declaration are numbers by nature, tests are clearer without the code under test
    if (role !== 'sent' && role !== 'declared') return undefined;
    if (!/^\d{3}$/.test(node.text) || isKey(file, node)) return undefined;
    const constant = constantSpelling(file, code);
    if (!constant) return undefined;
    return {
      node,
      message: `This project names its status codes: ${constant}.`,
      fixes: () => fixOf(`Write ${constant}`, 'safe', [replace(node, constant)]),
    };
  },
});

function isKey({ context }: FileAnalysis, node: SyntaxNode): boolean {
  const object = node.parent?.parent;
  const view = object && context.language.expression(object);
  return view?.kind === 'object' && view.entries.some(({ keyNode }) => keyNode === node);
}
