import type { SyntaxNode } from '../syntax/node.ts';
import { ExpressionViews } from './expressionViews.ts';
import { javascriptFunction } from './javascriptFunctions.ts';
import type { Argument, ComparisonView, Entry, Expression, LogicalView, ObjectView } from './views.ts';

const transparentTypes = new Set([
  'parenthesized_expression',
  'await_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
  'instantiation_expression',
]);

export function isTransparent(node: SyntaxNode): boolean {
  return transparentTypes.has(node.type);
}

const views = new ExpressionViews({ wrapped, make });

export function javascriptExpression(node: SyntaxNode): Expression {
  return views.of(node);
}

function wrapped(node: SyntaxNode): SyntaxNode | undefined {
  if (!isTransparent(node)) return undefined;
  return node.type === 'type_assertion' ? node.namedChildren.at(-1) : node.namedChildren[0];
}

function make(node: SyntaxNode): Expression {
  if (node.isBroken) return { kind: 'other', node };
  switch (node.type) {
    case 'number':
      return { kind: 'number', node, value: Number(node.text.replaceAll('_', '')) };
    case 'string':
      return { kind: 'string', node, value: node.text.slice(1, -1), interpolated: [] };
    case 'template_string':
      return templateString(node);
    case 'true':
    case 'false':
      return { kind: 'boolean', node, value: node.type === 'true' };
    case 'null':
    case 'undefined':
      return { kind: 'nothing', node };
    case 'identifier':
      return node.text === 'undefined' ? { kind: 'nothing', node } : { kind: 'name', node, name: node.text };
    case 'this':
    case 'super':
    case 'type_identifier':
    case 'property_identifier':
    case 'private_property_identifier':
    case 'shorthand_property_identifier':
      return { kind: 'name', node, name: node.text };
    case 'member_expression':
      return views.member(node, node.field('object'), node.field('property'));
    case 'subscript_expression':
      return subscript(node);
    case 'call_expression':
      return call(node, node.field('function'), false);
    case 'new_expression':
      return call(node, node.field('constructor'), true);
    case 'jsx_self_closing_element':
    case 'jsx_opening_element':
      return element(node);
    case 'object':
      return objectView(node);
    case 'array':
      return views.list(node, node.namedChildren);
    case 'arrow_function':
    case 'function_expression':
    case 'function_declaration':
    case 'generator_function':
    case 'generator_function_declaration':
    case 'method_definition':
      return javascriptFunction(node);
    case 'ternary_expression':
      return views.choice(node, node.field('condition'), node.field('consequence'), node.field('alternative'));
    case 'binary_expression':
      return binary(node);
    case 'unary_expression':
      return unary(node);
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return views.assignment(node, node.field('left'), node.field('right'));
    case 'sequence_expression':
      return views.part(node, node.namedChildren.at(-1));
    default:
      return { kind: 'other', node };
  }
}

function templateString(node: SyntaxNode): Expression {
  return {
    kind: 'string',
    node,
    get value() {
      return node.children
        .filter((child) => child.type !== 'template_substitution' && child.type !== '`')
        .map((child) => child.text)
        .join(' ');
    },
    get interpolated() {
      return node.namedChildren
        .filter((child) => child.type === 'template_substitution')
        .flatMap((child) => child.namedChildren.slice(0, 1).map(javascriptExpression));
    },
  };
}

function subscript(node: SyntaxNode): Expression {
  const object = node.field('object');
  const index = node.field('index');
  if (!object || !index) return { kind: 'other', node };
  if (index.type === 'string') {
    return {
      kind: 'member',
      node,
      get object() {
        return javascriptExpression(object);
      },
      property: index.text.slice(1, -1),
      // without the quotes
      propertyNode: index.namedChildren.length === 1 ? (index.namedChildren[0] ?? index) : index,
    };
  }
  return views.index(node, object, index);
}

function call(node: SyntaxNode, callee: SyntaxNode | undefined, constructs: boolean): Expression {
  const list = node.field('arguments');
  const argumentsNode = list?.type === 'arguments' ? list : undefined;
  const given = () => argumentsNode?.namedChildren.map(argument) ?? [];
  return views.call(node, { callee, argumentsNode, given, constructs });
}

