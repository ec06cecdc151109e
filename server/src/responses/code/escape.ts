import type { CallView, Expression } from '../../languages/views.ts';
import { literally, wholeWord } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from './context.ts';

/**
 * True when an error that is made here leaves the function, and so becomes a response: it is thrown, returned, passed to
 * a callback, or held by a name that is. An error that the function itself catches does not, unless the `catch` passes
 * it on. `raised` says that the expression throws by itself.
 */
export function isEscaping(context: FileContext, expression: Expression, raised = false): boolean {
  const thrown = raised ? expression.node : exitOf(context, expression);
  return thrown !== undefined && !isCaughtFor(context, thrown, className(expression));
}

/** True of a value that the function gives back itself, or to a callback: not as a part of something else. */
export function isGivenBack(context: FileContext, expression: Expression): boolean {
  return wayOut(context, expression.node) !== undefined;
}

/** True of a value that is thrown, or passed to what takes errors. */
export function isThrown(context: FileContext, expression: Expression): boolean {
  const way = wayOut(context, expression.node);
  return way === 'throw' || way === 'pass';
}

export type WayOut = 'return' | 'throw' | 'pass';

/** How a value leaves the function it is made in: absent where it goes into something else, or nowhere. */
export function wayOut(context: FileContext, value: SyntaxNode): WayOut | undefined {
  const { language } = context;
  let node = value;
  for (let parent = node.parent; parent; node = parent, parent = parent.parent) {
    if (language.isTransparent(parent)) continue;
    const outer = language.expression(parent);
    if (outer.kind === 'choice' || outer.kind === 'logical') continue;
    // `return response, nil`
    if (outer.kind === 'list' && outer.isTuple && isReturned(context, parent)) return 'return';
    if (outer.kind === 'function') return outer.body === node ? 'return' : undefined;
    if (outer.kind === 'assignment') {
      return outer.target.kind === 'name' ? wayOutOfName(context, outer.target.name, parent) : undefined;
    }
    if (outer.kind === 'call') {
      // `Object.assign(new Error('…'), { status: 404 })` is the error itself, `Promise.resolve({ … })` the value
      if (/^(?:Object\.assign|Promise\.resolve)$/.test(outer.callee.node.text)) continue;
      if (carriesResponse(outer, value))
        return outer.callee.node.text === 'abort' || wayOut(context, parent) === 'throw' ? 'throw' : undefined;
      return isCallback(outer.callee) ? 'pass' : undefined;
    }
    if (outer.kind !== 'other') return undefined;
    const statement = language.statement(parent);
    if (statement.kind === 'exit') return statement.how === 'leave' ? undefined : statement.how;
    if (statement.kind === 'definition') {
      const name = statement.bindings.find((binding) => binding.value?.node.contains(value))?.name;
      return name === undefined ? undefined : wayOutOfName(context, name, parent);
    }
    if (statement.kind !== 'other') return undefined;
  }
  return undefined;
}

/** `raise HTTPException(response=refusal)`, `abort(make_response(…))`: what an error is given as its response is sent as it is. */
function carriesResponse(call: CallView, given: SyntaxNode): boolean {
  const { callee, arguments: all } = call;
  const isAborted = callee.kind === 'name' && callee.name === 'abort' && all.length === 1;
  return all.some(({ name, value }) => (name === 'response' || isAborted) && value.node.contains(given));
}

/** True of the several values that a function gives back where errors are one of them. */
function isReturned({ language }: FileContext, tuple: SyntaxNode): boolean {
  return (
    language.errorsAreValues === true && tuple.parent !== undefined && language.statement(tuple.parent).kind === 'exit'
  );
}

function wayOutOfName(context: FileContext, name: string, from: SyntaxNode): WayOut | undefined {
  const use = useOf(context, name, from);
  if (!use) return wayOutOfCarried(context, name, from);
  return /^(?:throw|raise)$/.test(use.text) ? 'throw' : use.text === 'return' ? 'return' : 'pass';
}

/** `refusal = Response(…)` … `raise HTTPException(response=refusal)`, `abort(refusal)` */
function wayOutOfCarried(context: FileContext, name: string, from: SyntaxNode): WayOut | undefined {
  const around = context.functionAround(from)?.body ?? context.tree.root;
  const carried = new RegExp(`\\b(?:response\\s*=|abort\\()\\s*(?=${wholeWord(name).source}\\s*[,)])`).exec(
    context.text.slice(from.end, around.end),
  );
  if (!carried) return undefined;
  return wayOut(context, context.tree.root.at(from.end + carried.index + carried[0].length));
}

function exitOf(context: FileContext, expression: Expression): SyntaxNode | undefined {
  const { language } = context;
  if (expression.kind === 'assignment') {
    const holder = rootOf(expression.target);
    return holder.kind === 'name' ? useOf(context, holder.name, expression.node) : undefined;
  }
  let node = expression.node;
  for (let parent = node.parent; parent; parent = parent.parent) {
    const view = language.statement(parent);
    if (view.kind === 'exit') return view.value ? parent : undefined;
    if (view.kind === 'definition') {
      const binding = view.bindings.find(({ value }) => value === expression || value?.node.contains(node));
      return binding && useOf(context, binding.name, parent);
    }
    if (view.kind === 'function') return view.body === node ? parent : undefined;
    if (view.kind === 'block') return undefined;
    const outer = language.expression(parent);
    if (outer.kind === 'call' && outer.argumentsNode?.contains(node)) {
      if (isPassing(outer.callee)) return parent;
      // `Object.assign(new Error('…'), { status: 404 })` is the error itself
    }
    if (outer.kind === 'function') return parent;
    node = parent;
  }
  return undefined;
}

