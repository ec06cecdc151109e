import type { SyntaxNode } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import type { FunctionView, Parameter } from './views.ts';

export function isFunctionNode(node: SyntaxNode): boolean {
  return node.type === 'function_declaration' || node.type === 'method_declaration' || node.type === 'func_literal';
}

const functions = new NodeMemory<FunctionView>('functionView');

export function goFunction(node: SyntaxNode): FunctionView {
  return functions.of(node, makeFunction);
}

function makeFunction(node: SyntaxNode): FunctionView {
  const nameNode = node.field('name') ?? nameGivenBy(node);
  let parameters: readonly Parameter[] | undefined;
  const [receiver] = node.field('receiver')?.namedChildren.flatMap(parametersOf) ?? [];
  return {
    kind: 'function',
    node,
    name: nameNode?.text,
    nameNode,
    get parameters() {
      parameters ??= node.field('parameters')?.namedChildren.flatMap(parametersOf) ?? [];
      return parameters;
    },
    body: node.field('body'),
    decorators: [],
    isMethod: node.type === 'method_declaration',
    isExported: /^\p{Lu}/u.test(nameNode?.text ?? ''),
    ...(receiver ? { receiver } : {}),
    get result() {
      const given = node.field('result');
      const first = given?.type === 'parameter_list' ? given.namedChildren[0] : undefined;
      return (first ? (first.field('type') ?? first) : given)?.text;
    },
  };
}

/** A function literal bears the name of the variable, field or key it is given to. */
function nameGivenBy(node: SyntaxNode): SyntaxNode | undefined {
  const list = node.parent;
  const holder = list?.parent;
  if (list?.type === 'literal_element' && holder?.type === 'keyed_element') {
    const key = holder.field('key')?.namedChildren[0];
    return key?.start === node.start ? undefined : key;
  }
  if (list?.type !== 'expression_list' || list.namedChildren.length !== 1) return undefined;
  const target = holder?.field('left')?.namedChildren[0] ?? holder?.field('name');
  return target?.type === 'selector_expression' ? target.field('field') : target;
}

/** `a, b int` are two parameters; the type of `rest ...any` has the dots. */
function parametersOf(node: SyntaxNode): readonly Parameter[] {
  const names = node.fields('name').filter((name) => name.isNamed);
  const declared = node.field('type')?.text;
  const type = node.type === 'variadic_parameter_declaration' && declared !== undefined ? `...${declared}` : declared;
  const parameter = (name: SyntaxNode | undefined): Parameter => ({
    name: name?.text,
    properties: new Map(),
    type,
    default: undefined,
    decorators: [],
    node: name ?? node,
  });
  return names.length > 0 ? names.map(parameter) : [parameter(undefined)];
}
