import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow } from '../code/flow.ts';
import type { Body, ResponseEvent } from '../model.ts';
import { isErrorName } from '../reasons/errorValues.ts';
import { isEmptyContent } from './emptyContent.ts';

/** The body of a response that what its function returns becomes: what is returned behind an event. */
export function returnedBody(context: FileContext, flow: Flow, event: ResponseEvent): Body {
  const body = event.function?.body;
  if (!body) return { kind: 'unknown' };
  const returned = returnsAfter(context, flow, body, event.node);
  if (returned.length === 0) return { kind: 'none' };
  const values = returned.filter((value): value is Expression => value !== undefined && value.kind !== 'nothing');
  const only = values[0];
  if (values.length === 0) return { kind: 'none' };
  if (values.length < returned.length || !only) return { kind: 'unknown' };
  // `return ''`: nothing, or two quotes where JSON is made of it
  if (isEmptyContent(context, only)) return { kind: 'unknown' };
  // what a call gives may be nothing
  if (only.kind === 'call') return { kind: givesNothing(context, event) ? 'none' : 'unknown' };
  return { kind: 'present', expression: only, node: only.node };
}

/** `async put(…): Promise<void>` */
function givesNothing({ text }: FileContext, { function: around }: ResponseEvent): boolean {
  const head = around?.body ? text.slice(around.node.start, around.body.start) : '';
  return /\)\s*:\s*(?:Promise<\s*void\s*>|void)\s*(?:=>\s*)?$/.test(head);
}

/**
 * True where a caller is given something behind a place that it may write into the same response: an error, or, beside
 * none, what was asked for: `return found, nil`.
 */
export function givesMore(context: FileContext, flow: Flow, event: ResponseEvent): boolean {
  const body = event.function?.body;
  if (!context.language.errorsAreValues || !body) return false;
  return returnsAfter(context, flow, body, event.node).some((value) => {
    if (value?.kind === 'list' && value.elements.at(-1)?.kind === 'nothing')
      return value.elements.some(({ kind }) => kind !== 'nothing');
    const last = value?.kind === 'list' ? value.elements.at(-1) : value;
    if (last?.kind === 'call') return /^(?:New|Errorf|Wrap|Wrapf|Error)$/.test(calleeName(last));
    return last?.kind === 'name' && isErrorName(last.name);
  });
}

/** What a function may return behind a place. */
export function returnsAfter(
  context: FileContext,
  flow: Flow,
  body: SyntaxNode,
  place: SyntaxNode,
): readonly (Expression | undefined)[] {
  const found: (Expression | undefined)[] = [];
  const visit = (node: SyntaxNode) => {
    const view = context.language.statement(node);
    if (view.kind === 'exit' && view.how === 'return') {
      if (flow.mayReach(place, node)) found.push(view.value);
    } else if (view.kind !== 'function' && view.kind !== 'class') {
      for (const child of node.namedChildren) if (isStatementLike(context, child)) visit(child);
    }
  };
  visit(body);
  return found;
}

function isStatementLike(context: FileContext, node: SyntaxNode): boolean {
  const view = context.language.statement(node);
  return view.kind !== 'other' || node.namedChildren.length > 0;
}