function argument(node: SyntaxNode): Argument {
  const spread = node.type === 'spread_element';
  const value = spread ? node.namedChildren[0] : node;
  return { value: views.part(node, value), spread };
}

/** An element is a call of its component, its attributes keyword arguments: `<Failure statusCode={404} />`. */
function element(node: SyntaxNode): Expression {
  const given = () => node.namedChildren.filter(({ type }) => type === 'jsx_attribute').flatMap(attribute);
  return views.call(node, { callee: node.field('name'), argumentsNode: node, given });
}

function attribute(node: SyntaxNode): Argument[] {
  const [name, given] = node.namedChildren;
  const value = given?.type === 'jsx_expression' ? given.namedChildren[0] : given;
  return name && value ? [{ name: name.text, value: javascriptExpression(value), spread: false }] : [];
}

function objectView(node: SyntaxNode): ObjectView {
  let entries: readonly Entry[] | undefined;
  let isComplete: boolean | undefined;
  return {
    kind: 'object',
    node,
    get entries() {
      entries ??= node.namedChildren.flatMap(entry);
      return entries;
    },
    get complete() {
      isComplete ??= node.namedChildren.every(
        (child) => child.type !== 'spread_element' && child.field('key')?.type !== 'computed_property_name',
      );
      return isComplete;
    },
    get spread() {
      const [spread, ...others] = node.namedChildren.filter(({ type }) => type === 'spread_element');
      const value = others.length === 0 ? spread?.namedChildren[0] : undefined;
      return value && javascriptExpression(value);
    },
  };
}

function entry(node: SyntaxNode): Entry[] {
  if (node.type === 'shorthand_property_identifier') {
    return [{ key: node.text, keyNode: node, value: { kind: 'name', node, name: node.text }, node }];
  }
  if (node.type === 'method_definition') {
    const name = node.field('name');
    return name ? [{ key: keyText(name), keyNode: name, value: javascriptExpression(node), node }] : [];
  }
  const keyNode = node.field('key');
  const value = node.field('value');
  if (node.type !== 'pair' || !keyNode || !value) return [];
  if (keyNode.type === 'computed_property_name') {
    const inner = keyNode.namedChildren[0];
    const name = inner && javascriptExpression(inner);
    if (name?.kind !== 'member' && name?.kind !== 'name') return [];
    const key = name.kind === 'member' ? name.property : name.name;
    return [{ key: `[${key}]`, keyNode, value: javascriptExpression(value), node }];
  }
  return [{ key: keyText(keyNode), keyNode, value: javascriptExpression(value), node }];
}

function keyText(node: SyntaxNode): string {
  return node.type === 'string' ? node.text.slice(1, -1) : node.text;
}

const comparisons: Readonly<Record<string, ComparisonView['operator']>> = {
  '==': 'equal',
  '===': 'equal',
  '!=': 'unequal',
  '!==': 'unequal',
  '<': 'less',
  '<=': 'less-or-equal',
  '>': 'greater',
  '>=': 'greater-or-equal',
  in: 'in',
};
const logicals: Readonly<Record<string, LogicalView['operator']>> = { '&&': 'and', '||': 'or', '??': 'otherwise' };

function binary(node: SyntaxNode): Expression {
  if (node.field('operator')?.text === 'instanceof') {
    return views.typeTest(node, node.field('left'), () => [views.part(node, node.field('right'))]);
  }
  return views.binary(node, { comparisons, logicals });
}

function unary(node: SyntaxNode): Expression {
  const operator = node.field('operator')?.text;
  if (operator === '!') return views.not(node, node.field('argument'));
  if (operator === 'void') return { kind: 'nothing', node };
  const operand = node.field('argument');
  if (operator === '+' && operand?.type === 'string') {
    return { kind: 'number', node, value: Number(operand.text.slice(1, -1)) };
  }
  return views.operation(node);
}
