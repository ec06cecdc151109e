import type { SyntaxNode } from '../syntax/node.ts';
import { ExpressionViews } from './expressionViews.ts';
import { pythonFunction } from './pythonFunctions.ts';
import type { Argument, ComparisonView, Entry, Expression, LogicalView, NameView, ObjectView } from './views.ts';

const transparentTypes = new Set(['parenthesized_expression', 'await']);

export function isTransparent(node: SyntaxNode): boolean {
  return transparentTypes.has(node.type);
}

const views = new ExpressionViews({ wrapped, make });

export function pythonExpression(node: SyntaxNode): Expression {
  return views.of(node);
}

function wrapped(node: SyntaxNode): SyntaxNode | undefined {
  return isTransparent(node) ? node.namedChildren[0] : undefined;
}

function make(node: SyntaxNode): Expression {
  if (node.isBroken) return { kind: 'other', node };
  switch (node.type) {
    case 'integer':
    case 'float':
      return { kind: 'number', node, value: Number(node.text.replaceAll('_', '')) };
    case 'string':
    case 'concatenated_string':
      return stringView(node);
    case 'true':
    case 'false':
      return { kind: 'boolean', node, value: node.type === 'true' };
    case 'none':
      return { kind: 'nothing', node };
    case 'identifier':
    case 'attribute':
      return raisedClass(node) ?? reference(node);
    case 'dotted_name':
      return dottedName(node);
    case 'subscript':
      return subscript(node);
    case 'call':
      return call(node);
    case 'assert_statement':
      return assertion(node);
    case 'dictionary':
      return dictionary(node);
    case 'list':
    case 'set':
      return views.list(node, node.namedChildren);
    case 'tuple':
    case 'expression_list':
      return views.list(node, node.namedChildren, { isTuple: true });
    case 'lambda':
    case 'function_definition':
      return pythonFunction(node);
    case 'conditional_expression':
      return choice(node);
    case 'boolean_operator':
      return views.binary(node, { comparisons: {}, logicals });
    case 'not_operator':
      return views.not(node, node.field('argument'));
    case 'comparison_operator':
      return comparison(node);
    case 'named_expression':
      return views.part(node, node.field('value'));
    case 'assignment':
    case 'augmented_assignment':
      return views.assignment(node, node.field('left'), assignedValue(node));
    case 'binary_operator':
    case 'unary_operator':
      return views.operation(node);
    default:
      return { kind: 'other', node };
  }
}

function choice(node: SyntaxNode): Expression {
  const [consequence, condition, alternative] = node.namedChildren;
  return views.choice(node, condition, consequence, alternative);
}

function reference(node: SyntaxNode): Expression {
  if (node.type === 'identifier') return nameView(node);
  return views.member(node, node.field('object'), node.field('attribute'));
}

function nameView(node: SyntaxNode): NameView {
  return { kind: 'name', node, name: node.text };
}

/** `raise NotFound` makes an object of the class, as `raise NotFound()` does. */
function raisedClass(node: SyntaxNode): Expression | undefined {
  if (node.parent?.type !== 'raise_statement' || node.parent.namedChildren[0] !== node) return undefined;
  const callee = reference(node);
  if (!isClassName(lastWord(callee))) return undefined;
  return { kind: 'call', node, callee, arguments: [], argumentsNode: undefined, constructs: true };
}

/** Classes are written in capitals and small letters, functions in small letters, constants in capitals. */
function isClassName(name: string): boolean {
  return /^_*[A-Z]/.test(name) && /[a-z]/.test(name);
}

function lastWord(expression: Expression): string {
  return expression.kind === 'member' ? expression.property : expression.kind === 'name' ? expression.name : '';
}

/** `http.HTTPStatus` in imports and patterns of `match`. */
function dottedName(node: SyntaxNode): Expression {
  const [first, ...rest] = node.namedChildren;
  if (!first) return { kind: 'other', node };
  let view: Expression = nameView(first);
  for (const propertyNode of rest) {
    view = { kind: 'member', node, object: view, property: propertyNode.text, propertyNode };
  }
  return view;
}

function stringView(node: SyntaxNode): Expression {
  const pieces = node.type === 'string' ? [node] : node.namedChildren.filter((child) => child.type === 'string');
  const parts = pieces.flatMap((piece) => piece.namedChildren);
  return {
    kind: 'string',
    node,
    get value() {
      if (!parts.some((child) => child.type === 'interpolation')) return pieces.map(insideText).join('');
      return parts
        .filter((child) => child.type === 'string_content')
        .map((child) => child.text)
        .join(' ');
    },
    get interpolated() {
      return parts
        .filter((child) => child.type === 'interpolation')
        .flatMap((child) => child.namedChildren.slice(0, 1).map(pythonExpression));
    },
  };
}

