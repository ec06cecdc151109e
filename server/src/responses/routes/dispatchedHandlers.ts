import type { FunctionView } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { Flow } from '../code/flow.ts';
import type { Handler } from '../model.ts';
import { callsIn } from '../reasons/attempts.ts';
import { functionsIn } from './handlerFunctions.ts';
import type { Handlers } from './handlers.ts';
import { methodsAt } from './method.ts';

/**
 * The functions of a file that a handler leaves a method to: `case 'POST': return createBook(req, res);`. They get what it
 * gets, and answer in its place.
 */
export function dispatchedHandlers(context: FileContext, handlers: Handlers): readonly Handler[] {
  const flow = new Flow(context.language, () => false);
  const found = new Map<FunctionView['node'], Handler>();
  for (const handler of handlers.all) {
    const { body, parameters } = handler.function;
    const [first, second] = parameters.map(({ name }) => name);
    if (!body || !first || handler.methods.length === 1 || !/method/i.test(body.text)) continue;
    for (const call of callsIn(context, body)) {
      const given = call.arguments.slice(0, 2).map(({ value }) => (value.kind === 'name' ? value.name : undefined));
      if (given[0] !== first || (second !== undefined && given[1] !== second)) continue;
      const methods = methodsAt(context, flow, call.node);
      const [target] = methods.length > 0 ? functionsIn(context, call.callee) : [];
      if (!target || target.wrappers.length > 0 || handlers.isHandler(target.view)) continue;
      const known = found.get(target.view.node);
      found.set(target.view.node, {
        ...handler,
        function: target.view,
        methods: [...new Set([...(known?.methods ?? []), ...methods])],
      });
    }
  }
  return [...found.values()];
}
