import type { Language } from '../../languages/language.ts';
import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileAnalysis } from '../analysis.ts';
import { ofDecorators } from '../events.ts';
import type { Handler } from '../model.ts';

/** The status that the framework gives to what a handler returns, where the handler's route says no other. */
export function routeStatus({ context, flow, events, responses }: FileAnalysis, handler: Handler): number | undefined {
  const { framework, function: view, methods } = handler;
  const defaults = framework?.defaultStatus;
  const { body } = view;
  if (!framework?.returnsBodies || !defaults || !body || methods.length !== 1) return undefined;
  const own = events.filter((event) => event.function?.node === view.node);
  // what it answers itself, or what its decorators say
  if (own.some(({ kind, receiver, status }) => kind === 'send' || (receiver === ofDecorators && status)))
    return undefined;
  if (own.some(({ kind, status }) => kind === 'set' && status)) return undefined;
  const made = new Set(responses.filter(({ status }) => status?.origin === 'written').map(({ event }) => event.node));
  const returned = returnsIn(context.language, body);
  if (returned.length === 0 && flow.alwaysExits(body)) return undefined;
  if (returned.length > 0 && returned.every((value) => value && made.has(context.resolve(value).node)))
    return undefined;
  return defaults[methods[0]?.toLowerCase() ?? ''] ?? defaults.any;
}

/** What a function returns, not those inside it. */
function returnsIn(language: Language, node: SyntaxNode): readonly (Expression | undefined)[] {
  const view = language.statement(node);
  if (view.kind === 'exit') return view.how === 'return' ? [view.value] : [];
  if (view.kind === 'function' || view.kind === 'class' || view.kind === 'expression') return [];
  return node.namedChildren.flatMap((child) => returnsIn(language, child));
}
