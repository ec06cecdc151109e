import type { Expression, FunctionView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';

/** A function that answers, with what it is wrapped in. */
export interface HandlerFunction {
  readonly view: FunctionView;
  readonly wrappers: readonly Expression[];
}

export interface ExportedFunction {
  readonly name: string | undefined;
  readonly view: FunctionView;
}

/** A function, the one a name stands for, or the ones wrapped by calls: `asyncHandler(async (req, res) => …)`. */
export function functionsIn(context: FileContext, expression: Expression, depth = 0): readonly HandlerFunction[] {
  if (depth > 4) return [];
  if (expression.kind === 'function') return [{ view: expression, wrappers: [] }];
  if (expression.kind === 'name') {
    const definition = context.scopes.definitions(expression.name, expression.node)[0];
    if (definition?.kind === 'function') return [{ view: definition.function, wrappers: [] }];
    if (definition?.kind === 'value' && definition.binding.value && definition.binding.path.length === 0) {
      return functionsIn(context, definition.binding.value, depth + 1);
    }
    return [];
  }
  if (expression.kind === 'member') {
    const method = context.scopes.method(expression.property);
    return method ? [{ view: method, wrappers: [] }] : [];
  }
  if (expression.kind === 'call') {
    const made = expression.arguments.length < 3 ? functionsMadeBy(context, expression, depth) : [];
    // `requireUser(removeUser)`: what it makes may answer in place of what it is given
    const wrapped = expression.arguments.flatMap(({ value }) =>
      functionsIn(context, value, depth + 1).map(({ view, wrappers }) => ({
        view,
        wrappers: [expression.callee, ...wrappers],
      })),
    );
    return [...made, ...wrapped];
  }
  return [];
}

/** `app.get('/users', listUsers(database))`: what a function of this file gives back is the handler. */
function functionsMadeBy(
  context: FileContext,
  call: Expression & { kind: 'call' },
  depth: number,
): readonly HandlerFunction[] {
  const [maker] = functionsIn(context, call.callee, depth + 1);
  const body = maker?.view.body;
  if (!body || context.language.statement(body).kind !== 'block') return [];
  return lastStatements(context, body).flatMap((node) => {
    const exit = context.language.statement(node);
    const value = exit.kind === 'exit' && exit.how === 'return' ? exit.value : undefined;
    return value?.kind === 'function' || value?.kind === 'call' ? functionsIn(context, value, depth + 2) : [];
  });
}

/** The methods of the classes a file exports. */
export function exportedMethods(context: FileContext): readonly ExportedFunction[] {
  return context.tree.root.namedChildren.flatMap((node) => {
    const view = context.language.statement(node);
    return view.kind === 'class' && view.isExported
      ? view.methods.map((each) => ({ name: each.name, view: each }))
      : [];
  });
}

/** The functions a file exports; those of an exported object bear its name. */
export function exportedFunctions(context: FileContext): readonly ExportedFunction[] {
  const found: ExportedFunction[] = [];
  for (const node of context.tree.root.namedChildren) {
    const view = context.language.statement(node);
    if (view.kind === 'function' && view.isExported) found.push({ name: view.name, view });
    else if (view.kind === 'definition' && view.isExported) {
      for (const { name, value } of view.bindings) {
        const parts = value?.kind === 'object' ? value.entries.map((entry) => entry.value) : value ? [value] : [];
        for (const part of parts) found.push(...functionsIn(context, part).map((each) => ({ name, view: each.view })));
      }
    } else if (view.kind === 'expression') {
      found.push(...functionsIn(context, view.expression).map((each) => ({ name: each.view.name, view: each.view })));
    }
  }
  return found;
}

/** The statements of a function's own block, not of those inside it. */
function lastStatements(context: FileContext, body: SyntaxNode): readonly SyntaxNode[] {
  const view = context.language.statement(body);
  if (view.kind !== 'block') return [body];
  return view.statements.length === 1
    ? view.statements.flatMap((node) => lastStatements(context, node))
    : view.statements;
}
