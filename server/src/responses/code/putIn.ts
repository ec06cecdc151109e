import type { Expression } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from './context.ts';

const longestName = 60;
const farthest = 4;

/**
 * What is put into a name before a place that every run comes to behind it: `text` of `answer["error"] = text`,
 * `answer.Error = text`, `answer.append(text)`.
 */
export function putInto(context: FileContext, name: string, place: SyntaxNode): readonly Expression[] {
  const around = context.functionAround(place)?.node;
  if (!around || name.length > longestName || !/^\w+$/.test(name)) return [];
  const before = context.text.slice(around.start, place.start);
  const part = `(?:\\[[^\\]\\n]{1,${longestName}}\\]|\\.\\w+){1,2}[ \\t]*=(?!=)`;
  const pattern = new RegExp(`(?<![\\w$.])${literally(name)}(?:\\.(?:push|append)\\(|${part})`, 'g');
  return [...before.matchAll(pattern)].flatMap(({ index }) =>
    putBy(context, context.tree.root.at(around.start + index), place),
  );
}

function putBy(context: FileContext, holder: SyntaxNode, place: SyntaxNode): readonly Expression[] {
  for (let parent = holder.parent, steps = 0; parent && steps < farthest; parent = parent.parent, steps++) {
    const view = context.language.expression(parent);
    if (view.kind === 'call') return view.arguments.map(({ value }) => value);
    if (view.kind === 'assignment') return isPassed(context, parent, place) ? [view.value] : [];
  }
  return [];
}

/**
 * True where the block that something stands in goes on to the place: no branch that is left before. What no case of a
 * switch takes is what most runs come to.
 */
function isPassed(context: FileContext, node: SyntaxNode, place: SyntaxNode): boolean {
  const { language } = context;
  for (let around = node.parent; around; around = around.parent) {
    if (language.statement(around).kind !== 'block') continue;
    const chosen = around.parent?.parent && language.statement(around.parent.parent);
    const isDefault =
      chosen?.kind === 'switch' &&
      chosen.cases.some((each) => each.values.length === 0 && each.node.contains(node) && !each.node.contains(place));
    return isDefault ? isPassed(context, chosen.node, place) : around.contains(place);
  }
  return false;
}
