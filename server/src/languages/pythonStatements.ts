import type { SyntaxNode } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import { assignedValue, pythonExpression } from './pythonExpressions.ts';
import { isClassNode, isFunctionNode, pythonClass, pythonFunction } from './pythonFunctions.ts';
import type { Binding, ErrorHandler, Expression, Statement, SwitchCase } from './views.ts';

const statements = new NodeMemory<Statement>('statementView');

export function pythonStatement(node: SyntaxNode): Statement {
  return statements.of(node, makeStatement);
}

function makeStatement(node: SyntaxNode): Statement {
  if (node.isBroken) return { kind: 'other', node };
  switch (node.type) {
    case 'module':
    case 'block':
      return { kind: 'block', node, statements: node.namedChildren };
    case 'if_statement':
      return ifView(node);
    case 'match_statement':
      return matchView(node);
    case 'for_statement': {
      const name = node.field('left');
      const value = node.field('right');
      const binding =
        name?.type === 'identifier' && value
          ? { name: name.text, nameNode: name, value: pythonExpression(value), path: [0] }
          : undefined;
      return { kind: 'loop', node, body: node.field('body'), binding };
    }
    case 'while_statement':
      return { kind: 'loop', node, body: node.field('body'), binding: undefined };
    case 'try_statement':
      return tryView(node);
    case 'with_statement':
      return withView(node);
    case 'with_item':
    case 'as_pattern': {
      const pattern = node.type === 'with_item' ? node.field('value') : node;
      const value = pattern?.namedChildren[0];
      const alias = pattern?.type === 'as_pattern' ? pattern.field('alias')?.namedChildren[0] : undefined;
      return alias && value
        ? { kind: 'definition', node, bindings: bindings(alias, value, []), isExported: false }
        : { kind: 'other', node };
    }
    case 'return_statement':
    case 'raise_statement': {
      const value = node.namedChildren.find((child) => child !== node.field('cause'));
      const how = node.type === 'return_statement' ? 'return' : 'throw';
      return { kind: 'exit', node, how, value: value && pythonExpression(value) };
    }
    case 'break_statement':
    case 'continue_statement':
      return { kind: 'exit', node, how: 'leave', value: undefined };
    case 'expression_statement':
      return expressionStatement(node);
    case 'assert_statement':
      return { kind: 'expression', node, expression: pythonExpression(node) };
    case 'elif_clause':
    case 'else_clause':
    case 'finally_clause': {
      const body = node.field('consequence') ?? node.namedChildren.at(-1);
      return body ? pythonStatement(body) : { kind: 'other', node };
    }
    case 'decorated_definition': {
      const definition = node.field('definition');
      return definition ? pythonStatement(definition) : { kind: 'other', node };
    }
    default:
      if (isClassNode(node)) return pythonClass(node);
      if (isFunctionNode(node)) return pythonFunction(node);
      return { kind: 'other', node };
  }
}

/** The arms of `if … elif … else` stand beside each other: with more than two they are a switch over conditions. */
function ifView(node: SyntaxNode): Statement {
  const condition = node.field('condition');
  const consequence = node.field('consequence');
  if (!condition || !consequence) return { kind: 'other', node };
  const others = node.fields('alternative');
  const last = others.at(-1);
  if (others.length === 0 || (others.length === 1 && last?.type === 'else_clause')) {
    return {
      kind: 'branch',
      node,
      condition: pythonExpression(condition),
      consequence,
      alternative: last?.field('body'),
    };
  }
  const cases: SwitchCase[] = [caseOf(consequence, [pythonExpression(condition)])];
  for (const other of others) {
    const body = other.field('consequence') ?? other.field('body');
    const test = other.field('condition');
    if (body) cases.push(caseOf(body, test ? [pythonExpression(test)] : []));
  }
  return { kind: 'switch', node, subject: undefined, cases };
}

function caseOf(body: SyntaxNode, values: readonly Expression[]): SwitchCase {
  return { values, statements: [body], node: body };
}