/** `error` of `error.output.statusCode`. */
function rootOf(expression: Expression): Expression {
  return expression.kind === 'member' ? rootOf(expression.object) : expression;
}

/** The callbacks that take an error: `next(error)`, `reject(error)`, `callback(error)`, `Promise.reject(error)`. */
function isPassing(callee: Expression): boolean {
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return /^(?:next|reject|cb|callback|done|fail|raise|throwError|abort|handleError|respondWithError|sendError|send)$/i.test(
    name,
  );
}

function isCallback(callee: Expression): boolean {
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return /^(?:next|reject|cb|callback|done|succeed|throwError)$/i.test(name);
}

/** Where a name that holds an error is thrown, returned or passed on, in the same function. */
function useOf(context: FileContext, name: string, from: SyntaxNode): SyntaxNode | undefined {
  const around = context.functionAround(from)?.body ?? context.tree.root;
  const text = context.text.slice(from.end, around.end);
  const word = wholeWord(name).source;
  const use = new RegExp(
    `\\b(?:throw|raise|return)\\s+${word}|\\b(?:next|reject|cb|callback|done)\\s*\\(\\s*${word}`,
  ).exec(text);
  return use ? context.tree.root.at(from.end + use.index) : undefined;
}

/** An error thrown inside a `try` is not what is sent, unless its handler gives it on. */
function isCaughtFor(context: FileContext, thrown: SyntaxNode, thrownClass: string): boolean {
  const { language } = context;
  let around = context.functionAround(thrown)?.node;
  const isCall = language.statement(thrown).kind !== 'exit';
  let child = thrown;
  for (let node = thrown.parent; node; node = node.parent) {
    if (child === around) {
      if (!isAwaitedCallback(context, around)) return false;
      around = context.functionAround(around.parent ?? around)?.node;
    }
    const view = language.statement(node);
    if (view.kind === 'try' && view.body.contains(thrown)) {
      const exit = language.statement(thrown);
      if (exit.kind === 'exit' && exit.how === 'return') return false;
      if (isCall && isPassingCall(context, thrown)) return false;
      const handler = view.handlers.find(({ types }) => types.length === 0 || catches(types, thrownClass));
      if (handler) return !givesOn(handler.binding, handler.body.text);
    }
    child = node;
  }
  return false;
}

/** `await database.transaction(async () => { throw … })`: what the function throws, the call throws. */
function isAwaitedCallback({ language }: FileContext, around: SyntaxNode): boolean {
  const call = around.parent?.parent && language.expression(around.parent.parent);
  return (
    call?.kind === 'call' &&
    call.arguments.some(({ value }) => value.node === around) &&
    /\bawait\s+$/.test(call.node.tree.text.slice(Math.max(0, call.node.start - 12), call.node.start))
  );
}

/** What is made of a class that is called; empty where it is made otherwise: `abort(404)`. */
function className(expression: Expression): string {
  if (expression.kind !== 'call' || !expression.constructs) return '';
  const { callee } = expression;
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}

/** True of the class itself, of those all errors extend, and of those all errors of HTTP do. */
function catches(types: readonly string[], thrownClass: string): boolean {
  return types.some((type) => {
    const name = type.slice(type.lastIndexOf('.') + 1);
    return (
      name === thrownClass ||
      /^(?:Base)?(?:Exception|Error|Throwable)$|^(?:Starlette|Base)?(?:HTTP|Http|API|Api)(?:Exception|Error)$/.test(
        name,
      )
    );
  });
}

function isPassingCall(context: FileContext, node: SyntaxNode): boolean {
  const view = context.language.expression(node);
  return view.kind === 'call' && isPassing(view.callee);
}

function givesOn(binding: string | undefined, body: string): boolean {
  // `raise` by itself gives on what was caught
  if (/\braise[ \t]*(?:$|[\r\n;#])/m.test(body)) return true;
  if (binding === undefined) return false;
  const name = literally(binding);
  return (
    new RegExp(
      `\\b(?:throw|raise)\\s+${name}\\b|\\breturn\\s+${name}\\b|\\b(?!log|console|debug|warn|info|error)\\w+\\s*\\(\\s*(?:\\w+\\s*,\\s*)*${name}\\s*[,)]|\\b${name}\\.(?:status|statusCode|status_code|output|getStatus|get_response|code)\\b`,
    ).test(body) || sendsStatusOf(name, body)
  );
}

/** `const { message, statusCode = 500 } = error; res.status(statusCode).send(message)`; not where it only goes into a cookie. */
function sendsStatusOf(name: string, body: string): boolean {
  const [, status] = new RegExp(`\\b(status(?:Code)?)\\b[^{}]*\\}\\s*=\\s*${name}\\b`).exec(body) ?? [];
  if (status === undefined) return false;
  return new RegExp(
    `\\.(?:status|sendStatus|code|writeHead)\\(\\s*${status}\\b|\\bstatus(?:Code)?:\\s*${status}\\b`,
  ).test(body);
}
