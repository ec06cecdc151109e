import type { FileAnalysis } from '../responses/analysis.ts';
import { coversCode, type Declaration, declarationsOf } from './declarations.ts';
import { type Fix, fixOf, insert, type TextEdit } from './fixes/fix.ts';
import { indentationOf, styleOf } from './fixes/style.ts';
import { type Report, rule } from './rule.ts';

export const undeclaredStatus = rule({
  id: 'undeclared-status',
  description: 'A status that a handler answers and that its own declaration leaves out.',
  strength: 'house style',
  severity: 'off',
  reference: 'OpenAPI 3.1 §4.8.16',
  file(file) {
    return declarationsOf(file).flatMap((declaration) => reports(file, declaration));
  },
});

function reports(file: FileAnalysis, declaration: Declaration): readonly Report[] {
  return declaration.responses.flatMap((response) =>
    (response.status?.options ?? []).flatMap(({ code, node }) =>
      node && !coversCode(declaration, code)
        ? [
            {
              node,
              message: `${code} is answered here, but the handler's declaration leaves it out.`,
              evidence: declaration.declared
                .slice(0, 1)
                .map((reference) => ({ node: reference.node, message: 'The declaration' })),
              fixes: () => declare(file, declaration, code),
            },
          ]
        : [],
    ),
  );
}

/** Adds the code the way the last one is declared: a decorator like it, or a key beside it. */
function declare(file: FileAnalysis, { handler, declared }: Declaration, code: number): readonly Fix[] {
  const last = declared.at(-1);
  if (!last) return [];
  const title = `Declare ${code}`;
  const decorator = handler.function.decorators.find(({ node }) => node.contains(last.node));
  if (decorator?.kind === 'call') {
    const place = decorator.node.parent ?? decorator.node;
    const name = decorator.callee.node.text.replace(/^Api\w+Response$/, 'ApiResponse');
    const given = name === 'ApiResponse' ? `{ status: ${code} }` : String(code);
    const line = `${styleOf(file).newline}${indentationOf(place)}@${name}(${given})`;
    return fixOf(title, 'suggestion', [insert(place.end, line), ...importOf(file, decorator.callee.node.text, name)]);
  }
  const object = last.node.parent?.parent && file.context.language.expression(last.node.parent.parent);
  const entry = object?.kind === 'object' ? object.entries.at(-1) : undefined;
  return entry ? fixOf(title, 'suggestion', [insert(entry.node.end, `, ${code}: {}`)]) : [];
}

/** The decorator of another code comes from where this one does. */
function importOf({ context }: FileAnalysis, known: string, name: string): readonly TextEdit[] {
  if (known === name || context.importOf(name)) return [];
  const statement = context.imports.find(({ names }) => names.has(known))?.node;
  const at = statement && new RegExp(`\\b${known}\\b`).exec(statement.text)?.index;
  return statement && at !== undefined ? [insert(statement.start + at + known.length, `, ${name}`)] : [];
}
