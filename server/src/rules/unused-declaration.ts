import type { FileAnalysis } from '../responses/analysis.ts';
import type { StatusReference } from '../responses/model.ts';
import { type Declaration, declarationsOf, isReadable } from './declarations.ts';
import { type Fix, fixOf, type TextEdit } from './fixes/fix.ts';
import { rule } from './rule.ts';

/** Codes that validation, guards, middleware or the framework answer in place of a handler. */
const answeredElsewhere: ReadonlySet<number> = new Set([400, 401, 403, 404, 413, 415, 422, 429]);

export const unusedDeclaration = rule({
  id: 'unused-declaration',
  description: 'A status that a declaration names and that its handler never answers.',
  strength: 'house style',
  severity: 'off',
  reference: 'OpenAPI 3.1 §4.8.16',
  file(file) {
    return declarationsOf(file)
      .filter((declaration) => isReadable(file, declaration))
      .flatMap((declaration) =>
        declaration.declared
          .filter(({ code }) => code < 500 && !answeredElsewhere.has(code) && !isAnswered(declaration, code))
          .map((reference) => ({
            node: reference.node,
            message: `${reference.code} is declared, but the handler never answers it.`,
            fixes: () => remove(file, declaration, reference),
          })),
      );
  },
});

function isAnswered({ responses, handler }: Declaration, code: number): boolean {
  if (responses.some(({ status }) => status?.options.some((option) => option.code === code))) return true;
  // what a handler returns is sent with its framework's default
  const defaults = handler.framework?.defaultStatus;
  const method = handler.methods[0]?.toLowerCase();
  return defaults !== undefined && ((method !== undefined && defaults[method] === code) || defaults.any === code);
}

function remove(file: FileAnalysis, { handler }: Declaration, { node, code }: StatusReference): readonly Fix[] {
  const decorator = handler.function.decorators.find((each) => each.node.contains(node));
  const entry = node.parent;
  const place = decorator ? (decorator.node.parent ?? decorator.node) : entry;
  return place ? fixOf(`Remove the declaration of ${code}`, 'suggestion', [whole(file, place.start, place.end)]) : [];
}

/** With its line, or with the comma behind it. */
function whole({ context }: FileAnalysis, start: number, end: number): TextEdit {
  const before = /(?:^|\n)([ \t]*)$/.exec(context.text.slice(0, start));
  const behind = /^[ \t]*\r?\n/.exec(context.text.slice(end));
  if (before && behind) return { start: start - (before[1]?.length ?? 0), end: end + behind[0].length, text: '' };
  const comma = /^\s*,\s*/.exec(context.text.slice(end))?.[0] ?? '';
  return { start, end: end + comma.length, text: '' };
}
