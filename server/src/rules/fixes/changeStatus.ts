import type { Expression } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import { reasonOf } from '../../responses/code/receivers.ts';
import type { Response } from '../../responses/model.ts';
import { codeOfConstant } from '../../status/constants.ts';
import { isRegistered, reasonPhrase } from '../../status/registry.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { lacksClass, withoutClass } from './classlessStatus.ts';
import { replace, type TextEdit } from './fix.ts';
import { importEdits } from './importEdits.ts';
import { respelled } from './spelling.ts';
import { constantLike, statusText } from './statusText.ts';

/**
 * Makes a response send another code, in the spelling at hand: a number, a constant of the same table, an exception class
 * (with its import), a method (`reply.unauthorized()`). A message that is nothing but the old phrase follows.
 */
export function changeStatus(
  file: FileAnalysis,
  response: Response | undefined,
  node: SyntaxNode,
  from: number,
  to: number,
): readonly TextEdit[] | undefined {
  if (response && lacksClass(response, node, to)) return withoutClass(file, response, node, to);
  const spelling = newSpelling(file, response, node, from, to);
  if (spelling === undefined) return undefined;
  const edits = [replace(node, spelling)];
  if (node.text !== spelling) edits.push(...importEdits(file, node, spelling));
  if (response) edits.push(...messageEdits(file, response, node, from, to));
  return edits;
}

function newSpelling(
  file: FileAnalysis,
  response: Response | undefined,
  node: SyntaxNode,
  from: number,
  to: number,
): string | undefined {
  const { text } = node;
  // of a code without a name the number says nothing about the style of the file
  if (/^\d+$/.test(text)) return !isRegistered(from) ? statusText(file, to) : String(to);
  const string = /^(["'`])(.*)\1$/s.exec(text);
  if (string) {
    const inner = /^\d+$/.test(string[2] ?? '') ? String(to) : respelled(string[2] ?? '', from, to);
    return inner && `${string[1]}${inner}${string[1]}`;
  }
  if (response?.event.learned?.nameNode === node) return ownSpelling(file, node, from, to);
  const own = response && Object.entries(response.framework.reasons ?? {}).find(([, code]) => code === to)?.[0];
  const spelling = constantLike(text, from, to) ?? respelled(text, from, to);
  if (spelling === undefined && own) {
    // `APIException → ValidationError`: names that a framework gives as they are
    const isWhole = Object.hasOwn(response.framework.reasons ?? {}, text);
    return isWhole ? own : `${own}${/(?:Exception|Error)$/.exec(text)?.[0] ?? ''}`;
  }
  if (response && spelling && reasonOf(response.framework, spelling) !== to && own) return own;
  if (spelling && !isInLocalTable(file, node, spelling)) return localName(file, node, to);
  return spelling;
}

/** What the code base defines itself has no other name but those that it defines as well. */
function ownSpelling(file: FileAnalysis, node: SyntaxNode, from: number, to: number): string | undefined {
  const spelling = respelled(node.text, from, to);
  if (spelling === undefined) return undefined;
  const { context } = file;
  const parent = node.parent && context.language.expression(node.parent);
  if (parent?.kind === 'member') return isGivenBy(file, parent.object, spelling) ? spelling : undefined;
  const isKnown = context.scopes.topLevel.has(spelling) || context.importOf(spelling) !== undefined;
  return isKnown ? spelling : undefined;
}

/** True of a class that an imported module has beside the one that is used: `errors.ConflictError`. */
function isGivenBy({ context }: FileAnalysis, module: Expression, name: string): boolean {
  const imported = module.kind === 'name' ? context.importOf(module.name) : undefined;
  const path = imported && imported.name !== '*' ? [imported.name, name] : [name];
  return imported !== undefined && context.knowledge?.imported(imported.source, path)?.kind === 'class';
}

/** False when the constant is a member of an object of this file that has no such member. */
function isInLocalTable(file: FileAnalysis, node: SyntaxNode, name: string): boolean {
  const table = localTable(file, node);
  return table === undefined || table.some((entry) => entry.key === name);
}

function localName(file: FileAnalysis, node: SyntaxNode, code: number): string | undefined {
  return localTable(file, node)?.find(({ value }) => value.kind === 'number' && value.value === code)?.key;
}

function localTable(file: FileAnalysis, node: SyntaxNode) {
  const member = node.parent && file.context.language.expression(node.parent);
  if (member?.kind !== 'member') return undefined;
  const table = file.context.resolve(member.object);
  return table.kind === 'object' && table !== member.object ? table.entries : undefined;
}

/** Texts that are nothing but the old phrase: `{ error: 'Unauthorized' }`. */
function messageEdits(
  file: FileAnalysis,
  response: Response,
  node: SyntaxNode,
  from: number,
  to: number,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const inside = response.body.kind === 'present' ? response.body.node : undefined;
  if (!inside || inside.end - inside.start > 2000) return edits;
  for (const match of inside.text.matchAll(/(["'`])((?:\\.|(?!\1).){3,60}?)\1|\b\d{3}\b/g)) {
    const start = inside.start + match.index;
    if (start >= node.start && start < node.end) continue;
    if (match[0] === String(from) && isMirror(file, start)) edits.push({ start, end: start + 3, text: String(to) });
    const word = match[2];
    if (word === undefined || codeOfConstant(word) !== from) continue;
    const text = respelled(word, from, to) ?? reasonPhrase(to);
    if (text) edits.push({ start: start + 1, end: start + 1 + word.length, text });
  }
  return edits;
}

/** The status said once more in the body: `{ status: 401, … }`, `problem(401, 'No such card')`. */
function isMirror(file: FileAnalysis, offset: number): boolean {
  return file.references.some((reference) => reference.node.start === offset && reference.role !== 'compared');
}
