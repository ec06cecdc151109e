import type { Language } from '../../languages/language.ts';
import type { ErrorHandler, Expression, Statement, SwitchCase, SwitchView, TryView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { attemptBehind } from './rejections.ts';

/** Something that must have gone one way for a place to be reached, innermost first. */
export type Guard =
  | { readonly kind: 'condition'; readonly condition: Expression; readonly holds: boolean; readonly node: SyntaxNode }
  | {
      readonly kind: 'case';
      readonly subject: Expression;
      readonly values: readonly Expression[];
      readonly others: readonly Expression[];
      readonly node: SyntaxNode;
    }
  | { readonly kind: 'caught'; readonly attempt: TryView; readonly handler: ErrorHandler; readonly node: SyntaxNode };

/** A call that leaves the function, told by whoever knows what calls do. */
export type IsExit = (expression: Expression) => boolean;

/** Reads structured control flow by climbing: no graph is needed. */
export class Flow {
  readonly #language: Language;
  readonly #isExit: IsExit;
  readonly #exits = new Map<SyntaxNode, Exit | 'none'>();

  constructor(language: Language, isExit: IsExit) {
    this.#language = language;
    this.#isExit = isExit;
  }

  /** What holds at a place, up to the function it stands in, and what failed where that answers for a promise. */
  guards(place: SyntaxNode): readonly Guard[] {
    const guards: Guard[] = [];
    const around = this.#language.functionAround(place)?.node;
    let child = place;
    for (let node = place.parent; node && child !== around; node = node.parent) {
      this.#guardsOf(node, child, place, guards);
      child = node;
    }
    const attempt = around && attemptBehind(this.#language, around);
    const [handler] = attempt?.handlers ?? [];
    if (attempt && handler) guards.push({ kind: 'caught', attempt, handler, node: attempt.node });
    return guards;
  }

  /** True when every way through a statement leaves the function (or, in a loop or switch, the block). */
  alwaysExits(node: SyntaxNode | undefined): boolean {
    return this.#exitOf(node) !== undefined;
  }

  /** True when a run that passes `earlier` can come to `later`, both in one function. */
  mayReach(earlier: SyntaxNode, later: SyntaxNode): boolean {
    let child = earlier;
    // after a `break` or `continue`, nothing is reached before the end of its loop or switch
    let isLeaving = false;
    // what comes last in a `try` is done when nothing can be thrown any more
    let isLast = true;
    for (let node = earlier.parent; node; node = node.parent) {
      if (this.#isPartOfSwitch(node)) continue;
      const together = node.contains(later);
      const view = this.#language.statement(node);
      const isList = view.kind === 'block' || view.kind === 'switch';
      const following = isList ? statementsAfter(view, child) : [child];
      if (isLast && together && view.kind === 'try' && view.handlers.some(({ body }) => body.contains(later)))
        return false;
      isLast &&= following.length === 1 && view.kind !== 'loop' && this.#language.expression(node).kind === 'other';
      if (together && isList) {
        if (isLeaving) return child.contains(later);
        const stop = following.findIndex((statement) => this.alwaysExits(statement));
        const at = following.findIndex((statement) => statement.contains(later));
        return at >= 0 ? stop < 0 || stop >= at : child.contains(later);
      }
      if (together) return !isLeaving && !this.#areExclusive(node, child, later);
      const exit: Exit | undefined = isLeaving ? 'block' : this.#firstExit(following);
      if (exit === 'function') return false;
      isLeaving = exit === 'block' && view.kind !== 'loop' && view.kind !== 'switch';
      child = node;
    }
    return false;
  }

  /** True when every run that comes to `later` has passed `earlier`, both in one function. */
  dominates(earlier: SyntaxNode, later: SyntaxNode): boolean {
    let child = earlier;
    for (let node = earlier.parent; node; node = node.parent) {
      if (this.#isPartOfSwitch(node)) continue;
      if (node.contains(later)) {
        if (child.contains(later)) return true;
        const view = this.#language.statement(node);
        if (view.kind === 'switch') return !view.cases.some((branch) => branch.node.contains(earlier));
        // what a `try` does may be what it failed at
        if (view.kind === 'try') return view.finalizer?.contains(later) ?? false;
        return view.kind === 'block' ? child.end <= later.start : !this.#areExclusive(node, child, later);
      }
      const view = this.#language.statement(node);
      // every run comes by a condition, and by what stands before it
      const isTested =
        view.kind === 'branch' && (view.condition.node.contains(earlier) || view.initializer?.contains(earlier));
      if (isTested) {
        child = node;
        continue;
      }
      if (view.kind === 'branch' || view.kind === 'switch' || view.kind === 'loop' || view.kind === 'try') return false;
      const expression = this.#language.expression(node);
      if (expression.kind === 'choice' || expression.kind === 'logical' || expression.kind === 'function') return false;
      child = node;
    }
    return false;
  }

  /** True when every run that passes `earlier` and stays in the function comes to `later`. */
  follows(later: SyntaxNode, earlier: SyntaxNode): boolean {
    if (!this.mayReach(earlier, later)) return false;
    for (let node = later.parent; node; node = node.parent) {
      const view = this.#language.statement(node);
      if (view.kind === 'block' || view.kind === 'switch') return node.contains(earlier);
    }
    return false;
  }

  /** What stands between a switch and the statements of its cases. */
  #isPartOfSwitch(node: SyntaxNode): boolean {
    if (this.#language.statement(node).kind !== 'other') return false;
    return [node.parent, node.parent?.parent].some((outer) => {
      const view = outer && this.#language.statement(outer);
      return view?.kind === 'switch' && view.cases.some((branch) => node.contains(branch.node));
    });
  }

  #areExclusive(around: SyntaxNode, one: SyntaxNode, other: SyntaxNode): boolean {
    const view = this.#language.statement(around);
    if (view.kind === 'branch') {
      const armOf = (node: SyntaxNode) =>
        view.consequence.contains(node)
          ? 'consequence'
          : view.alternative?.contains(node)
            ? 'alternative'
            : 'condition';
      const arms = new Set([armOf(one), armOf(other)]);
      return arms.has('consequence') && arms.has('alternative');
    }
    // `found ? res.json(found) : res.status(404).end()`
    const choice = this.#language.expression(around);
    return choice.kind === 'choice' && choice.consequence.node.contains(one) && choice.alternative.node.contains(other);
  }

  #guardsOf(node: SyntaxNode, child: SyntaxNode, place: SyntaxNode, guards: Guard[]): void {
    const expression = this.#language.expression(node);
    if (expression.kind === 'choice') {
      if (expression.consequence.node.contains(place))
        guards.push({ kind: 'condition', condition: expression.condition, holds: true, node });
      else if (expression.alternative.node.contains(place))
        guards.push({ kind: 'condition', condition: expression.condition, holds: false, node });
      return;
    }
    if (
      expression.kind === 'logical' &&
      expression.right.node.contains(child) &&
      child.start >= expression.right.node.start
    ) {
      guards.push({ kind: 'condition', condition: expression.left, holds: expression.operator === 'and', node });
      return;
    }
    const view = this.#language.statement(node);
    switch (view.kind) {
      case 'block':
        this.#guardsBefore(view.statements, child, guards);
        break;
      case 'branch':
        if (view.consequence.contains(place))
          guards.push({ kind: 'condition', condition: view.condition, holds: true, node });
        else if (view.alternative?.contains(place))
          guards.push({ kind: 'condition', condition: view.condition, holds: false, node });
        break;
      case 'switch': {
        const branch = view.cases.find((candidate) => candidate.node.contains(place));
        if (branch) this.#guardsInCase(view, branch, place, guards);
        break;
      }
      case 'try': {
        const handler = view.handlers.find((candidate) => candidate.node.contains(place));
        if (handler) guards.push({ kind: 'caught', attempt: view, handler, node });
        break;
      }
      default:
        break;
    }
  }

  #guardsInCase(view: SwitchView, branch: SwitchCase, child: SyntaxNode, guards: Guard[]): void {
    this.#guardsBefore(branch.statements, child, guards);
    if (view.subject) {
      const others = view.cases.flatMap((candidate) => (candidate === branch ? [] : candidate.values));
      guards.push({ kind: 'case', subject: view.subject, values: branch.values, others, node: branch.node });
      return;
    }
    for (const condition of branch.values.slice(0, 1))
      guards.push({ kind: 'condition', condition, holds: true, node: branch.node });
    // `else`: none of the conditions before it held
    const before = view.cases.slice(0, view.cases.indexOf(branch)).toReversed();
    for (const condition of before.flatMap(({ values }) => values.slice(0, 1)))
      guards.push({ kind: 'condition', condition, holds: false, node: view.node });
  }

  /** After `if (a) return`, `a` does not hold. */
  #guardsBefore(statements: readonly SyntaxNode[], child: SyntaxNode, guards: Guard[]): void {
    const at = statements.findIndex((statement) => statement.contains(child));
    for (let index = at - 1; index >= 0; index--) {
      const node = statements[index];
      if (!node) continue;
      const view = this.#language.statement(node);
      if (view.kind === 'branch') this.#guardAfter(view, guards);
      else if (view.kind === 'switch' && !view.subject) this.#guardAfterConditions(view, guards);
    }
  }

  /** After `if (a) return … else if (b) return …` neither `a` nor `b` holds. */
  #guardAfterConditions(view: SwitchView, guards: Guard[]): void {
    for (const branch of view.cases) {
      const [condition] = branch.values;
      if (!condition || !branch.statements.some((statement) => this.alwaysExits(statement))) return;
      guards.push({ kind: 'condition', condition, holds: false, node: view.node });
    }
  }

  #guardAfter(view: Statement & { kind: 'branch' }, guards: Guard[]): void {
    const consequenceExits = this.alwaysExits(view.consequence);
    const alternativeExits = this.alwaysExits(view.alternative);
    if (consequenceExits) guards.push({ kind: 'condition', condition: view.condition, holds: false, node: view.node });
    else if (alternativeExits)
      guards.push({ kind: 'condition', condition: view.condition, holds: true, node: view.node });
    // `if (a) return … else if (b) return …`: neither holds below
    if (consequenceExits && !alternativeExits && view.alternative) {
      const next = this.#language.statement(view.alternative);
      if (next.kind === 'branch') this.#guardAfter(next, guards);
    }
  }

  #exitOf(node: SyntaxNode | undefined): Exit | undefined {
    if (!node) return undefined;
    let known = this.#exits.get(node);
    if (known === undefined) {
      // what contains itself, in broken code, does not exit
      this.#exits.set(node, 'none');
      known = this.#exitOfView(this.#language.statement(node)) ?? 'none';
      this.#exits.set(node, known);
    }
    return known === 'none' ? undefined : known;
  }

  #firstExit(statements: readonly SyntaxNode[]): Exit | undefined {
    for (const statement of statements) {
      const exit = this.#exitOf(statement);
      if (exit) return exit;
    }
    return undefined;
  }

  #exitOfView(view: Statement): Exit | undefined {
    switch (view.kind) {
      case 'exit':
        return view.how === 'leave' ? 'block' : 'function';
      case 'block':
        return this.#firstExit(view.statements);
      case 'branch':
        return bothExit(this.#exitOf(view.consequence), this.#exitOf(view.alternative));
      case 'switch':
        return view.cases.some((branch) => branch.values.length === 0) &&
          view.cases.every((branch) => this.#firstExit(branch.statements) === 'function')
          ? 'function'
          : undefined;
      case 'try': {
        const exit = this.#exitOf(view.body) ?? this.#exitOf(view.otherwise);
        const exits = view.handlers.map((handler) => this.#exitOf(handler.body));
        return this.#exitOf(view.finalizer) ?? exits.reduce(bothExit, exit);
      }
      case 'expression':
        return this.#isExit(view.expression) ? 'function' : undefined;
      default:
        return undefined;
    }
  }
}

/** How far a statement leaves: the function, or only the loop or switch around it. */
type Exit = 'function' | 'block';

function bothExit(one: Exit | undefined, other: Exit | undefined): Exit | undefined {
  if (!one || !other) return undefined;
  return one === 'function' ? other : one;
}

function statementsAfter(view: Statement & { kind: 'block' | 'switch' }, child: SyntaxNode): readonly SyntaxNode[] {
  const lists = view.kind === 'block' ? [view.statements] : view.cases.map((branch) => branch.statements);
  for (const list of lists) {
    const at = list.findIndex((statement) => statement.contains(child));
    if (at >= 0) return list.slice(at);
  }
  return [];
}