function insideText(string: SyntaxNode): string {
  const first = string.children[0];
  const last = string.children.at(-1);
  return first && last ? string.tree.text.slice(first.end, Math.max(first.end, last.start)) : '';
}

function subscript(node: SyntaxNode): Expression {
  const object = node.field('value');
  const indexNode = node.field('subscript');
  if (!object || !indexNode) return { kind: 'other', node };
  if (indexNode.type === 'string') {
    const index = pythonExpression(indexNode);
    return {
      kind: 'member',
      node,
      get object() {
        return pythonExpression(object);
      },
      property: index.kind === 'string' ? index.value : '',
      propertyNode: indexNode,
      index,
    };
  }
  return views.index(node, object, indexNode);
}

function call(node: SyntaxNode): Expression {
  const callee = node.field('function');
  if (!callee) return { kind: 'other', node };
  const list = node.field('arguments');
  const argumentsNode = list?.type === 'argument_list' ? list : undefined;
  if (callee.text === 'isinstance' && argumentsNode?.namedChildren.length === 2) return typeTest(node, argumentsNode);
  // a generator stands for the whole list: `any(x for x in y)`
  const given = () => argumentsNode?.namedChildren.map(argument) ?? [];
  const constructs = isClassName(callee.text.slice(callee.text.lastIndexOf('.') + 1));
  return views.call(node, { callee, argumentsNode, given, constructs });
}

/** `assert condition, message` calls what is written as a word. */
function assertion(node: SyntaxNode): Expression {
  const [word] = node.children;
  if (!word) return { kind: 'other', node };
  const callee: NameView = { kind: 'name', node: word, name: word.text };
  const given = node.namedChildren.map((child) => argument(child));
  return { kind: 'call', node, callee, arguments: given, argumentsNode: node, constructs: false };
}

function argument(node: SyntaxNode): Argument {
  if (node.type === 'keyword_argument') {
    const name = node.field('name')?.text;
    const value = views.part(node, node.field('value'));
    return name === undefined ? { value, spread: false } : { name, value, spread: false };
  }
  const spread = node.type === 'list_splat' || node.type === 'dictionary_splat';
  const value = spread ? node.namedChildren[0] : node;
  return { value: views.part(node, value), spread };
}

function typeTest(node: SyntaxNode, list: SyntaxNode): Expression {
  const [value, types] = list.namedChildren;
  return views.typeTest(node, value, () => {
    const tested = views.part(node, types);
    return tested.kind === 'list' ? tested.elements : [tested];
  });
}

function dictionary(node: SyntaxNode): ObjectView {
  let entries: readonly Entry[] | undefined;
  return {
    kind: 'object',
    node,
    get entries() {
      entries ??= node.namedChildren.flatMap(entry);
      return entries;
    },
    get complete() {
      return node.namedChildren.every((child) => child.type === 'pair' && child.field('key')?.type === 'string');
    },
  };
}

function entry(node: SyntaxNode): Entry[] {
  const keyNode = node.field('key');
  const value = node.field('value');
  if (node.type !== 'pair' || !keyNode || !value) return [];
  const key = pythonExpression(keyNode);
  if (key.kind === 'string') return [{ key: key.value, keyNode, value: pythonExpression(value), node }];
  if (key.kind === 'number') return [{ key: keyNode.text, keyNode, value: pythonExpression(value), node }];
  const word = lastWord(key);
  return word === '' ? [] : [{ key: `[${word}]`, keyNode, value: pythonExpression(value), node }];
}

const comparisons: Readonly<Record<string, ComparisonView['operator']>> = {
  '==': 'equal',
  is: 'equal',
  '!=': 'unequal',
  '<>': 'unequal',
  'is not': 'unequal',
  '<': 'less',
  '<=': 'less-or-equal',
  '>': 'greater',
  '>=': 'greater-or-equal',
  in: 'in',
  'not in': 'not-in',
};

const logicals: Readonly<Record<string, LogicalView['operator']>> = { and: 'and', or: 'or' };

/** Of `200 <= status < 300` what stands in the middle is what is compared. */
function comparison(node: SyntaxNode): Expression {
  const operands = node.namedChildren;
  const operators = node.fields('operators').map((operator) => operator.text.replace(/\s+/g, ' '));
  const left = operands.length > 2 ? operands[1] : operands[0];
  const right = operands.at(-1);
  const operator = comparisons[operators.at(-1) ?? ''];
  if (!left || !right || !operator) return { kind: 'other', node };
  return views.comparison(node, operator, left, right);
}

/** What an assignment gives, also through others: the last of `a = b = c`. */
export function assignedValue(node: SyntaxNode): SyntaxNode | undefined {
  let value = node.field('right');
  while (value?.type === 'assignment') value = value.field('right');
  return value;
}
