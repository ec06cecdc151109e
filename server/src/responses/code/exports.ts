import type { ClassView, Expression, FunctionView } from '../../languages/views.ts';
import { ownPackage } from '../knowledge.ts';
import type { ImportedName } from '../summaries/summary.ts';
import type { FileContext } from './context.ts';
import { nameOfFunction, typedName } from './typedNames.ts';

/** What a file gives to others by a name. */
export type ExportedThing =
  | { readonly kind: 'function'; readonly function: FunctionView }
  | { readonly kind: 'class'; readonly class: ClassView }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, ExportedThing> }
  | { readonly kind: 'number'; readonly value: number }
  /** What a call gives that a name holds: a router, an object of a class. */
  | { readonly kind: 'made'; readonly name: string | undefined; readonly of: ExportedThing | undefined }
  | { readonly kind: 'import'; readonly to: ImportedName }
  | { readonly kind: 'other' };

export type Exports = ReadonlyMap<string, ExportedThing>;

/** The name of what a module is as a whole, where it is one thing: `module.exports = router`. */
export const wholeModule = '=';
const other: ExportedThing = { kind: 'other' };
const maximumDepth = 5;
const mostMembers = 300;

const known = new WeakMap<FileContext, Exports>();

/** What a file exports; names of everything of another module are listed by {@link starsOf}. */
export function exportsOf(context: FileContext): Exports {
  let found = known.get(context);
  if (!found) {
    found = readExports(context);
    known.set(context, found);
  }
  return found;
}

/** The modules that a file passes on as they are: `export * from '../users'`. */
export function starsOf({ language, tree }: FileContext): readonly string[] {
  const views = language.exports?.(tree) ?? [];
  return views.flatMap(({ name, from }) => (name === '*' && from ? [from.source] : []));
}

function readExports(context: FileContext): Exports {
  const { language, tree, scopes } = context;
  const found = new Map<string, ExportedThing>();
  if (!language.exports) {
    // what stands at the top is everyone's
    for (const name of [...scopes.topLevel.keys()]) found.set(name, thingNamed(context, name, 0));
    if (language.declaresTypes)
      for (const [name, view] of methodsOutside(context)) found.set(name, { kind: 'function', function: view });
    if (language.sharesFolder) return found;
    for (const { source, names } of context.imports) {
      for (const [local, name] of names) {
        if (!found.has(local)) found.set(local, { kind: 'import', to: { source, path: name === '*' ? [] : [name] } });
      }
    }
    return found;
  }
  for (const { name, local, node, from } of language.exports(tree)) {
    if (name === '*') continue;
    if (from)
      found.set(name, { kind: 'import', to: { source: from.source, path: from.name === '*' ? [] : [from.name] } });
    else if (local !== undefined) found.set(name, thingNamed(context, local, 0));
    else if (node) found.set(name, thingAt(context, node, 0));
  }
  return found;
}

/** Methods that stand outside of their types, by the names of both: `Users.Create`. */
export function* methodsOutside({ language, tree }: FileContext): Iterable<readonly [string, FunctionView]> {
  for (const node of tree.root.namedChildren) {
    const view = language.statement(node);
    const name = view.kind === 'function' && view.receiver ? nameOfFunction(view) : undefined;
    if (view.kind === 'function' && name !== undefined) yield [name, view];
  }
}

function thingAt(context: FileContext, node: Expression['node'], depth: number): ExportedThing {
  const statement = context.language.statement(node);
  if (statement.kind === 'class') return { kind: 'class', class: statement };
  if (statement.kind === 'function') return { kind: 'function', function: statement };
  return thingOf(context, context.language.expression(node), depth);
}

function thingNamed(context: FileContext, name: string, depth: number): ExportedThing {
  const definitions = context.scopes.topLevel.get(name) ?? [];
  const definition = definitions[0];
  const imported = context.importOf(name);
  if (imported && (!definition || definition.kind === 'value'))
    return { kind: 'import', to: { source: imported.source, path: imported.name === '*' ? [] : [imported.name] } };
  switch (definition?.kind) {
    case 'function':
      return { kind: 'function', function: definition.function };
    case 'class':
      return { kind: 'class', class: definition.class };
    case 'value': {
      const { value, path } = definition.binding;
      if (!value || path.length > 0 || definitions.length > 1) return other;
      return value.kind === 'name' && value.name === name ? other : thingOf(context, value, depth + 1, name);
    }
    case undefined:
      if (context.language.sharesFolder) return { kind: 'import', to: { source: ownPackage, path: [name] } };
      return implementationOf(context, name) ?? other;
    default:
      return other;
  }
}

