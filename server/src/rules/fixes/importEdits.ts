import type { FileAnalysis } from '../../responses/analysis.ts';
import { wholeWord } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { insert, type TextEdit } from './fix.ts';

/** `UnauthorizedException` came from somewhere: `ForbiddenException` comes from there too. */
export function importEdits(file: FileAnalysis, node: SyntaxNode, spelling: string): readonly TextEdit[] {
  const { context } = file;
  const isMember = node.parent && context.language.expression(node.parent).kind === 'member';
  if (isMember || context.importOf(spelling)) return [];
  const imported = context.importOf(node.text);
  const statement = context.imports.find(({ names }) => names.has(node.text));
  if (!imported || imported.name === '*' || imported.name === 'default' || !statement) return [];
  const place = wholeWord(node.text).exec(statement.node.text);
  const uses = context.text.match(wholeWord(node.text, 'g'))?.length ?? 0;
  const text = uses > 2 || !place ? undefined : spelling;
  if (!place) return [];
  const at = statement.node.start + place.index;
  // the last use of the old name: its import turns into the new one's
  return text ? [{ start: at, end: at + node.text.length, text }] : [insert(at + node.text.length, `, ${spelling}`)];
}
