import type { SyntaxNode } from '../syntax/node.ts';

/**
 * What source means, without saying how its language writes it. A view is made on demand from a node of a tree; nothing
 * above `languages/` names a node type. What a language has no word for is `other`.
 */
export type Expression =
  | NumberView
  | StringView
  | BooleanView
  | NothingView
  | NameView
  | MemberView
  | IndexView
  | CallView
  | ObjectView
  | ListView
  | FunctionView
  | ChoiceView
  | LogicalView
  | NotView
  | ComparisonView
  | TypeTestView
  | AssignmentView
  | OperationView
  | OtherView;

interface View {
  readonly node: SyntaxNode;
}
export interface NumberView extends View {
  readonly kind: 'number';
  readonly value: number;
}
export interface StringView extends View {
  readonly kind: 'string';
  /** What is written between the quotes; of an interpolated string the literal parts, joined by a space. */
  readonly value: string;
  readonly interpolated: readonly Expression[];
}
export interface BooleanView extends View {
  readonly kind: 'boolean';
  readonly value: boolean;
}
/** `null`, `undefined`, `None`, `nil` */
export interface NothingView extends View {
  readonly kind: 'nothing';
}
export interface NameView extends View {
  readonly kind: 'name';
  readonly name: string;
}
/** `object.property`, also `object['property']` */
export interface MemberView extends View {
  readonly kind: 'member';
  readonly object: Expression;
  readonly property: string;
  readonly propertyNode: SyntaxNode;
  /** What stands between the brackets, where it is written with them. */
  readonly index?: Expression;
}
export interface IndexView extends View {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
}
export interface CallView extends View {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** The node from the opening to the closing parenthesis, absent in `new X` and the like. */
  readonly argumentsNode: SyntaxNode | undefined;
  /** `new X(…)`, or a call of a class where the language has no `new`. */
  readonly constructs: boolean;
}
export interface Argument {
  /** The keyword of a keyword argument. */
  readonly name?: string;
  readonly value: Expression;
  readonly spread: boolean;
}
export interface ObjectView extends View {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
  /** False where a spread or a computed key may hold anything. */
  readonly complete: boolean;
  /** The object whose members it has as well, where that is the only one: `init` of `{ ...init, headers }`. */
  readonly spread?: Expression | undefined;
  /** What it is made of, where the language says so: `echo.HTTPError{…}`. */
  readonly type?: Expression;
  /** The node from the opening to the closing brace, where that is not the whole. */
  readonly braces?: SyntaxNode;
}
export interface Entry {
  readonly key: string;
  readonly keyNode: SyntaxNode;
  readonly value: Expression;
  readonly node: SyntaxNode;
}
/** An array, tuple or list. */
export interface ListView extends View {
  readonly kind: 'list';
  readonly elements: readonly Expression[];
  readonly isTuple?: boolean;
  /** The type whose fields are given by their order: `StatusError{404, err}`. */
  readonly type?: Expression;
}
export interface FunctionView extends View {
  readonly kind: 'function';
  readonly name: string | undefined;
  readonly nameNode: SyntaxNode | undefined;
  readonly parameters: readonly Parameter[];
  /** The block, or the expression of a function that is one. */
  readonly body: SyntaxNode | undefined;
  readonly decorators: readonly Expression[];
  readonly isMethod: boolean;
  readonly isExported: boolean;
  /** What a method is called on, where that has a name of its own choice and stands outside of its type: Go. */
  readonly receiver?: Parameter;
  /** Text of the type it gives, of the first where it gives several, where a language needs that written. */
  readonly result?: string | undefined;
}
export interface Parameter {
  /** Absent where the parameter is taken apart. */
  readonly name: string | undefined;
  /** Local names by the property they are taken from: `{ id: userId }` gives `id → userId`. */
  readonly properties: ReadonlyMap<string, string>;
  /** Text of the declared type. */
  readonly type: string | undefined;
  readonly default: Expression | undefined;
  readonly decorators: readonly Expression[];
  /** True where it is a field of the object as well: `constructor(readonly status: number)`. */
  readonly isField?: boolean;
  readonly node: SyntaxNode;
}
/** `condition ? consequence : alternative` */
export interface ChoiceView extends View {
  readonly kind: 'choice';
  readonly condition: Expression;
  readonly consequence: Expression;
  readonly alternative: Expression;
}
export interface LogicalView extends View {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or' | 'otherwise';
  readonly left: Expression;
  readonly right: Expression;
}
export interface NotView extends View {
  readonly kind: 'not';
  readonly operand: Expression;
}
export interface ComparisonView extends View {
  readonly kind: 'comparison';
  readonly operator: 'equal' | 'unequal' | 'less' | 'less-or-equal' | 'greater' | 'greater-or-equal' | 'in' | 'not-in';
  readonly left: Expression;
  readonly right: Expression;
}
/** `error instanceof NotFound`, `errors.Is(err, ErrMissing)`, `isinstance(error, NotFound)` */
export interface TypeTestView extends View {
  readonly kind: 'type-test';
  readonly value: Expression;
  readonly types: readonly Expression[];
}
export interface AssignmentView extends View {
  readonly kind: 'assignment';
  readonly target: Expression;
  readonly value: Expression;
}
/** Arithmetic and other operators that carry no meaning here. */
export interface OperationView extends View {
  readonly kind: 'operation';
  readonly operands: readonly Expression[];
}
export interface OtherView extends View {
  readonly kind: 'other';
}

