import type { Expression } from '../languages/views.ts';
import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { reasonPhrase } from '../status/registry.ts';
import { wholeWord } from '../syntax/literally.ts';
import { coversCode, type Declaration, declarationsOf, isByKeyword } from './declarations.ts';
import { type Fix, fixOf, insert, type TextEdit } from './fixes/fix.ts';
import { indentationOf, quoted, styleOf } from './fixes/style.ts';
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
              message: t("{0} is answered here, but the handler's declaration leaves it out.", code),
              evidence: declaration.declared
                .slice(0, 1)
                .map((reference) => ({ node: reference.node, message: t('The declaration') })),
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
  const title = t('Declare {0}', code);
  const object = last.node.parent?.parent && file.context.language.expression(last.node.parent.parent);
  const entry = object?.kind === 'object' ? object.entries.at(-1) : undefined;
  if (object?.kind === 'object' && object.entries.some(({ keyNode }) => keyNode.contains(last.node)) && entry) {
    return fixOf(title, 'suggestion', [insert(entry.node.end, `, ${code}: ${valueLike(file, entry.value, code)}`)]);
  }
  const decorator = handler.function.decorators.find(({ node }) => node.contains(last.node));
  if (decorator?.kind === 'call' && isByKeyword(decorator, last.node)) return [];
  if (decorator?.kind === 'call') {
    const place = decorator.node.parent ?? decorator.node;
    const name = decorator.callee.node.text.replace(/^Api\w+Response$/, 'ApiResponse');
    const phrase = decorator.arguments[1]?.value.kind === 'string' ? `, ${quoted(file, reasonPhrase(code) ?? '')}` : '';
    const given = name === 'ApiResponse' ? `{ status: ${code} }` : `${code}${phrase}`;
    const line = `${styleOf(file).newline}${indentationOf(place)}@${name}(${given})`;
    return fixOf(title, 'suggestion', [insert(place.end, line), ...importOf(file, decorator.callee.node.text, name)]);
  }
  return entry ? fixOf(title, 'suggestion', [insert(entry.node.end, `, ${code}: {}`)]) : [];
}

/** What is said of a code, as it is said of another: by the same name, or with its phrase for a description. */
function valueLike(file: FileAnalysis, other: Expression, code: number): string {
  if (other.kind === 'name') return other.name;
  const only = other.kind === 'object' && other.entries.length === 1 ? other.entries[0] : undefined;
  if (only?.key !== 'description') return '{}';
  const entry = { key: only.key, quotedKey: only.keyNode.text, value: quoted(file, reasonPhrase(code) ?? '') };
  return file.context.language.writing.object([entry]);
}

/** The decorator of another code comes from where this one does. */
function importOf({ context }: FileAnalysis, known: string, name: string): readonly TextEdit[] {
  if (known === name || context.importOf(name)) return [];
  const statement = context.imports.find(({ names }) => names.has(known))?.node;
  const at = statement && wholeWord(known).exec(statement.text)?.index;
  return statement && at !== undefined ? [insert(statement.start + at + known.length, `, ${name}`)] : [];
}
