import type { Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import type { ResponseEvent } from '../model.ts';

/** True where a link of the chain that sends takes a status and has none yet: `res.status().json(…)` while it is typed. */
export function hasStatusToCome({ compiled }: FileContext, { expression, framework }: ResponseEvent): boolean {
  const takesStatus = (word: string) =>
    compiled.at(word).some(({ kind, framework: own, pattern }) => {
      return kind === 'set' && own === framework && pattern.source.includes('STATUS');
    });
  for (let link: Expression | undefined = expression; link?.kind === 'call'; ) {
    const callee: Expression = link.callee;
    if (callee.kind !== 'member') return false;
    if (link.arguments.length === 0 && takesStatus(callee.property)) return true;
    link = callee.object;
  }
  return false;
}
