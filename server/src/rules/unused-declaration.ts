import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Handler, StatusReference } from '../responses/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { type Declaration, declarationsOf, isByKeyword, isReadable } from './declarations.ts';
import { type Fix, fixOf, type TextEdit } from './fixes/fix.ts';
import { withoutLine } from './fixes/lines.ts';
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
            message: t('{0} is declared, but the handler never answers it.', reference.code),
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
  const edit = withoutEntry(file, node) ?? withoutDecorator(file, handler, node);
  return fixOf(t('Remove the declaration of {0}', code), 'suggestion', edit && [edit]);
}

/** `responses={200: …, 409: …}` loses the one; where it is the only one, the object stays, empty. */
function withoutEntry({ context }: FileAnalysis, node: SyntaxNode): TextEdit | undefined {
  const object = node.parent?.parent && context.language.expression(node.parent.parent);
  const entries = object?.kind === 'object' ? object.entries : [];
  const at = entries.findIndex(({ keyNode }) => keyNode.contains(node));
  const entry = entries[at];
  if (!entry) return undefined;
  const next = entries[at + 1];
  const previous = entries[at - 1];
  if (next) return { start: entry.node.start, end: next.node.start, text: '' };
  return { start: previous ? previous.node.end : entry.node.start, end: entry.node.end, text: '' };
}

/** `@ApiResponse({ status: 409 })` goes with its line. One that makes the route, or says more, stays. */
function withoutDecorator({ context }: FileAnalysis, { function: view }: Handler, node: SyntaxNode) {
  const decorator = view.decorators.find((each) => each.node.contains(node));
  if (decorator?.kind !== 'call' || isByKeyword(decorator, node)) return undefined;
  return withoutLine(context.text, decorator.node.parent ?? decorator.node);
}
