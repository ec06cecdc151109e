import type { SyntaxNode } from '../syntax/node.ts';
import { ExpressionViews } from './expressionViews.ts';
import { goFunction, isFunctionNode } from './goFunctions.ts';
import type { Argument, ComparisonView, Entry, Expression, LogicalView, ObjectView, TypeTestView } from './views.ts';

/** Nodes that wrap one expression and change nothing about what it is. */
const transparentTypes = new Set([
  'parenthesized_expression',
  'literal_element',
  'type_assertion_expression',
  'type_conversion_expression',
  'expression_list',
]);

export function isTransparent(node: SyntaxNode): boolean {
  if (node.type === 'unary_expression') return /^[&*]$/.test(node.field('operator')?.text ?? '');
  if (node.type === 'expression_list') return node.namedChildren.length === 1;
  return transparentTypes.has(node.type);
}

const views = new ExpressionViews({ wrapped, make });

export function goExpression(node: SyntaxNode): Expression {
  return views.of(node);
}

function wrapped(node: SyntaxNode): SyntaxNode | undefined {
  if (isTransparent(node)) return node.field('operand') ?? node.namedChildren[0];
  // the braces of `T{…}` are where its entries are, `{…}` without a type is all there is
  return node.type === 'literal_value' && node.parent?.type === 'composite_literal' ? node.parent : undefined;
}

function make(node: SyntaxNode): Expression {
  if (node.isBroken) return { kind: 'other', node };
  switch (node.type) {
    case 'int_literal':
    case 'float_literal':
      return { kind: 'number', node, value: Number(node.text.replaceAll('_', '')) };
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { kind: 'string', node, value: node.text.slice(1, -1), interpolated: [] };
    case 'true':
    case 'false':
      return { kind: 'boolean', node, value: node.type === 'true' };
    case 'nil':
      return { kind: 'nothing', node };
    case 'identifier':
    case 'field_identifier':
    case 'package_identifier':
    case 'type_identifier':
      return { kind: 'name', node, name: node.text };
    case 'selector_expression':
      return views.member(node, node.field('operand'), node.field('field'));
    case 'qualified_type':
      return views.member(node, node.field('package'), node.field('name'));
    case 'generic_type':
      return views.part(node, node.field('type'));
    case 'index_expression':
      return views.index(node, node.field('operand'), node.field('index'));
    case 'call_expression':
      return typeTest(node) ?? call(node);
    case 'composite_literal':
      return compositeLiteral(node, node.field('body'), node.field('type'));
    case 'literal_value':
      return compositeLiteral(node, node, undefined);
    case 'expression_list':
      return views.list(node, node.namedChildren, { isTuple: true });
    case 'binary_expression':
      return views.binary(node, { comparisons, logicals });
    case 'unary_expression':
      return node.field('operator')?.text === '!' ? views.not(node, node.field('operand')) : views.operation(node);
    case 'assignment_statement':
      return assignment(node);
    default:
      return isFunctionNode(node) ? goFunction(node) : { kind: 'other', node };
  }
}

function call(node: SyntaxNode): Expression {
  const argumentsNode = node.field('arguments');
  const given = () => argumentsNode?.namedChildren.map(argument) ?? [];
  return views.call(node, { callee: node.field('function'), argumentsNode, given });
}

function argument(node: SyntaxNode): Argument {
  const spread = node.type === 'variadic_argument';
  const value = spread ? node.namedChildren[0] : node;
  return { value: views.part(node, value), spread };
}

/** `errors.Is(err, ErrMissing)`, `errors.As(err, &missing)`, `os.IsNotExist(err)` */
function typeTest(node: SyntaxNode): Expression | undefined {
  const callee = node.field('function');
  const given = node.field('arguments')?.namedChildren ?? [];
  const name = callee?.type === 'selector_expression' ? callee.field('field')?.text : callee?.text;
  const [value, type] = given;
  if (!callee || !value || !name) return undefined;
  const tested = /^(?:Is|As|ErrorIs|ErrorAs)$/.test(name) ? type : /^[iI]s[A-Z]/.test(name) ? callee : undefined;
  if (!tested || given.length !== (tested === callee ? 1 : 2) || !isErrorText(value.text)) return undefined;
  return views.typeTest(node, value, () => [goExpression(tested)]);
}

