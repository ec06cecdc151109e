import type { CallView, Expression } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { ResponseEvent } from '../model.ts';
import { calleeName } from './callees.ts';
import type { FileContext } from './context.ts';

/**
 * The places between two offsets where a response goes to a function that nothing is known of: it may set fields there,
 * write a body, or send. What only reads from it, `bind(ctx)`, does neither.
 */
export function passedOn(
  context: FileContext,
  receiver: string,
  events: readonly ResponseEvent[],
  from: number,
  to: number,
): readonly SyntaxNode[] {
  const name = literally(receiver);
  const found: SyntaxNode[] = [];
  for (const match of context.text.slice(from, to).matchAll(new RegExp(`(?<=[(,]\\s*)${name}(?=\\s*[,)])`, 'g'))) {
    const node = context.tree.root.at(from + match.index);
    const call = callTaking(context, node);
    if (!call || isReading(call) || isAskedForValue(context, call, node)) continue;
    if (!events.some((event) => holdsResponse(event, node))) found.push(node);
  }
  return found;
}

/**
 * Whether fields are set in a way that nobody reads: on a header that a function is handed beside the response,
 * `func answer(w http.ResponseWriter, fields http.Header)`, or by their keys: `fields := w.Header(); fields["ETag"] = …`.
 */
export function setsOnHeader({ language, text }: FileContext, receiver: string, event: ResponseEvent): boolean {
  const { function: view, node } = event;
  if (!language.declaresTypes || !view?.body) return false;
  if (view.parameters.some(({ type }) => type === 'http.Header')) return true;
  const before = text.slice(view.body.start, node.start);
  const held = new RegExp(`\\b(\\w+) :?= ${literally(receiver)}\\.Header\\(\\)`).exec(before)?.[1];
  return held !== undefined && new RegExp(`\\b${held}\\[`).test(before);
}

/** `render.JSON(w, map[string]any{…})`: the object that is given with the response to what writes one, by its name. */
export function writtenWith(context: FileContext, response: SyntaxNode): Expression | undefined {
  const call = callTaking(context, response);
  if (call && calleeName(call) === 'NewEncoder') return encodedBy(context, call);
  if (!call || !/json|xml|yaml|render|encode|respond/i.test(calleeName(call))) return undefined;
  const objects = call.arguments.map(({ value }) => value).filter((value) => context.resolve(value).kind === 'object');
  const [only, ...others] = objects;
  return others.length === 0 ? only : undefined;
}

/** `encoder := json.NewEncoder(w); encoder.SetIndent("", " "); encoder.Encode(body)` */
function encodedBy(context: FileContext, encoder: CallView): Expression | undefined {
  const name = context.scopes.nameHolding(encoder);
  const end = context.functionAround(encoder.node)?.node.end;
  if (name === undefined || end === undefined) return undefined;
  const encoding = new RegExp(`(?<![\\w.])${literally(name)}\\.Encode\\(`, 'g');
  const [found, ...others] = context.text.slice(encoder.node.end, end).matchAll(encoding);
  if (!found || others.length > 0) return undefined;
  const given = encoder.node.end + found.index + found[0].length;
  return callTaking(context, context.tree.root.at(given))?.arguments[0]?.value;
}

/** The call that has a node for an argument. */
export function callTaking({ language }: FileContext, node: SyntaxNode): CallView | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) {
    const view = language.expression(parent);
    if (view.kind === 'call' && view.argumentsNode?.contains(node)) return view;
    if (view.kind === 'function' || language.statement(parent).kind === 'block') return undefined;
  }
  return undefined;
}

/** `ShouldBindJSON(c)`, `getUser(ctx)`, `currentSession(c)`, `userIDFromToken(c)`: where the response stands for its request as well. */
function isReading(call: CallView): boolean {
  return /^(?:try|must|should)?_?(?:get|is|has|can|read|parse|bind|find|load|current|extract|validate|decode|fetch|lookup|log|trace|debug|with)(?![a-z])|from_?(?:token|context|ctx|request|session|header|cookie|path|query|url)$/i.test(
    calleeName(call).replace(/([a-z\d])([A-Z])/g, '$1_$2'),
  );
}

/**
 * `shelf, err := store.Create(c, name)` of a context that stands for the request as well: what gives a value has not
 * answered. What is given a `http.ResponseWriter` writes.
 */
function isAskedForValue({ language, scopes }: FileContext, call: CallView, response: SyntaxNode): boolean {
  if (!language.errorsAreValues || response.text.length > 4) return false;
  const [definition] = scopes.definitions(response.text, response);
  const type = definition?.kind === 'parameter' ? definition.parameter.type : undefined;
  if (type === undefined || !/(?:Context|Ctx)$/.test(type)) return false;
  for (let parent = call.node.parent, steps = 0; parent && steps < 3; parent = parent.parent, steps++) {
    const view = language.statement(parent);
    if (view.kind === 'definition')
      return view.bindings.some(
        ({ name, value }) => value?.node === call.node && !/^(?:e|err|ok|\w*(?:Err|OK|Ok))$/.test(name),
      );
  }
  return false;
}

/** True where a known event has the response in that very place: `http.Error(w, …)`, `json.NewEncoder(w).Encode(…)`. */
function holdsResponse(event: ResponseEvent, node: SyntaxNode): boolean {
  const bound = event.bindings.get('RES');
  return bound?.kind === 'expression' && bound.expression.node.contains(node);
}
