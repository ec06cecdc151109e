import type { CallView, ClassView, Expression, FunctionView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { methodsOutside } from '../code/exports.ts';
import { methodName, typedName } from '../code/typedNames.ts';
import { type Known, ownPackage } from '../knowledge.ts';
import { classSummary, constructorFunctionSummary } from './classes.ts';
import { frameworkClass } from './frameworkClasses.ts';
import type { Answer, ClassSummary } from './summary.ts';
import { throughBase } from './throughCalls.ts';

/** What a call calls: something that answers, an error class, something defined in reach that is neither. */
export type Target =
  | { readonly kind: 'function'; readonly answers: readonly Answer[] }
  | { readonly kind: 'class'; readonly summary: ClassSummary }
  | { readonly kind: 'other' };

const other: Target = { kind: 'other' };
const maximumDepth = 8;

/** Finds what calls of one file call, in the file and in what other files say. */
export class Definitions {
  readonly #context: FileContext;
  readonly #classes = new Map<SyntaxNode, { readonly summary: ClassSummary | undefined }>();
  #answers: ReadonlyMap<SyntaxNode, readonly Answer[]> = new Map();
  #methods: ReadonlyMap<string, FunctionView> | undefined;

  constructor(context: FileContext) {
    this.#context = context;
  }

  /** The functions of the file of which it is known by now how they answer. */
  set answers(answers: ReadonlyMap<SyntaxNode, readonly Answer[]>) {
    this.#answers = answers;
  }

  /** Absent where the definition is out of reach. */
  targetOf(call: CallView): Target | undefined {
    const { callee } = call;
    if (callee.kind === 'name') return this.#named(callee);
    if (callee.kind !== 'member') return undefined;
    return this.#member(callee);
  }

  /** True of a name that the code base gives to an error class of its own. */
  isOwnError(name: string): boolean {
    const definition = this.#context.scopes.topLevel.get(name)?.[0];
    if (definition?.kind === 'class') return this.classOf(definition.class)?.isError ?? false;
    const imported = this.#context.importOf(name);
    const known = imported && this.#context.knowledge?.imported(imported.source, [imported.name]);
    return known?.kind === 'class' && known.summary.isError;
  }

  /** The class of a name, with what its bases say. */
  classOf(view: ClassView, depth = 0): ClassSummary | undefined {
    let known = this.#classes.get(view.node);
    if (!known) {
      known = { summary: undefined };
      this.#classes.set(view.node, known);
      const own = classSummary(this.#context, view);
      const summary = own && depth < maximumDepth ? throughBase(own, this.#baseOf(own, depth + 1)) : own;
      known = { summary };
      this.#classes.set(view.node, known);
    }
    return known.summary;
  }

  #baseOf({ base }: ClassSummary, depth: number): ClassSummary | undefined {
    if (base === undefined) return undefined;
    if (typeof base === 'string') {
      const definition = this.#context.scopes.topLevel.get(base)?.[0];
      if (definition?.kind === 'class') return this.classOf(definition.class, depth);
      return definition?.kind === 'function'
        ? constructorFunctionSummary(this.#context, definition.function)
        : undefined;
    }
    const known = this.#context.knowledge?.imported(base.source, base.path);
    if (known?.kind === 'class') return known.summary;
    const local = this.#context.imports.find(({ source }) => source === base.source);
    for (const [name, imported] of local?.names ?? [])
      if (imported === base.path[0] || (imported === '*' && base.path.length === 0))
        return frameworkClass(this.#context, name);
    return undefined;
  }

  #named(callee: Expression & { kind: 'name' }): Target | undefined {
    const { name, node } = callee;
    const definition = this.#context.scopes.definitions(name, node)[0];
    const imported = this.#context.importOf(name);
    if (imported && (!definition || definition.kind === 'value'))
      return this.#elsewhere(imported.source, imported.name === '*' ? [] : [imported.name]);
    switch (definition?.kind) {
      case 'function':
        return this.#local(definition.function);
      case 'class':
        return this.#class(definition.class);
      case 'value': {
        const value = this.#context.resolve(callee);
        if (value.kind === 'function') return this.#local(value);
        return value.kind === 'call' || value.kind === 'member' ? undefined : other;
      }
      case undefined:
        return targetOfKnown(this.#context.ofOwnPackage(name));
      default:
        return undefined;
    }
  }

  #member(callee: Expression & { kind: 'member' }): Target | undefined {
    const path: string[] = [];
    let root: Expression = callee;
    for (; root.kind === 'member'; root = root.object) path.unshift(root.property);
    if (root.kind !== 'name') return undefined;
    if (/^(?:this|self|super)$/.test(root.name)) {
      const around = path.length === 1 ? this.#context.language.classAround(callee.node) : undefined;
      return around && this.#method(around, path[0] ?? '', root.name === 'super', 0);
    }
    const definition = this.#context.scopes.definitions(root.name, root.node)[0];
    const imported = this.#context.importOf(root.name);
    if (imported && (!definition || definition.kind === 'value'))
      return this.#elsewhere(imported.source, imported.name === '*' ? path : [imported.name, ...path]);
    if (definition?.kind === 'class' && path.length === 1)
      return this.#method(definition.class, path[0] ?? '', false, 0);
    const value = this.#context.property(callee);
    if (value?.kind === 'function') return this.#local(value);
    return value?.kind === 'name' ? this.#named(value) : this.#ofDeclaredType(callee);
  }

  /** `h.renderError(w, 404, text)`: the method of a value whose type is declared, where it answers or makes an error. */
  #ofDeclaredType(callee: Expression & { kind: 'member' }): Target | undefined {
    const named = typedName(this.#context, callee);
    if (!named || named.path.length < 2) return undefined;
    const [type = '', method = ''] = named.path;
    const isOwn = named.source === ownPackage && named.path.length === 2;
    const own = isOwn ? this.#methodsOutside.get(methodName(type, method)) : undefined;
    const target = own ? this.#local(own) : targetOfKnown(this.#context.knowledge?.imported(named.source, named.path));
    return target?.kind === 'function' && target.answers.length > 0 ? target : undefined;
  }

  /** Methods that stand outside of their types, by the names of both. */
  get #methodsOutside(): ReadonlyMap<string, FunctionView> {
    this.#methods ??= new Map(methodsOutside(this.#context));
    return this.#methods;
  }

  #method(view: ClassView, name: string, ofBase: boolean, depth: number): Target | undefined {
    const own = ofBase ? undefined : view.methods.find((method) => method.name === name);
    if (own) return this.#local(own);
    const { base } = view;
    if (base?.kind !== 'name' || depth > maximumDepth) return undefined;
    const definition = this.#context.scopes.definitions(base.name, base.node)[0];
    if (definition?.kind === 'class') return this.#method(definition.class, name, false, depth + 1);
    const imported = this.#context.importOf(base.name);
    const known =
      imported && this.#context.knowledge?.imported(imported.source, imported.name === '*' ? [] : [imported.name]);
    const method = known?.kind === 'class' ? known.summary.methods[name] : undefined;
    return method && { kind: 'function', answers: method.answers };
  }

  #local(view: Expression & { kind: 'function' }): Target {
    const answers = this.#answers.get(view.node);
    if (answers) return { kind: 'function', answers };
    const summary = constructorFunctionSummary(this.#context, view);
    return summary ? { kind: 'class', summary } : other;
  }

  #class(view: ClassView): Target {
    const summary = this.classOf(view);
    return summary ? { kind: 'class', summary } : other;
  }

  #elsewhere(source: string, path: readonly string[]): Target | undefined {
    return targetOfKnown(this.#context.knowledge?.imported(source, path));
  }
}

function targetOfKnown(known: Known | undefined): Target | undefined {
  switch (known?.kind) {
    case 'function':
      return { kind: 'function', answers: known.summary.answers };
    case 'class':
      return { kind: 'class', summary: known.summary };
    case undefined:
      return undefined;
    default:
      return other;
  }
}
