import type { Span, SyntaxNode } from '../../syntax/node.ts';
import type { FileAnalysis } from '../analysis.ts';
import type { Handler, Response } from '../model.ts';
import { routeStatus } from './routeStatus.ts';

/** The handlers with a route or method whose answers are known, and the responses of each. */
export function answeringHandlers(analysis: FileAnalysis): ReadonlyMap<Handler, readonly Response[]> {
  const byFunction = new Map<SyntaxNode, Response[]>();
  for (const response of analysis.responses) {
    const node = response.handler?.function.node;
    if (!node) continue;
    const responses = byFunction.get(node) ?? [];
    responses.push(response);
    byFunction.set(node, responses);
  }
  const answering = new Map<Handler, readonly Response[]>();
  for (const handler of analysis.handlers.all) {
    const responses = byFunction.get(handler.function.node) ?? [];
    const isKnown = responses.some(({ status }) => (status?.options.length ?? 0) > 0);
    const hasAnswers = isKnown || routeStatus(analysis, handler) !== undefined;
    const hasRequest = handler.methods.length > 0 || Boolean(handler.route);
    if (hasRequest && hasAnswers) answering.set(handler, responses);
  }
  return answering;
}

/** From where a handler begins to be written, with its route where that holds it, else with its first decorator, to its function. */
export interface HandlerPlace extends Span {
  /** Where its function begins. */
  readonly end: number;
}

/** Where the handlers are whose answers are known, in the order of the text. */
export function placesOfHandlers(analysis: FileAnalysis): readonly HandlerPlace[] {
  return [...answeringHandlers(analysis).keys()]
    .map(({ function: view, routeAt }) => {
      const starts = [view.node.start, ...view.decorators.map(({ node }) => node.start)];
      const start = routeAt?.contains(view.node) ? routeAt.start : Math.min(...starts);
      return { start, end: view.node.start };
    })
    .sort((one, other) => one.end - other.end);
}
