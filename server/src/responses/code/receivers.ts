import { type Framework, isModule, type Receiver } from '../../frameworks/framework.ts';
import { type HoleRules, matchPattern } from '../../languages/patterns.ts';
import type { Expression, FunctionView, NameView, Parameter } from '../../languages/views.ts';
import { codeOfConstant } from '../../status/constants.ts';
import { statusFacts } from '../../status/registry.ts';
import { statusValue } from '../statuses/status.ts';
import type { FileContext } from './context.ts';
import { isCodeName } from './naming.ts';
import type { Definition } from './scope.ts';

export const methods = [
  'get',
  'head',
  'post',
  'put',
  'patch',
  'delete',
  'options',
  'trace',
  'all',
  'any',
  'del',
  'opts',
  'query',
  'search',
];
const methodNames = new Set(methods);

/** What a word in a `METHOD` position stands for, upper case; `ALL` for any. */
export function methodOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!methodNames.has(lower)) return undefined;
  if (lower === 'del') return 'DELETE';
  if (lower === 'opts') return 'OPTIONS';
  return lower === 'any' ? 'ALL' : lower.toUpperCase();
}

/** The method that a text or constant names: `'POST'`, `http.MethodPost`. */
export function methodNamed(expression: Expression): string | undefined {
  if (expression.kind === 'string') return methodOf(expression.value);
  const name =
    expression.kind === 'member' ? expression.property : expression.kind === 'name' ? expression.name : undefined;
  const constant = name && /^(?:Method(?=[A-Z]))?([A-Z][A-Za-z]+)$/.exec(name)?.[1];
  return constant ? methodOf(constant) : undefined;
}

/** The code a word in a `REASON` position stands for. */
export function reasonOf(framework: Framework, word: string): number | undefined {
  return ownReason(framework, word) ?? commonReason(word);
}

/** The code that a framework alone has the word for. */
export function ownReason({ reasons }: Framework, word: string): number | undefined {
  return reasons && Object.hasOwn(reasons, word) ? reasons[word] : undefined;
}

/** The code that a word stands for in every framework; .NET's name for 302 is everyone else's for any of them. */
export function commonReason(word: string): number | undefined {
  return word.length > 1 && !/^redirect$/i.test(word) ? codeOfConstant(word) : undefined;
}

const holesByContext = new WeakMap<FileContext, Map<string, FrameworkHoles>>();

/** What decides for a file and framework, with what it has decided already. */
export function holesOf(context: FileContext, framework: Framework): FrameworkHoles {
  let known = holesByContext.get(context);
  if (!known) {
    known = new Map();
    holesByContext.set(context, known);
  }
  let holes = known.get(framework.name);
  if (!holes) {
    holes = new FrameworkHoles(context, framework);
    known.set(framework.name, holes);
  }
  return holes;
}

/** Decides for one file and framework what the holes of patterns take. */
class FrameworkHoles implements HoleRules {
  readonly #context: FileContext;
  readonly #framework: Framework;
  readonly #receivers = new Map<string, Map<Expression, boolean>>();
  /** By where they begin, the values whose making is being looked into. */
  readonly #followed = new Set<number>();

  constructor(context: FileContext, framework: Framework) {
    this.#context = context;
    this.#framework = framework;
  }

