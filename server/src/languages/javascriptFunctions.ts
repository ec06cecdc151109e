import type { SyntaxNode } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import { javascriptExpression } from './javascriptExpressions.ts';
import type { ClassView, Expression, Field, FunctionView, Parameter } from './views.ts';

const functionTypes = new Set([
  'arrow_function',
  'function_expression',
  'function_declaration',
  'generator_function',
  'generator_function_declaration',
  'method_definition',
]);

export function isFunctionNode(node: SyntaxNode): boolean {
  return functionTypes.has(node.type);
}

export function isClassNode(node: SyntaxNode): boolean {
  return node.type === 'class_declaration' || node.type === 'class' || node.type === 'abstract_class_declaration';
}

const functions = new NodeMemory<FunctionView>('functionView');

export function javascriptFunction(node: SyntaxNode): FunctionView {
  return functions.of(node, makeFunction);
}

function makeFunction(node: SyntaxNode): FunctionView {
  const nameNode = node.field('name') ?? nameGivenBy(node);
  let parameters: readonly Parameter[] | undefined;
  return {
    kind: 'function',
    node,
    name: nameNode?.text,
    nameNode,
    get parameters() {
      parameters ??= parametersOf(node);
      return parameters;
    },
    body: node.field('body'),
    get decorators() {
      return node.type === 'method_definition' ? decoratorsOf(node) : [];
    },
    isMethod: node.type === 'method_definition',
    isExported: isExported(node),
  };
}

/** An anonymous function bears the name of the variable, key or member it is given to. */
function nameGivenBy(node: SyntaxNode): SyntaxNode | undefined {
  let value = node;
  let parent = node.parent;
  // `export const handler = middy(async (event) => …)`, `wrap(async (req, res) => …)`: the wrapper's result bears it
  while (
    parent &&
    (parent.type === 'arguments' ||
      parent.type === 'call_expression' ||
      parent.type === 'parenthesized_expression' ||
      parent.type === 'await_expression')
  ) {
    value = parent;
    parent = parent.parent;
  }
  if (!parent) return undefined;
  if (parent.type === 'variable_declarator') return named(parent.field('name'));
  if (parent.type === 'pair') return parent.field('key');
  if (parent.type === 'public_field_definition' || parent.type === 'field_definition') {
    return parent.field('name') ?? parent.field('property');
  }
  if (parent.type === 'assignment_expression' && parent.field('right')?.start === value.start) {
    const left = parent.field('left');
    return left?.type === 'member_expression' ? left.field('property') : named(left);
  }
  return undefined;
}

function named(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return node?.type === 'identifier' ? node : undefined;
}

function isExported(node: SyntaxNode): boolean {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === 'export_statement') return true;
    if (current.type === 'statement_block' || current.type === 'class_body') return false;
  }
  return false;
}

function parametersOf(node: SyntaxNode): readonly Parameter[] {
  const single = node.field('parameter');
  if (single) return [parameter(single)];
  return node.field('parameters')?.namedChildren.map(parameter) ?? [];
}

function parameter(node: SyntaxNode): Parameter {
  let pattern = node.field('pattern') ?? node;
  let fallback = node.field('value');
  if (pattern.type === 'assignment_pattern') {
    fallback = pattern.field('right');
    pattern = pattern.field('left') ?? pattern;
  }
  if (pattern.type === 'rest_pattern') pattern = pattern.namedChildren[0] ?? pattern;
  const annotation = node.field('type');
  return {
    name: pattern.type === 'identifier' ? pattern.text : undefined,
    properties: takenApart(pattern),
    type: annotation?.text.replace(/^:\s*/, ''),
    default: fallback ? javascriptExpression(fallback) : undefined,
    decorators: node.children.filter((child) => child.type === 'decorator').flatMap(decorator),
    isField: node.children.some((child) => child.type === 'accessibility_modifier' || child.type === 'readonly'),
    node,
  };
}

function takenApart(pattern: SyntaxNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (pattern.type !== 'object_pattern') return names;
  for (const child of pattern.namedChildren) {
    if (child.type === 'shorthand_property_identifier_pattern') names.set(child.text, child.text);
    else if (child.type === 'object_assignment_pattern') {
      const left = child.field('left');
      if (left) names.set(left.text, left.text);
    } else if (child.type === 'pair_pattern') {
      const key = child.field('key');
      const value = child.field('value');
      if (key && value?.type === 'identifier') names.set(key.text, value.text);
    }
  }
  return names;
}

/** Decorators stand before a method in TypeScript's grammar, inside it in JavaScript's, before `export` on a class. */
function decoratorsOf(node: SyntaxNode): readonly Expression[] {
  const own = node.children.filter((child) => child.type === 'decorator');
  if (own.length > 0) return own.flatMap(decorator);
  const found: SyntaxNode[] = [];
  const siblings = node.parent?.children ?? [];
  for (let index = siblings.indexOf(node) - 1; index >= 0; index--) {
    const sibling = siblings[index];
    if (sibling?.type === 'decorator') found.unshift(sibling);
    else if (sibling?.type !== 'comment' && sibling?.text !== 'export') break;
  }
  return found.flatMap(decorator);
}

/** The method that an expression decorates, `@HttpCode(204)`, wherever the grammar has put its decorators. */
export function decoratedMethod(node: SyntaxNode): FunctionView | undefined {
  const own = node.parent;
  const around = own?.parent;
  if (own?.type !== 'decorator' || !around) return undefined;
  if (around.type === 'method_definition') return javascriptFunction(around);
  if (around.type !== 'class_body') return undefined;
  const next = around.namedChildren.find((sibling) => sibling.start >= own.end && sibling.type !== 'decorator');
  return next?.type === 'method_definition' ? javascriptFunction(next) : undefined;
}

function decorator(node: SyntaxNode): Expression[] {
  const expression = node.namedChildren[0];
  return expression ? [javascriptExpression(expression)] : [];
}

const classes = new NodeMemory<ClassView>('classView');

export function javascriptClass(node: SyntaxNode): ClassView {
  return classes.of(node, makeClass);
}

function makeClass(node: SyntaxNode): ClassView {
  const held = node.parent?.type === 'variable_declarator' ? node.parent : undefined;
  const members = node.field('body')?.namedChildren ?? [];
  const heritage = node.children.find((child) => child.type === 'class_heritage');
  let methods: readonly FunctionView[] | undefined;
  let fields: readonly Field[] | undefined;
  return {
    kind: 'class',
    node,
    name: (held ?? node).field('name')?.text,
    get base() {
      const clause = heritage?.namedChildren[0];
      const base = clause?.type === 'extends_clause' ? clause.field('value') : clause;
      return base ? javascriptExpression(base) : undefined;
    },
    get decorators() {
      return decoratorsOf(node);
    },
    get methods() {
      methods ??= members.filter((member) => member.type === 'method_definition').map(javascriptFunction);
      return methods;
    },
    get fields() {
      fields ??= members.flatMap(field);
      return fields;
    },
    isExported: (held?.parent ?? node).parent?.type === 'export_statement',
  };
}

function field(node: SyntaxNode): Field[] {
  if (node.type !== 'public_field_definition' && node.type !== 'field_definition') return [];
  const name = node.field('name') ?? node.field('property');
  if (!name) return [];
  const value = node.field('value');
  return [
    {
      name: name.text,
      value: value ? javascriptExpression(value) : undefined,
      isStatic: node.children.some((child) => child.type === 'static'),
    },
  ];
}
