import type { SyntaxNode } from '../../syntax/node.ts';
import { holdsFor } from '../code/conditions.ts';
import type { Guard } from '../code/flow.ts';

/** True of a guard whose arm the place stands in; an exit above is the setting, not the reason. */
export function isDeciding(guard: Guard, place: SyntaxNode): boolean {
  return guard.kind !== 'condition' || guard.node.contains(place);
}

/** `if (user.isAdmin) return …; return res.status(401)…`: the exit just above is why the rest is reached. */
export function isRightBefore(guard: Guard, place: SyntaxNode): boolean {
  let statement = place;
  while (statement.parent && statement.parent !== guard.node.parent) statement = statement.parent;
  const siblings = guard.node.parent?.namedChildren ?? [];
  return siblings.indexOf(guard.node) === siblings.indexOf(statement) - 1;
}

/** `if request.headers.get('X-Requested-With') == 'XMLHttpRequest'`: in which form a client wants to be told, not what. */
export function asksForForm(guard: Guard & { kind: 'condition' }): boolean {
  return holdsFor(guard, ({ subject }) => ofForm.test(subject.node.text), 'every');
}

const ofForm =
  /X-Requested-With|\b(?:is_?)?(?:xhr|ajax)\b|\b(?:wants|expects|prefers)_?json\b|\.accepts\(|\bbest_match\(|accept_mimetypes|headers(?:\.get\(|\[|\.)['"]?accept\b/i;
