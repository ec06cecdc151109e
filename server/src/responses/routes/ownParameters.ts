import { isConstructor } from '../../languages/constructors.ts';
import type { CallView, FunctionView, Parameter } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { isCodeName, isStatusName } from '../code/naming.ts';
import { isAmbiguous } from '../code/reading.ts';

/** A function, method or class of this file that a call uses, as far as its parameters tell what they take. */
interface Helper {
  readonly function: FunctionView;
  readonly parameters: readonly Parameter[];
}

/** True where the parameter that an argument is for carries a status to a response, an error or a result. */
export function takesStatus(context: FileContext, call: CallView, child: SyntaxNode, code: number): boolean {
  const at = call.arguments.findIndex(({ value }) => value.node.contains(child));
  if (at < 0 || call.arguments.slice(0, at + 1).some(({ spread }) => spread)) return false;
  const helper = helperOf(context, call);
  const name = helper?.parameters[at]?.name;
  if (!helper || name === undefined) return false;
  if (carries(helper.function, name)) return true;
  return isStatusName(name) && !isAmbiguous(name, '', code);
}

function helperOf(context: FileContext, call: CallView): Helper | undefined {
  const { callee } = call;
  if (callee.kind === 'member') {
    if (callee.object.kind !== 'name') return undefined;
    const owner =
      callee.object.name === 'this'
        ? context.language.classAround(call.node)
        : classNamed(context, callee.object.name, callee.object.node);
    return withParameters(owner?.methods.find((method) => method.name === callee.property));
  }
  if (callee.kind !== 'name') return undefined;
  if (call.constructs) return constructorOf(context, callee.name, callee.node, 0);
  const definition = context.scopes.definitions(callee.name, callee.node)[0];
  if (definition?.kind === 'function') return withParameters(definition.function);
  if (definition?.kind !== 'value' || !definition.binding.value || definition.binding.path.length > 0) return undefined;
  const value = definition.binding.value;
  return value.kind === 'function' ? withParameters(value) : undefined;
}

function constructorOf(context: FileContext, name: string, at: SyntaxNode, depth: number): Helper | undefined {
  const found = classNamed(context, name, at);
  if (!found || depth > 4) return undefined;
  const own = found.methods.find((method) => isConstructor(method.name));
  if (own) return withParameters(own);
  return found.base?.kind === 'name' ? constructorOf(context, found.base.name, found.base.node, depth + 1) : undefined;
}

function classNamed(context: FileContext, name: string, at: SyntaxNode) {
  const definition = context.scopes.definitions(name, at)[0];
  return definition?.kind === 'class' ? definition.class : undefined;
}

function withParameters(found: FunctionView | undefined): Helper | undefined {
  return found && { function: found, parameters: found.parameters };
}

/** The parameter comes to where a status is set, in the text of the function: `res.status(code)`, `{ statusCode: code }`. */
function carries(helper: FunctionView, name: string): boolean {
  const { body } = helper;
  if (!body || body.end - body.start > 5000) return false;
  const word = literally(name);
  const sets = new RegExp(
    `\\.(?:status|sendStatus|code|writeHead|setStatus|setStatusCode|throw)\\(\\s*${word}\\b|\\b(?:status|status_?code|http_?status)\\s*[:=]\\s*${word}\\b`,
    'i',
  );
  if (sets.test(body.text)) return true;
  // `{ statusCode }`, `super(message, code)`
  if (!isCodeName(name)) return false;
  return isStatusName(name)
    ? new RegExp(`[{,]\\s*${word}\\s*[,}]`).test(body.text)
    : /\bsuper\([^)]*\bcode\b/.test(body.text);
}
