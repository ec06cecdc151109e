import type { FileAnalysis } from '../../responses/analysis.ts';
import { wayOut } from '../../responses/code/escape.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { insert, type TextEdit } from './fix.ts';
import { statementOf } from './statements.ts';
import { indentationOf, styleOf } from './style.ts';

/** Makes a handler end with a response: by returning it, where others are returned, or by a `return` behind it. */
export function leaveAfter(file: FileAnalysis, sent: SyntaxNode): readonly TextEdit[] | undefined {
  const place = statementOf(file, sent);
  if (!place || place.node.start !== sent.start) return undefined;
  const returned = returnedIn(file, sent);
  if (returned === 'responses' || place.alone) return [insert(sent.start, 'return ')];
  if (returned === 'values') return undefined;
  const { newline, semicolon } = styleOf(file);
  return [insert(place.node.end, `${newline}${indentationOf(place.node)}return${semicolon}`)];
}

/** What the function that a place stands in gives back elsewhere. */
function returnedIn(file: FileAnalysis, place: SyntaxNode): 'responses' | 'values' | 'nothing' {
  const { context } = file;
  const around = context.functionAround(place);
  const sends = file.events.filter((event) => event.kind === 'send' && event.function?.node === around?.node);
  if (sends.some((event) => wayOut(context, event.node) === 'return')) return 'responses';
  return around?.body && returnsValue(file, around.body) ? 'values' : 'nothing';
}

function returnsValue(file: FileAnalysis, body: SyntaxNode): boolean {
  const open: SyntaxNode[] = [body];
  for (let node = open.pop(); node; node = open.pop()) {
    const view = file.context.language.statement(node);
    if (view.kind === 'exit' && view.how === 'return' && view.value) return true;
    if (file.context.language.expression(node).kind !== 'function') open.push(...node.namedChildren);
  }
  return false;
}
