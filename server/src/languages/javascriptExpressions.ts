import type { SyntaxNode } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import { binaryView } from './binaryViews.ts';
import { javascriptFunction } from './javascriptFunctions.ts';
import { memberView } from './memberView.ts';
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

const views = new NodeMemory<Expression>('expressionView');

/** The view of an expression node. Parts are viewed when they are asked for, so deep nesting costs no stack. */
export function javascriptExpression(node: SyntaxNode): Expression {
  let inner = node;
  while (isTransparent(inner)) {
    const next = inner.type === 'type_assertion' ? inner.namedChildren.at(-1) : inner.namedChildren[0];
    if (!next) break;
    inner = next;
  }
  return views.of(inner, makeView);
}

function makeView(node: SyntaxNode): Expression {
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
      return member(node);
    case 'subscript_expression':
      return subscript(node);
    case 'call_expression':
      return call(node, 'function', false);
    case 'new_expression':
      return call(node, 'constructor', true);
    case 'jsx_self_closing_element':
    case 'jsx_opening_element':
      return element(node);
    case 'object':
      return objectView(node);
    case 'array':
      return {
        kind: 'list',
        node,
        get elements() {
          return node.namedChildren.map(javascriptExpression);
        },
      };
    case 'arrow_function':
    case 'function_expression':
    case 'function_declaration':
    case 'generator_function':
    case 'generator_function_declaration':
    case 'method_definition':
      return javascriptFunction(node);
    case 'ternary_expression':
      return {
        kind: 'choice',
        node,
        get condition() {
          return part(node, 'condition');
        },
        get consequence() {
          return part(node, 'consequence');
        },
        get alternative() {
          return part(node, 'alternative');
        },
      };
    case 'binary_expression':
      return binary(node);
    case 'unary_expression':
      return unary(node);
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return assignment(node);
    case 'sequence_expression': {
      const last = node.namedChildren.at(-1);
      return last ? javascriptExpression(last) : { kind: 'other', node };
    }
    default:
      return { kind: 'other', node };
  }
}

function assignment(node: SyntaxNode): Expression {
  let target: Expression | undefined;
  let value: Expression | undefined;
  return {
    kind: 'assignment',
    node,
    get target() {
      target ??= part(node, 'left');
      return target;
    },
    get value() {
      value ??= part(node, 'right');
      return value;
    },
  };
}

function part(node: SyntaxNode, field: string): Expression {
  const child = node.field(field);
  return child ? javascriptExpression(child) : { kind: 'other', node };
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

function member(node: SyntaxNode): Expression {
  return memberView(node, node.field('object'), node.field('property'), javascriptExpression);
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
  return {
    kind: 'index',
    node,
    get object() {
      return javascriptExpression(object);
    },
    get index() {
      return javascriptExpression(index);
    },
  };
}

function call(node: SyntaxNode, calleeField: string, constructs: boolean): Expression {
  const callee = node.field(calleeField);
  if (!callee) return { kind: 'other', node };
  const list = node.field('arguments');
  let given: readonly Argument[] | undefined;
  return {
    kind: 'call',
    node,
    get callee() {
      return javascriptExpression(callee);
    },
    get arguments() {
      given ??= list?.type === 'arguments' ? list.namedChildren.map(argument) : [];
      return given;
    },
    argumentsNode: list?.type === 'arguments' ? list : undefined,
    constructs,
  };
}

function argument(node: SyntaxNode): Argument {
  const spread = node.type === 'spread_element';
  const value = spread ? node.namedChildren[0] : node;
  return { value: value ? javascriptExpression(value) : { kind: 'other', node }, spread };
}

/** An element is a call of its component, its attributes keyword arguments: `<Failure statusCode={404} />`. */
function element(node: SyntaxNode): Expression {
  const name = node.field('name');
  if (!name) return { kind: 'other', node };
  let given: readonly Argument[] | undefined;
  return {
    kind: 'call',
    node,
    get callee() {
      return javascriptExpression(name);
    },
    get arguments() {
      given ??= node.namedChildren.filter(({ type }) => type === 'jsx_attribute').flatMap(attribute);
      return given;
    },
    argumentsNode: node,
    constructs: false,
  };
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
    return {
      kind: 'type-test',
      node,
      get value() {
        return part(node, 'left');
      },
      get types() {
        return [part(node, 'right')];
      },
    };
  }
  return binaryView(node, { comparisons, logicals }, part);
}

function unary(node: SyntaxNode): Expression {
  const operator = node.field('operator')?.text;
  if (operator === '!') {
    return {
      kind: 'not',
      node,
      get operand() {
        return part(node, 'argument');
      },
    };
  }
  if (operator === 'void') return { kind: 'nothing', node };
  const operand = node.field('argument');
  if (operator === '+' && operand?.type === 'string') {
    return { kind: 'number', node, value: Number(operand.text.slice(1, -1)) };
  }
  return {
    kind: 'operation',
    node,
    get operands() {
      return [part(node, 'argument')];
    },
  };
}