/** The class of a file that implements an interface, where it is the only one. */
function implementationOf({ scopes, language }: FileContext, name: string): ExportedThing | undefined {
  if (language.family !== 'javascript') return undefined;
  const classes = [...scopes.topLevel.values()].flat().flatMap((each) => (each.kind === 'class' ? [each.class] : []));
  const [implementation, another] = classes.filter(({ node }) => {
    const [, interfaces = ''] = /^[^{]*?\bimplements\s+([^{]+)/.exec(node.text) ?? [];
    return interfaces.split(',').some((each) => each.trim().replace(/<.*$/, '') === name);
  });
  return implementation && !another ? { kind: 'class', class: implementation } : undefined;
}

/** What a parameter is by its declared type: `createRoutes(users: UserController)`. */
function thingOfType(context: FileContext, { name, node }: Expression & { kind: 'name' }): ExportedThing {
  const [definition] = context.scopes.definitions(name, node);
  const type = definition?.kind === 'parameter' ? definition.parameter.type : undefined;
  if (context.language.family !== 'javascript' || !type || !/^[A-Z]\w*$/.test(type)) return other;
  const thing = thingNamed(context, type, 0);
  return thing.kind === 'import' || thing.kind === 'class' ? thing : other;
}

/** What an expression at the top of a file stands for. */
export function thingOf(context: FileContext, expression: Expression, depth = 0, name?: string): ExportedThing {
  if (depth > maximumDepth) return other;
  if (expression.kind === 'name' && !isLocal(context, expression))
    return thingNamed(context, expression.name, depth + 1);
  const value = context.resolve(expression);
  switch (value.kind) {
    case 'function':
      return { kind: 'function', function: value };
    case 'number':
      return { kind: 'number', value: value.value };
    case 'name':
      return isLocal(context, value) ? thingOfType(context, value) : thingNamed(context, value.name, depth + 1);
    case 'object': {
      const members = value.entries
        .slice(0, mostMembers)
        .map((entry) => [entry.key, thingOf(context, entry.value, depth + 1)] as const);
      return { kind: 'object', members: new Map(members) };
    }
    // `[validate, create]`: the middleware of a route, and what answers in the end
    case 'list': {
      const last = value.elements.at(-1);
      const thing = last ? thingOf(context, last, depth + 1) : other;
      return thing.kind === 'function' ? thing : other;
    }
    case 'member': {
      const named = typedName(context, value);
      if (named) return { kind: 'import', to: named };
      const inner = thingOf(context, value.object, depth + 1);
      return memberOf(inner, value.property) ?? other;
    }
    case 'call':
      return madeBy(context, value, depth, name ?? (expression.kind === 'name' ? expression.name : undefined));
    default:
      return other;
  }
}

/** True of a name that a function defines: it hides one at the top. */
function isLocal({ scopes }: FileContext, { name, node }: Expression & { kind: 'name' }): boolean {
  const [definition] = scopes.definitions(name, node);
  return definition !== undefined && definition !== scopes.topLevel.get(name)?.[0];
}

function madeBy(
  context: FileContext,
  call: Expression & { kind: 'call' },
  depth: number,
  name: string | undefined,
): ExportedThing {
  const { callee } = call;
  const named = typedName(context, call);
  if (named) return { kind: 'made', name, of: { kind: 'import', to: named } };
  if (call.constructs || /^[A-Z]/.test(callee.kind === 'name' ? callee.name : '')) {
    const of = callee.kind === 'name' ? thingNamed(context, callee.name, depth + 1) : undefined;
    return { kind: 'made', name, of: of?.kind === 'other' ? undefined : of };
  }
  // `new Hono().get('/', (c) => …)`: a router with its routes
  if (isMadeInChain(callee)) return { kind: 'made', name, of: undefined };
  // `users.create.bind(users)`
  if (callee.kind === 'member' && callee.property === 'bind') return thingOf(context, callee.object, depth + 1);
  // `asyncHandler(async (req, res) => …)` gives the function it is given, in other clothes
  for (const { value } of call.arguments) {
    if (value.kind === 'function') return { kind: 'function', function: value };
  }
  return { kind: 'made', name, of: undefined };
}

function isMadeInChain(callee: Expression): boolean {
  let root = callee;
  while (root.kind === 'member' || (root.kind === 'call' && !root.constructs))
    root = root.kind === 'member' ? root.object : root.callee;
  return root.kind === 'call' && root !== callee;
}

/** A member of what is exported: of an object, of a class, of an object of a class, of an imported module. */
export function memberOf(thing: ExportedThing, name: string): ExportedThing | undefined {
  switch (thing.kind) {
    case 'object':
      return thing.members.get(name);
    case 'class': {
      const method = thing.class.methods.find((each) => each.name === name);
      if (method) return { kind: 'function', function: method };
      const value = thing.class.fields.find((field) => field.name === name)?.value;
      if (value?.kind === 'function') return { kind: 'function', function: value };
      const given =
        value?.kind === 'call' ? value.arguments.find((argument) => argument.value.kind === 'function') : undefined;
      if (given?.value.kind === 'function') return { kind: 'function', function: given.value };
      return value?.kind === 'number' ? { kind: 'number', value: value.value } : undefined;
    }
    case 'made':
      return thing.of && memberOf(thing.of, name);
    case 'import':
      return { kind: 'import', to: { source: thing.to.source, path: [...thing.to.path, name] } };
    default:
      return undefined;
  }
}

/** The functions that others reach by the names they are exported by: `['create']`, `['Users', 'create']`. */
export function* exportedFunctions(
  context: FileContext,
): Iterable<{ readonly path: readonly string[]; readonly function: FunctionView }> {
  for (const [name, thing] of exportsOf(context)) yield* functionsIn(thing, [name], 0);
}

function* functionsIn(
  thing: ExportedThing,
  path: readonly string[],
  depth: number,
): Iterable<{ readonly path: readonly string[]; readonly function: FunctionView }> {
  if (depth > 3) return;
  switch (thing.kind) {
    case 'function':
      yield { path, function: thing.function };
      break;
    case 'object':
      for (const [name, member] of thing.members) yield* functionsIn(member, [...path, name], depth + 1);
      break;
    case 'class': {
      const names = [...thing.class.methods, ...thing.class.fields].flatMap((each) => each.name ?? []);
      for (const name of names) {
        const member = memberOf(thing, name);
        if (member) yield* functionsIn(member, [...path, name], depth + 1);
      }
      break;
    }
    case 'made':
      if (thing.of) yield* functionsIn(thing.of, path, depth + 1);
      break;
    default:
      break;
  }
}
