import type { SyntaxNode } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import { assignedValue, pythonExpression } from './pythonExpressions.ts';
import type { ClassView, Expression, Field, FunctionView, Parameter } from './views.ts';

export function isFunctionNode(node: SyntaxNode): boolean {
  return node.type === 'function_definition' || (node.type === 'lambda' && node.isNamed);
}

export function isClassNode(node: SyntaxNode): boolean {
  return node.type === 'class_definition';
}

const functions = new NodeMemory<FunctionView>('functionView');

export function pythonFunction(node: SyntaxNode): FunctionView {
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
      parameters ??= node.field('parameters')?.namedChildren.flatMap(parameter) ?? [];
      return parameters;
    },
    body: node.field('body'),
    get decorators() {
      return decoratorsOf(node);
    },
    isMethod: holderOf(node)?.type === 'class_definition',
    isExported: holderOf(node)?.type === 'module',
  };
}

/** A lambda bears the name it is given to. */
function nameGivenBy(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  const left = parent?.type === 'assignment' ? parent.field('left') : undefined;
  return left?.type === 'identifier' ? left : undefined;
}

/** The class or module whose body a definition stands in directly. */
function holderOf(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  const outer = parent?.type === 'decorated_definition' ? parent.parent : parent;
  return outer?.type === 'block' ? outer.parent : outer;
}

function decoratorsOf(node: SyntaxNode): readonly Expression[] {
  if (node.parent?.type !== 'decorated_definition') return [];
  return node.parent.namedChildren
    .filter((child) => child.type === 'decorator')
    .flatMap((child) => child.namedChildren.slice(0, 1).map(pythonExpression));
}

/** The function that an expression decorates: `@app.get('/')`. */
export function decoratedFunction(node: SyntaxNode): FunctionView | undefined {
  const definition = node.parent?.type === 'decorator' ? node.parent.parent?.field('definition') : undefined;
  return definition && isFunctionNode(definition) ? pythonFunction(definition) : undefined;
}

function parameter(node: SyntaxNode): Parameter[] {
  const nameNode = node.field('name') ?? (node.type === 'identifier' ? node : node.namedChildren[0]);
  if (!nameNode || node.type === 'keyword_separator' || node.type === 'positional_separator') return [];
  const name = nameNode.type === 'identifier' ? nameNode : nameNode.namedChildren[0];
  const annotation = node.field('type')?.namedChildren[0];
  const fallback = node.field('value');
  const standing = fallback && pythonExpression(fallback);
  return [
    {
      name: name?.text,
      properties: new Map(),
      type: annotation && typeText(annotation),
      default: standing,
      get decorators() {
        // `user: User = Depends(current_user)`: what a framework is to give says what has to hold
        const given = annotation ? annotated(annotation) : [];
        return standing?.kind === 'call' ? [...given, standing] : given;
      },
      node,
    },
  ];
}

/** `Response` of `Optional[Response]`, `Response | None`, `Annotated[Response, …]` and `'Response'`. */
function typeText(annotation: SyntaxNode): string {
  const text = annotation.text.replace(/^["']|["']$/g, '');
  const wrapped = /^(?:\w+\.)*(?:Optional|Annotated)\[\s*([\w.]+)/.exec(text)?.[1];
  return wrapped ?? text.replace(/\s*\|\s*None$/, '');
}

/** The calls among what `Annotated[…]` adds to a type. */
function annotated(annotation: SyntaxNode): readonly Expression[] {
  const [name, parameters] = annotation.namedChildren;
  if (annotation.type !== 'generic_type' || !name || !/(?:^|\.)Annotated$/.test(name.text)) return [];
  return (parameters?.namedChildren ?? [])
    .slice(1)
    .flatMap((type) => type.namedChildren.map(pythonExpression))
    .filter((expression) => expression.kind === 'call');
}

const classes = new NodeMemory<ClassView>('classView');

export function pythonClass(node: SyntaxNode): ClassView {
  return classes.of(node, makeClass);
}

function makeClass(node: SyntaxNode): ClassView {
  const members = node.field('body')?.namedChildren ?? [];
  const bases = (node.field('superclasses')?.namedChildren ?? []).filter((child) => child.type !== 'keyword_argument');
  let methods: readonly FunctionView[] | undefined;
  let fields: readonly Field[] | undefined;
  return {
    kind: 'class',
    node,
    name: node.field('name')?.text,
    get base() {
      return bases[0] && pythonExpression(bases[0]);
    },
    get bases() {
      return bases.map(pythonExpression);
    },
    get decorators() {
      return decoratorsOf(node);
    },
    get methods() {
      methods ??= members
        .map((member) => (member.type === 'decorated_definition' ? member.field('definition') : member))
        .filter((member) => member !== undefined && isFunctionNode(member))
        .flatMap((member) => (member ? [pythonFunction(member)] : []));
      return methods;
    },
    get fields() {
      fields ??= members.flatMap(field);
      return fields;
    },
    isExported: holderOf(node)?.type === 'module',
  };
}

function field(node: SyntaxNode): Field[] {
  const inner = node.type === 'expression_statement' ? node.namedChildren[0] : undefined;
  const name = inner?.type === 'assignment' ? inner.field('left') : undefined;
  if (!inner || name?.type !== 'identifier') return [];
  const value = assignedValue(inner);
  return [{ name: name.text, value: value && pythonExpression(value), isStatic: true }];
}
