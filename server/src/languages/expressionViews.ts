import type { SyntaxNode } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import type {
  Argument,
  AssignmentView,
  CallView,
  ChoiceView,
  ComparisonView,
  Expression,
  IndexView,
  ListView,
  LogicalView,
  MemberView,
  NotView,
  OperationView,
  TypeTestView,
} from './views.ts';

/** A part of a node; absent where the parser did not find it. */
type Part = SyntaxNode | undefined;

/** What the operators of a language with two sides do. All others are operations. */
export interface BinaryOperators {
  readonly comparisons: Readonly<Record<string, ComparisonView['operator']>>;
  readonly logicals: Readonly<Record<string, LogicalView['operator']>>;
}

interface CallParts {
  readonly callee: Part;
  /** See {@link CallView}. */
  readonly argumentsNode: Part;
  /** Makes the arguments, which happens once. */
  readonly given: () => readonly Argument[];
  readonly constructs?: boolean;
}

/** How a language writes expressions. */
export interface ExpressionSyntax {
  /** The expression in parentheses and the like, which change nothing about what it is. */
  readonly wrapped: (node: SyntaxNode) => Part;
  /** The view of a node that wraps no other. */
  readonly make: (node: SyntaxNode) => Expression;
}

/**
 * The views of a language's expressions, and those that all languages have alike. Parts are viewed when they are asked
 * for, so deep nesting costs no stack. A part that the parser did not find is `other`.
 */
export class ExpressionViews {
  readonly #remembered = new NodeMemory<Expression>('expressionView');
  readonly #syntax: ExpressionSyntax;

  constructor(syntax: ExpressionSyntax) {
    this.#syntax = syntax;
  }

  /** The view of an expression node, the same one each time. */
  of(node: SyntaxNode): Expression {
    let inner = node;
    for (let next = this.#syntax.wrapped(node); next; next = this.#syntax.wrapped(next)) inner = next;
    return this.#remembered.of(inner, this.#syntax.make);
  }

  /** The view of a part of `node`. */
  part(node: SyntaxNode, part: Part): Expression {
    return part ? this.of(part) : { kind: 'other', node };
  }

  member(node: SyntaxNode, object: Part, property: Part): Expression {
    return property ? new Member(this, node, [object], property) : { kind: 'other', node };
  }

  index(node: SyntaxNode, object: Part, index: Part): IndexView {
    return new Index(this, node, [object, index]);
  }

  call(node: SyntaxNode, { callee, argumentsNode, given, constructs = false }: CallParts): CallView {
    return new Call(this, node, [callee], argumentsNode, constructs, given);
  }

  list(node: SyntaxNode, elements: readonly SyntaxNode[], more: Pick<ListView, 'isTuple' | 'type'> = {}): ListView {
    return Object.assign(new List(this, node, elements), more);
  }

  choice(node: SyntaxNode, condition: Part, consequence: Part, alternative: Part): ChoiceView {
    return new Choice(this, node, [condition, consequence, alternative]);
  }

  not(node: SyntaxNode, operand: Part): NotView {
    return new Not(this, node, [operand]);
  }

  comparison(node: SyntaxNode, operator: ComparisonView['operator'], left: Part, right: Part): ComparisonView {
    return new Comparison(this, node, [left, right], operator);
  }

  /** An operator between what all grammars call `left` and `right`. */
  binary(node: SyntaxNode, { comparisons, logicals }: BinaryOperators): Expression {
    const operator = node.field('operator')?.text ?? '';
    const sides = [node.field('left'), node.field('right')];
    const comparison = comparisons[operator];
    if (comparison) return new Comparison(this, node, sides, comparison);
    const logical = logicals[operator];
    return logical ? new Logical(this, node, sides, logical) : new Operation(this, node, sides);
  }

  operation(node: SyntaxNode): OperationView {
    return new Operation(this, node, node.namedChildren);
  }

  assignment(node: SyntaxNode, target: Part, value: Part): AssignmentView {
    return new Assignment(this, node, [target, value]);
  }

  typeTest(node: SyntaxNode, value: Part, types: () => readonly Expression[]): TypeTestView {
    return new TypeTest(this, node, [value], types);
  }
}

/** One of these is made for each expression that is read: classes, as the getters of an object would be made with it. */
abstract class PartedView {
  readonly node: SyntaxNode;
  readonly #views: ExpressionViews;
  readonly #parts: readonly Part[];

