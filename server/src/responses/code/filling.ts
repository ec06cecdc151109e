import type { CallView, NameView } from '../../languages/views.ts';
import type { FileContext } from './context.ts';

/** The last call before a place that a variable was given to by reference, to be filled: `decode(&user)`. */
export function filledBy(context: FileContext, { name, node }: NameView): CallView | undefined {
  const { referenceSign } = context.language;
  const start = context.functionAround(node)?.body?.start;
  if (!referenceSign || start === undefined) return undefined;
  const before = context.text.slice(start, node.start);
  let last: number | undefined;
  for (const match of before.matchAll(new RegExp(`(?<=[(,]\\s*)${referenceSign}${name}\\b(?![.[\\w])`, 'g')))
    last = match.index;
  if (last === undefined) return undefined;
  for (let around = context.tree.root.at(start + last).parent; around; around = around.parent) {
    const view = context.language.expression(around);
    if (view.kind === 'call' && view.node === around) return view;
    if (context.language.statement(around).kind !== 'other') return undefined;
  }
  return undefined;
}