export type Statement =
  | BlockView
  | BranchView
  | SwitchView
  | LoopView
  | TryView
  | ExitView
  | DefinitionView
  | ExpressionStatementView
  | FunctionView
  | ClassView
  | OtherView;

export interface BlockView extends View {
  readonly kind: 'block';
  readonly statements: readonly SyntaxNode[];
}
export interface BranchView extends View {
  readonly kind: 'branch';
  readonly condition: Expression;
  /** What stands before the condition and holds for the branch alone: `if err := f(); err != nil`. */
  readonly initializer?: SyntaxNode;
  readonly consequence: SyntaxNode;
  readonly alternative: SyntaxNode | undefined;
}
export interface SwitchView extends View {
  readonly kind: 'switch';
  /** Absent in a switch over conditions. */
  readonly subject: Expression | undefined;
  readonly cases: readonly SwitchCase[];
  /** What stands before the subject and holds for the switch alone. */
  readonly initializer?: SyntaxNode;
  /** A name for the subject: `switch failure := err.(type)`. */
  readonly binding?: Binding;
}
export interface SwitchCase {
  /** Empty for the default case. */
  readonly values: readonly Expression[];
  readonly statements: readonly SyntaxNode[];
  readonly node: SyntaxNode;
}
export interface LoopView extends View {
  readonly kind: 'loop';
  readonly body: SyntaxNode | undefined;
  /** Names the loop binds, with what it iterates over. */
  readonly binding: Binding | undefined;
}
export interface TryView extends View {
  readonly kind: 'try';
  readonly body: SyntaxNode;
  readonly handlers: readonly ErrorHandler[];
  readonly finalizer: SyntaxNode | undefined;
  /** Runs after a body that threw nothing. */
  readonly otherwise?: SyntaxNode;
}
export interface ErrorHandler {
  readonly binding: string | undefined;
  /** Names of the caught classes; empty catches everything. */
  readonly types: readonly string[];
  readonly body: SyntaxNode;
  readonly node: SyntaxNode;
}
export interface ExitView extends View {
  readonly kind: 'exit';
  /** `leave` is a break or continue: it leaves the block, not the function. */
  readonly how: 'return' | 'throw' | 'leave';
  readonly value: Expression | undefined;
}
export interface DefinitionView extends View {
  readonly kind: 'definition';
  readonly bindings: readonly Binding[];
  readonly isExported: boolean;
}
export interface Binding {
  readonly name: string;
  readonly nameNode: SyntaxNode;
  /** Absent in `let x;`. */
  readonly value: Expression | undefined;
  /** The way from the value to the name: `const { data: [first] } = f()` gives `['data', 0]`. */
  readonly path: readonly (string | number)[];
  /** What stands in for a part that is not there: `500` of `const { status = 500 } = error`. */
  readonly fallback?: Expression;
  /** True where it makes a new name that ends with its block. */
  readonly isBlockScoped?: boolean;
  /** Text of the declared type, where a language wants that before any value is there. */
  readonly type?: string | undefined;
}
export interface ExpressionStatementView extends View {
  readonly kind: 'expression';
  readonly expression: Expression;
}
export interface ClassView extends View {
  readonly kind: 'class';
  readonly name: string | undefined;
  readonly base: Expression | undefined;
  /** All of them, where a class can have several. */
  readonly bases?: readonly Expression[];
  readonly decorators: readonly Expression[];
  readonly methods: readonly FunctionView[];
  readonly fields: readonly Field[];
  readonly isExported: boolean;
}
export interface Field {
  readonly name: string;
  readonly value: Expression | undefined;
  readonly isStatic: boolean;
  /** Text of the declared type, where a language needs that written. */
  readonly type?: string | undefined;
  /** Left out where the whole is written as JSON. */
  readonly isUnsaid?: boolean;
}
/** What a file gives to others. */
export interface ExportView {
  /** `default`; `=` for the module as a whole, `*` for all names of another. */
  readonly name: string;
  /** What is given: a name of the file, a declaration or expression, or what another module gives. */
  readonly local?: string;
  readonly node?: SyntaxNode;
  readonly from?: { readonly source: string; readonly name: string };
}
/** What a file takes from another. */
export interface ImportView {
  /** As written: `express`, `./users.js`. */
  readonly source: string;
  readonly node: SyntaxNode;
  /** Local name → imported name; `*` for the whole module, `default` for its default. */
  readonly names: ReadonlyMap<string, string>;
  /** What the module calls itself, where every file that imports it is to call it so. */
  readonly packageName?: string;
}
