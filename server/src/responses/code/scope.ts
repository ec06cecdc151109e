import type { Language } from '../../languages/language.ts';
import type { Binding, ClassView, Expression, FunctionView, Parameter } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';

/** Where a name gets its value. */
export type Definition =
  | {
      readonly kind: 'value';
      readonly binding: Binding;
      readonly node: SyntaxNode;
      /** Where every run has passed the definition, once it is behind it. */
      readonly scope: SyntaxNode | undefined;
    }
  | {
      readonly kind: 'parameter';
      readonly parameter: Parameter;
      readonly index: number;
      readonly function: FunctionView;
    }
  | {
      readonly kind: 'property';
      readonly parameter: Parameter;
      readonly property: string;
      readonly index: number;
      readonly function: FunctionView;
    }
  | {
      readonly kind: 'caught';
      readonly node: SyntaxNode;
      /** Empty where anything is caught. */
      readonly types: readonly string[];
    }
  | { readonly kind: 'function'; readonly function: FunctionView }
  | { readonly kind: 'class'; readonly class: ClassView };

type Names = ReadonlyMap<string, readonly Definition[]>;

/** The names that a file's functions and its top level define. */
export class Scopes {
  readonly #language: Language;
  readonly #root: SyntaxNode;
  readonly #names = new Map<SyntaxNode, Names>();
  #assigned: ReadonlySet<string> | undefined;
  #methods: ReadonlyMap<string, readonly FunctionView[]> | undefined;

  constructor(language: Language, root: SyntaxNode) {
    this.#language = language;
    this.#root = root;
  }

  /**
   * All places that give a name its value, of the innermost function that has any. Blocks are told apart only where a
   * language says that a name ends with its block.
   */
  definitions(name: string, at: SyntaxNode): readonly Definition[] {
    for (let around = this.#language.functionAround(at); around; around = this.#outside(around)) {
      const found = this.#namesOf(around.node, around)
        .get(name)
        ?.filter((each) => isVisible(each, at));
      if (found && found.length > 0) return found;
    }
    return this.#namesOf(this.#root, undefined).get(name) ?? [];
  }

  /**
   * The value a name has at a place: its last definition before it that every way passes, or the only one there is.
   * Absent where several may hold.
   */
  value(name: string, at: SyntaxNode): { readonly value: Expression; readonly path: Binding['path'] } | undefined {
    const definitions = this.definitions(name, at);
    if (definitions === this.topLevel.get(name) && this.#isAssignedByFunctions(name)) return undefined;
    const values = definitions.filter((definition) => definition.kind === 'value');
    const assigned = values.filter((definition) => definition.binding.value !== undefined);
    const before = assigned.filter((definition) => definition.node.end <= at.start);
    const isOnly = assigned.length === 1 && !values.some((each) => isFilledBefore(each, at));
    const only = isOnly ? assigned[0] : this.#dominating(before, at);
    return only?.binding.value ? { value: only.binding.value, path: only.binding.path } : undefined;
  }

  /** Python's `global contents`: what stands at the top is but the first value. */
  #isAssignedByFunctions(name: string): boolean {
    if (!this.#assigned) {
      const { assignedModuleNames } = this.#language;
      const lists = assignedModuleNames ? this.#root.text.matchAll(assignedModuleNames) : [];
      this.#assigned = new Set([...lists].flatMap(([, list = '']) => list.split(/[ \t,]+/)));
    }
    return this.#assigned.has(name);
  }

  /** The name that holds the value of an expression: `const router = new Router()`. */
  nameHolding({ node }: Expression): string | undefined {
    for (let parent = node.parent, steps = 0; parent && steps < 3; parent = parent.parent, steps++) {
      const view = this.#language.statement(parent);
      if (view.kind === 'definition') return view.bindings.find(({ value }) => value?.node === node)?.name;
    }
    return undefined;
  }

  /** The method of that name, where the file's classes and types have just one. */
  method(name: string): FunctionView | undefined {
    this.#methods ??= methodsIn(this.#language, this.#root);
    const [only, ...others] = this.#methods.get(name) ?? [];
    return others.length === 0 ? only : undefined;
  }

  /** The top-level names of the file. */
  get topLevel(): Names {
    return this.#namesOf(this.#root, undefined);
  }