  constructor(views: ExpressionViews, node: SyntaxNode, parts: readonly Part[]) {
    this.node = node;
    this.#views = views;
    this.#parts = parts;
  }

  protected part(index: number): Expression {
    return this.#views.part(this.node, this.#parts[index]);
  }

  protected get all(): readonly Expression[] {
    return this.#parts.map((part) => this.#views.part(this.node, part));
  }
}

class Member extends PartedView implements MemberView {
  readonly kind = 'member';
  readonly property: string;
  readonly propertyNode: SyntaxNode;

  constructor(views: ExpressionViews, node: SyntaxNode, parts: readonly Part[], propertyNode: SyntaxNode) {
    super(views, node, parts);
    this.property = propertyNode.text;
    this.propertyNode = propertyNode;
  }

  get object() {
    return this.part(0);
  }
}

class Index extends PartedView implements IndexView {
  readonly kind = 'index';

  get object() {
    return this.part(0);
  }
  get index() {
    return this.part(1);
  }
}

class Call extends PartedView implements CallView {
  readonly kind = 'call';
  readonly argumentsNode: Part;
  readonly constructs: boolean;
  readonly #given: () => readonly Argument[];
  #arguments: readonly Argument[] | undefined;

  constructor(
    views: ExpressionViews,
    node: SyntaxNode,
    parts: readonly Part[],
    argumentsNode: Part,
    constructs: boolean,
    given: () => readonly Argument[],
  ) {
    super(views, node, parts);
    this.argumentsNode = argumentsNode;
    this.constructs = constructs;
    this.#given = given;
  }

  get callee() {
    return this.part(0);
  }
  get arguments() {
    this.#arguments ??= this.#given();
    return this.#arguments;
  }
}

class List extends PartedView implements ListView {
  readonly kind = 'list';

  get elements() {
    return this.all;
  }
}

class Choice extends PartedView implements ChoiceView {
  readonly kind = 'choice';

  get condition() {
    return this.part(0);
  }
  get consequence() {
    return this.part(1);
  }
  get alternative() {
    return this.part(2);
  }
}

class Not extends PartedView implements NotView {
  readonly kind = 'not';

  get operand() {
    return this.part(0);
  }
}

abstract class OperatorView<Operator> extends PartedView {
  readonly operator: Operator;

  constructor(views: ExpressionViews, node: SyntaxNode, sides: readonly Part[], operator: Operator) {
    super(views, node, sides);
    this.operator = operator;
  }

  get left() {
    return this.part(0);
  }
  get right() {
    return this.part(1);
  }
}

class Comparison extends OperatorView<ComparisonView['operator']> implements ComparisonView {
  readonly kind = 'comparison';
}

class Logical extends OperatorView<LogicalView['operator']> implements LogicalView {
  readonly kind = 'logical';
}

class Operation extends PartedView implements OperationView {
  readonly kind = 'operation';

  get operands() {
    return this.all;
  }
}

class Assignment extends PartedView implements AssignmentView {
  readonly kind = 'assignment';

  get target() {
    return this.part(0);
  }
  get value() {
    return this.part(1);
  }
}

class TypeTest extends PartedView implements TypeTestView {
  readonly kind = 'type-test';
  readonly #types: () => readonly Expression[];

  constructor(views: ExpressionViews, node: SyntaxNode, parts: readonly Part[], types: () => readonly Expression[]) {
    super(views, node, parts);
    this.#types = types;
  }

  get value() {
    return this.part(0);
  }
  get types() {
    return this.#types();
  }
}
