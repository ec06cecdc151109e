import type { CallView } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import { isRaised, type Response } from '../../responses/model.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { replace, type TextEdit } from './fix.ts';
import { importEdits } from './importEdits.ts';
import { addArgument, addKeyword } from './keywords.ts';
import { statusText } from './statusText.ts';

/** True of a class named by its status where the framework has none for a code: Django's `HttpResponseForbidden` and 401. */
export function lacksClass({ event, framework }: Response, node: SyntaxNode, to: number): boolean {
  const { classes } = framework;
  return classes !== undefined && !classes.codes.includes(to) && isMaker(event.expression, node);
}

/** `HttpResponse(text, status=401)` for `HttpResponseForbidden(text)`; a class that takes a status keeps its name. */
export function withoutClass(
  file: FileAnalysis,
  { event, framework }: Response,
  node: SyntaxNode,
  to: number,
): readonly TextEdit[] | undefined {
  const call = event.expression;
  // what is raised is no response
  if (call.kind !== 'call' || !framework.classes || isRaised(event)) return undefined;
  const status = statusText(file, to);
  const keyword = addKeyword(event, 'STATUS', status);
  if (keyword) return [keyword];
  const { base } = framework.classes;
  return [replace(node, base), addArgument(call, `status=${status}`), ...importEdits(file, node, base)];
}

function isMaker(expression: Response['event']['expression'], node: SyntaxNode): expression is CallView {
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  return (callee.kind === 'member' ? callee.propertyNode : callee.node) === node;
}