  #dominating(
    before: readonly (Definition & { kind: 'value' })[],
    at: SyntaxNode,
  ): (Definition & { kind: 'value' }) | undefined {
    const last = before.at(-1);
    // the block of the last definition must be one the place stands in, else another way leads round it
    return last?.scope?.contains(at) ? last : undefined;
  }

  #outside(around: FunctionView): FunctionView | undefined {
    const parent = around.node.parent;
    return parent && this.#language.functionAround(parent);
  }

  #namesOf(node: SyntaxNode, around: FunctionView | undefined): Names {
    let names = this.#names.get(node);
    if (!names) {
      const collected = new Map<string, Definition[]>();
      const add = (name: string, definition: Definition) => {
        const list = collected.get(name);
        if (list) list.push(definition);
        else collected.set(name, [definition]);
      };
      around?.parameters.forEach((parameter, index) => {
        if (parameter.name) add(parameter.name, { kind: 'parameter', parameter, index, function: around });
        for (const [property, local] of parameter.properties) {
          add(local, { kind: 'property', parameter, property, index, function: around });
        }
      });
      // of a file that is being typed the parser may make no block
      if (!around) this.#collect(node.namedChildren.toReversed(), add);
      else if (around.body) this.#collect([around.body], add);
      names = collected;
      this.#names.set(node, names);
    }
    return names;
  }

  /** Walks statements, the last of the list first, not expressions: names are defined by statements. */
  #collect(open: SyntaxNode[], add: (name: string, definition: Definition) => void): void {
    // what the head of a loop or switch names holds inside it
    const addHead = (binding: Binding, scope: SyntaxNode) =>
      add(binding.name, { kind: 'value', binding, node: binding.nameNode, scope });
    for (let node = open.pop(); node; node = open.pop()) {
      const view = this.#language.statement(node);
      switch (view.kind) {
        case 'block':
          open.push(...view.statements.toReversed());
          break;
        case 'branch':
          if (view.alternative) open.push(view.alternative);
          open.push(view.consequence);
          if (view.initializer) open.push(view.initializer);
          break;
        case 'switch':
          for (const branch of view.cases.toReversed()) open.push(...branch.statements.toReversed());
          if (view.initializer) open.push(view.initializer);
          if (view.binding) addHead(view.binding, node);
          break;
        case 'loop':
          if (view.body) open.push(view.body);
          if (view.binding) addHead(view.binding, node);
          break;
        case 'try':
          if (view.finalizer) open.push(view.finalizer);
          if (view.otherwise) open.push(view.otherwise);
          for (const { binding, node: caught, types } of view.handlers)
            if (binding) add(binding, { kind: 'caught', node: caught, types });
          for (const { body } of view.handlers.toReversed()) open.push(body);
          open.push(view.body);
          break;
        case 'definition':
          for (const binding of view.bindings) add(binding.name, { kind: 'value', binding, node, scope: node.parent });
          break;
        case 'function':
          // a method is no name by itself
          if (view.name && !view.isMethod) add(view.name, { kind: 'function', function: view });
          break;
        case 'class':
          if (view.name) add(view.name, { kind: 'class', class: view });
          break;
        default:
          break;
      }
    }
  }
}

/** `var failed *Failure`, which `errors.As(err, &failed)` gives a value that is written nowhere. */
function isFilledBefore({ binding, node }: Definition & { kind: 'value' }, at: SyntaxNode): boolean {
  if (binding.value !== undefined || binding.type === undefined) return false;
  return new RegExp(`&${binding.name}\\b`).test(at.tree.text.slice(node.end, at.start));
}

function isVisible(definition: Definition, at: SyntaxNode): boolean {
  if (definition.kind !== 'value' || !definition.binding.isBlockScoped) return true;
  return definition.scope?.contains(at) ?? true;
}

function methodsIn(language: Language, root: SyntaxNode): ReadonlyMap<string, readonly FunctionView[]> {
  const methods = new Map<string, FunctionView[]>();
  for (const node of root.namedChildren) {
    const view = language.statement(node);
    const own = view.kind === 'class' ? view.methods : view.kind === 'function' && view.isMethod ? [view] : [];
    for (const method of own) {
      if (method.name) methods.set(method.name, [...(methods.get(method.name) ?? []), method]);
    }
  }
  return methods;
}