function matchView(node: SyntaxNode): Statement {
  const subject = node.field('subject');
  const cases: SwitchCase[] = [];
  for (const clause of node.field('body')?.fields('alternative') ?? []) {
    const body = clause.field('consequence');
    const guard = clause.field('guard')?.namedChildren[0];
    const patterns = clause.namedChildren.filter((child) => child.type === 'case_pattern');
    const values = patterns.flatMap((pattern) => pattern.namedChildren).flatMap(patternValues);
    if (body) cases.push(caseOf(body, values.length === 0 && guard ? [pythonExpression(guard)] : values));
  }
  return { kind: 'switch', node, subject: subject && pythonExpression(subject), cases };
}

function patternValues(pattern: SyntaxNode): Expression[] {
  return pattern.type === 'union_pattern' ? pattern.namedChildren.map(pythonExpression) : [pythonExpression(pattern)];
}

function tryView(node: SyntaxNode): Statement {
  const body = node.field('body');
  if (!body) return { kind: 'other', node };
  const clauses = node.namedChildren;
  const finalizer = clauses.find((child) => child.type === 'finally_clause')?.namedChildren.at(-1);
  const otherwise = clauses.find((child) => child.type === 'else_clause')?.field('body');
  return {
    kind: 'try',
    node,
    body,
    handlers: clauses.filter((child) => /^except/.test(child.type)).flatMap(handler),
    finalizer,
    ...(otherwise ? { otherwise } : {}),
  };
}

/** `except (ValueError, KeyError) as error:` */
function handler(clause: SyntaxNode): ErrorHandler[] {
  const body = clause.namedChildren.at(-1);
  if (body?.type !== 'block') return [];
  const value = clause.field('value');
  const caught = value?.type === 'as_pattern' ? value.namedChildren[0] : value;
  const binding = value?.type === 'as_pattern' ? value.field('alias')?.text : undefined;
  const types = caught?.type === 'tuple' ? caught.namedChildren : caught ? [caught] : [];
  return [{ binding, types: types.map((type) => type.text), body, node: clause }];
}

/** What a context manager swallows leaves its body half done; otherwise the body runs as it stands. */
function withView(node: SyntaxNode): Statement {
  const body = node.field('body');
  const items = node.namedChildren.find((child) => child.type === 'with_clause')?.namedChildren ?? [];
  if (!body) return { kind: 'other', node };
  if (items.some((item) => /\b(?:suppress|raises|assertRaises\w*)\(/.test(item.text))) {
    return { kind: 'loop', node, body, binding: undefined };
  }
  return { kind: 'block', node, statements: [...items, body] };
}

function expressionStatement(node: SyntaxNode): Statement {
  const inner = node.namedChildren[0];
  if (!inner) return { kind: 'other', node };
  if (inner.type === 'assignment' || inner.type === 'augmented_assignment') {
    const value = assignedValue(inner);
    const found: Binding[] = [];
    for (let each: SyntaxNode | undefined = inner; each?.type.endsWith('assignment'); each = each.field('right')) {
      const left = each.field('left');
      if (left) found.push(...bindings(left, value, []));
    }
    if (found.length > 0) {
      const isExported = node.parent?.type === 'module';
      return { kind: 'definition', node, bindings: found, isExported };
    }
  }
  return { kind: 'expression', node, expression: pythonExpression(inner) };
}

function bindings(target: SyntaxNode, value: SyntaxNode | undefined, path: readonly (string | number)[]): Binding[] {
  switch (target.type) {
    case 'identifier':
      return [{ name: target.text, nameNode: target, value: value && pythonExpression(value), path }];
    case 'pattern_list':
    case 'tuple_pattern':
    case 'tuple':
    case 'list_pattern':
    case 'expression_list': {
      const targets = target.namedChildren;
      const given = value && /^(?:tuple|expression_list|list)$/.test(value.type) ? value.namedChildren : [];
      return targets.flatMap((each, index) =>
        // `status, body = 404, {}` gives each name its own
        given.length === targets.length ? bindings(each, given[index], path) : bindings(each, value, [...path, index]),
      );
    }
    default:
      return [];
  }
}
