import type { Language } from '../../languages/language.ts';
import type { CallView } from '../../languages/views.ts';
import { calleeName } from './callees.ts';
import { isErrorParameter } from './conventions.ts';
import type { Definition } from './scope.ts';

/**
 * The call whose result a callback is handed for a parameter: `findBook(id).then((book) => …)`,
 * `findBook(id, (error, book) => …)`; `by` are the methods that hand it on.
 */
export function callHanding(
  language: Language,
  definition: Definition | undefined,
  by: RegExp = /^then$/,
): CallView | undefined {
  if (language.family !== 'javascript' || definition?.kind !== 'parameter') return undefined;
  const { function: view, index } = definition;
  const outer = view.node.parent?.parent;
  const call = outer && language.expression(outer);
  if (call?.kind !== 'call' || call.callee.kind !== 'member') return undefined;
  const at = call.arguments.findIndex(({ value }) => value.node === view.node);
  if (by.test(call.callee.property)) {
    const { object } = call.callee;
    return at === 0 && index === 0 && object.kind === 'call' && !isOfPromise(object) ? object : undefined;
  }
  const [error] = view.parameters;
  const isTold = at >= 0 && at === call.arguments.length - 1 && index === 1;
  return isTold && error && isErrorParameter(error) ? call : undefined;
}

/** `load().then(read)` gives what `read` does. */
function isOfPromise(call: CallView): boolean {
  return /^(?:then|catch|finally)$/.test(calleeName(call));
}