  acceptsWord(hole: string, word: string): boolean {
    if (hole === 'METHOD') return methodOf(word) !== undefined;
    if (hole === 'REASON') return reasonOf(this.#framework, word) !== undefined;
    return true;
  }

  nameOf({ name, node }: NameView): string {
    const definition = this.#context.scopes.definitions(name, node)[0];
    if (definition && definition.kind !== 'value') return name;
    return this.#context.nameIn(this.#framework, name) ?? this.#memberOfModule(definition) ?? name;
  }

  /** `NotFoundError` of `var NotFoundError = errors.NotFoundError` and `const { NotFoundError } = errors`. */
  #memberOfModule(definition: Definition | undefined): string | undefined {
    if (definition?.kind !== 'value') return undefined;
    const { value, path } = definition.binding;
    const [first, ...deeper] = path;
    const isMember = value?.kind === 'member' && path.length === 0;
    const holder = isMember ? value.object : deeper.length === 0 && first !== undefined ? value : undefined;
    const { moduleName } = this.#framework;
    if (holder?.kind !== 'name' || !moduleName || this.#context.nameIn(this.#framework, holder.name) !== moduleName)
      return undefined;
    return isMember ? value.property : typeof first === 'string' ? first : undefined;
  }

  /** `notFound`, `HTTPException`: the framework's own where it is imported from it, or defined by nobody here. */
  acceptsName({ name, node }: NameView, mustBeImported: boolean): boolean {
    if (this.#framework.isOfProject) return true;
    const imported = this.#context.importOf(name);
    const first = this.#context.scopes.definitions(name, node)[0];
    if (imported && (!first || first.kind === 'value'))
      return this.#isOwnModule(imported.source) || (isProjectModule(imported.source) && this.#isImported);
    if (!first) return !mustBeImported;
    if (this.#memberOfModule(first) !== undefined) return true;
    // `({ status }) => status(404)`
    return !mustBeImported && first.kind === 'property' && this.#isImported;
  }

  isModule(expression: Expression): boolean {
    const path = this.#context.modulePath(expression);
    return path !== undefined && this.#isOwnModule(path);
  }

  resolve(expression: Expression): Expression {
    return this.#context.resolve(expression);
  }

  accepts(hole: string, expression: Expression): boolean {
    const receiver = this.#framework.receivers?.[hole];
    if (receiver) return this.#isReceiver(hole, receiver, expression);
    switch (hole) {
      case 'STATUS':
        return canBeStatus(expression.kind === 'name' ? this.#context.resolve(expression) : expression);
      case 'DATA':
        return ['object', 'list', 'string'].includes(this.#context.resolve(expression).kind);
      case 'CODE':
        return isSeenToBeStatus(this.#context, expression);
      case 'REASON':
        return expression.kind !== 'string' || reasonOf(this.#framework, expression.value) !== undefined;
      case 'HEADERS':
        return !['function', 'number', 'string', 'boolean'].includes(expression.kind);
      case 'NAME':
      case 'URL':
        return expression.kind !== 'function' && expression.kind !== 'number' && expression.kind !== 'object';
      case 'PATH':
        return !['function', 'object', 'number', 'call'].includes(expression.kind);
      default:
        return true;
    }
  }

  /** Several patterns of a framework ask the same of one place. */
  #isReceiver(hole: string, receiver: Receiver, expression: Expression): boolean {
    let known = this.#receivers.get(hole);
    if (!known) {
      known = new Map();
      this.#receivers.set(hole, known);
    }
    let isReceiver = known.get(expression);
    if (isReceiver === undefined) {
      isReceiver = this.#receives(hole, receiver, expression, 0);
      known.set(expression, isReceiver);
    }
    return isReceiver;
  }

  #receives(hole: string, receiver: Receiver, expression: Expression, depth: number): boolean {
    if (depth > 40) return false;
    if (expression.kind === 'name') return this.#named(hole, receiver, expression, depth);
    for (const { pattern } of this.#context.compiled.receiver(this.#framework, hole)) {
      if (matchPattern(pattern, expression, this)) return true;
    }
    // a link of a chain gives its receiver back
    if (expression.kind === 'call' && !expression.constructs && expression.callee.kind === 'member') {
      return this.#receives(hole, receiver, expression.callee.object, depth + 1);
    }
    return false;
  }

  #named(hole: string, receiver: Receiver, expression: Expression & { kind: 'name' }, depth: number): boolean {
    const { name, node } = expression;
    const definitions = this.#context.scopes.definitions(name, node);
    const defined = definitions[0];
    // `api := api.PathPrefix('/v1').Subrouter()`, half typed or shadowing: what a value is made of itself tells nothing
    // and would have no end, so the name tells, as one that is defined elsewhere
    const isMadeOfItself = defined?.kind === 'value' && this.#followed.has(defined.binding.value?.node.start ?? -1);
    const first = isMadeOfItself ? undefined : defined;
    switch (first?.kind) {
      case 'parameter':
        return this.#isParameter(receiver, name, first.parameter, first.index, first.function);
      case 'property':
        return receiver.names.includes(name) && this.#isImported;
      case 'value': {
        const { value, path } = first.binding;
        if (!value) return false;
        if (path.length > 0) return receiver.names.includes(name) && this.#isImported;
        this.#followed.add(value.node.start);
        const isMade = this.#receives(hole, receiver, value, depth + 1);
        this.#followed.delete(value.node.start);
        if (isMade) return true;
        // an application that a function of the code base builds; a response may come from anywhere
        return hole !== 'RES' && value.kind === 'call' && receiver.names.includes(name) && this.#isImported;
      }
      case 'function':
      case 'class':
        return false;
      case 'caught':
        return receiver.certain === true && receiver.names.includes(name);
      default:
        return receiver.names.includes(name) && (receiver.certain === true || this.#isImported);
    }
  }

  #isParameter(receiver: Receiver, name: string, parameter: Parameter, index: number, around: FunctionView): boolean {
    const type = parameter.type && typeName(parameter.type);
    const isExpected = around.parameters.some((other, at) => isBeside(receiver, other, at - index));
    if (type && type !== 'any' && type !== 'unknown') {
      // one type name belongs to several libraries: `Response` of Express and of the Web
      const imported = this.#context.importOf(type) ?? this.#context.importOf(qualifierOf(parameter.type ?? ''));
      // a type with its package before it is nobody else's: `*gin.Context`
      const written = parameter.type?.replace(/^\*/, '') ?? '';
      if (written.includes('.') && receiver.types?.includes(written)) return true;
      if (imported && isOfStandardLibrary(imported) && !this.#isOwnModule(imported.source)) return false;
      if (receiver.types?.includes(type)) {
        if (!imported) return this.#isImported || (receiver.names.includes(name) && !webTypes.has(type));
        if (isProjectModule(imported.source) || this.#isOwnModule(imported.source)) return true;
      } else if (webTypes.has(type) || !/(?:Response|Reply|Context|Ctx|Res)$/.test(type)) return false;
      // a type of the project's own, of another of its packages perhaps: then the name must tell as well
      if (!receiver.names.includes(name) || (imported && this.#context.compiled.knows(imported.source))) return false;
      return isExpected || (!receiver.beside && this.#isImported);
    }
    if (!receiver.names.includes(name)) return false;
    if (receiver.certain || isExpected) return true;
    const callees = calleesAround(this.#context, around);
    if (this.#isImported)
      return !callees.some((callee) => /^(?:then|catch|finally|map|forEach|subscribe)$/.test(callee));
    return callees.some((callee) => receiver.within?.includes(callee));
  }

  get #isImported(): boolean {
    return this.#context.uses(this.#framework);
  }

  #isOwnModule(source: string): boolean {
    return this.#framework.imports.some((module) => isModule(module, source));
  }
}

/** `defineEventHandler(async (event) => …)`: whether a function goes to what takes the handlers of another framework. */
export function isHandlerOfAnother(context: FileContext, framework: Framework, view: FunctionView): boolean {
  const callees = calleesAround(context, view);
  if (callees.length === 0) return false;
  return context.compiled.frameworks.some(
    (other) =>
      other !== framework &&
      Object.values(other.receivers ?? {}).some(({ within }) => within?.some((name) => callees.includes(name))),
  );
}

/** The names of calls that take a function, from the inside out: `get` and `withAuth` of `app.get('/', withAuth(…))`. */
function calleesAround(context: FileContext, view: FunctionView): readonly string[] {
  const names: string[] = [];
  for (let node = view.node.parent; node; node = node.parent) {
    const outer = context.language.expression(node);
    if (outer.kind === 'call') names.push(lastWord(outer.callee));
    else if (outer.kind !== 'other' || context.language.statement(node).kind !== 'other') break;
  }
  return names;
}

function lastWord(expression: Expression): string {
  return expression.kind === 'member' ? expression.property : expression.kind === 'name' ? expression.name : '';
}

/** Types that everyone has without an import. */
const webTypes: ReadonlySet<string> = new Set(['Response', 'Request']);

/** The project's own modules may well extend or pass on the framework's: `./types`, `@/lib/http`, `$lib/server`, `src/http`. */
function isProjectModule(source: string): boolean {
  return /^[.@~#$]+(?:\/|$)|^\.+\w|^[#$]\w|^src\//.test(source);
}

/** A request that is taken apart has no name; it stands before the response. */
function isBeside(receiver: Receiver, other: Parameter, distance: number): boolean {
  if (!receiver.beside || distance === 0) return false;
  if (!other.name) return distance < 0 && other.properties.size > 0;
  return receiver.beside.includes(other.name.replace(/^_/, '')) || receiver.beside.includes(other.name);
}

/** `express.Response<Body>` is `Response`. */
function typeName(type: string): string {
  const bare = type.replace(/<[\s\S]*$/, '').replace(/[&|\s[\]][\s\S]*$/, '');
  return bare.slice(bare.lastIndexOf('.') + 1).replace(/^\*/, '');
}

/** `gin` of `*gin.Context`, where a type says which package it is of. */
function qualifierOf(type: string): string {
  return /^\*?(\w+)\./.exec(type)?.[1] ?? '';
}

/** Go's own packages have no host in their path: `context.Context` is no framework's context. */
function isOfStandardLibrary({ source, packageName }: { source: string; packageName: string | undefined }): boolean {
  return packageName !== undefined && !source.split('/')[0]?.includes('.');
}

/** A registered number or a named constant, and nothing that could be a body as well. */
function isSeenToBeStatus(context: FileContext, expression: Expression): boolean {
  if (expression.kind === 'number') return statusFacts(expression.value) !== undefined;
  if (expression.kind !== 'member' && expression.kind !== 'name' && expression.kind !== 'choice') return false;
  if (expression.kind === 'name' && !isCodeName(expression.name) && !/^[A-Z]/.test(expression.name)) return false;
  if (isStatusOfError(expression)) return true;
  const { options, exhaustive } = statusValue(context, expression);
  return exhaustive && options.every(({ code }) => statusFacts(code) !== undefined);
}

/** `return jsonify(message=error.message), error.code` */
function isStatusOfError(expression: Expression): boolean {
  return (
    expression.kind === 'member' &&
    isCodeName(expression.property) &&
    expression.object.kind === 'name' &&
    /^(?:e|err|error|ex|exc|exception)$/.test(expression.object.name)
  );
}

function canBeStatus(expression: Expression): boolean {
  switch (expression.kind) {
    case 'object':
    case 'function':
    case 'list':
    case 'boolean':
    case 'nothing':
      return false;
    case 'string':
      return /^\d{3}(?: |$)/.test(expression.value) || codeOfConstant(expression.value) !== undefined;
    default:
      return true;
  }
}