/** `*Failure` of `err.(*Failure)` and `errors.AsType[*Failure](err)`. */
export function assertedType(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'type_assertion_expression') return node.field('type');
  const [generic] = node.type === 'type_conversion_expression' ? node.namedChildren : [];
  return generic?.field('type')?.text === 'errors.AsType' ? generic.namedChildren.at(-1)?.namedChildren[0] : undefined;
}

/** What `ok` says in `failed, ok := err.(*Failure)`. */
export function assertionTest(node: SyntaxNode, type: SyntaxNode): TypeTestView {
  return views.typeTest(node, node, () => [goExpression(type)]);
}

function isErrorText(text: string): boolean {
  return /(?:^|\.)(?:e|err|\w*[eE]rr(?:or)?)(?:\(\))?$/.test(text);
}

function compositeLiteral(node: SyntaxNode, braces: SyntaxNode | undefined, type: SyntaxNode | undefined): Expression {
  if (!braces) return { kind: 'other', node };
  const elements = braces.namedChildren;
  const isList =
    type?.type === 'slice_type' || type?.type === 'array_type' || type?.type === 'implicit_length_array_type';
  const isKeyed = elements.some((element) => element.type === 'keyed_element');
  if (isList) return views.list(node, elements);
  if (elements.length > 0 && !isKeyed) {
    const isNamed = type?.type === 'type_identifier' || type?.type === 'qualified_type';
    return views.list(node, elements, isNamed ? { type: goExpression(type) } : {});
  }
  return objectView(node, braces, type);
}

function objectView(node: SyntaxNode, braces: SyntaxNode, type: SyntaxNode | undefined): ObjectView {
  let entries: readonly Entry[] | undefined;
  const isMap = type?.type === 'map_type';
  return {
    kind: 'object',
    node,
    braces,
    ...(type && !isMap ? { type: goExpression(type) } : {}),
    get entries() {
      entries ??= braces.namedChildren.flatMap((element) => entry(element));
      return entries;
    },
    get complete() {
      return braces.namedChildren.every((element) => !hasComputedKey(element, isMap));
    },
  };
}

function entry(node: SyntaxNode): Entry[] {
  const key = node.field('key');
  const value = node.field('value');
  if (node.type !== 'keyed_element' || !key || !value) return [];
  const keyNode = key.type === 'literal_element' ? (key.namedChildren[0] ?? key) : key;
  const view = goExpression(keyNode);
  const text = view.kind === 'string' ? view.value : view.kind === 'member' ? `[${view.property}]` : keyNode.text;
  return [{ key: text, keyNode, value: goExpression(value), node }];
}

/** In a map a name as a key stands for its value, in a struct it is the field. */
function hasComputedKey(element: SyntaxNode, isMap: boolean): boolean {
  const key = element.field('key')?.namedChildren[0];
  return key !== undefined && (key.type === 'identifier' ? isMap : !/literal$/.test(key.type));
}

const comparisons: Readonly<Record<string, ComparisonView['operator']>> = {
  '==': 'equal',
  '!=': 'unequal',
  '<': 'less',
  '<=': 'less-or-equal',
  '>': 'greater',
  '>=': 'greater-or-equal',
};

const logicals: Readonly<Record<string, LogicalView['operator']>> = { '&&': 'and', '||': 'or' };

function assignment(node: SyntaxNode): Expression {
  const left = node.field('left');
  const right = node.field('right');
  if (!left || !right || left.namedChildren.length !== 1 || right.namedChildren.length !== 1) {
    return { kind: 'other', node };
  }
  return views.assignment(node, left, right);
}
