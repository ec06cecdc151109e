import type { Expression, FunctionView, Parameter } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { ownPackage } from '../knowledge.ts';
import type { ImportedName } from '../summaries/summary.ts';
import type { FileContext } from './context.ts';

/** Steps of a path that lead on from a function: to what it gives, to the router it gives, to the one it is given. */
export const resultStep = '()';
export const routerStep = '(router)';
export function parameterStep(index: number): string {
  return `(${index})`;
}

export function isRouterStep(step: string): boolean {
  return /^\((?:\d+|router)\)$/.test(step);
}

const maximumDepth = 6;

/**
 * What a value of a language with declared types is, as others know it: of `users.Create` the type of `users` and the
 * method, of `handlers.New(db).Create` the function, what it gives, and the method. Where it is defined is not asked.
 */
export function typedName(context: FileContext, expression: Expression, depth = 0): ImportedName | undefined {
  if (!context.language.declaresTypes || depth > maximumDepth) return undefined;
  switch (expression.kind) {
    case 'name':
      return ofName(context, expression.name, expression.node, depth);
    case 'member': {
      const { object, property } = expression;
      const holder = typedName(context, object, depth + 1);
      return holder && on(holder, property);
    }
    case 'object':
      return expression.type && typeNamed(context, expression.type.node.text);
    case 'call': {
      const { callee } = expression;
      const [given] = expression.arguments;
      if (callee.kind === 'name' && callee.name === 'new' && given) return typeNamed(context, given.value.node.text);
      const maker = typedName(context, callee, depth + 1);
      return maker && on(maker, resultStep);
    }
    default:
      return undefined;
  }
}

function ofName(context: FileContext, name: string, at: SyntaxNode, depth: number): ImportedName | undefined {
  const definition = context.scopes.definitions(name, at)[0];
  switch (definition?.kind) {
    case 'parameter':
      return definition.parameter.type === undefined ? undefined : typeNamed(context, definition.parameter.type);
    case 'value': {
      const { value, path, type } = definition.binding;
      if (type !== undefined) return typeNamed(context, type);
      // `users, err := NewUsers()`: of several things the first
      return value && (path.length === 0 || path[0] === 0) ? typedName(context, value, depth + 1) : undefined;
    }
    case undefined: {
      const receiver = receiverNamed(context, name, at);
      if (receiver?.type !== undefined) return typeNamed(context, receiver.type);
      const imported = context.importOf(name);
      return { source: imported?.source ?? ownPackage, path: imported ? [] : [name] };
    }
    default:
      return { source: ownPackage, path: [name] };
  }
}

/** `*handlers.Users`, as others know it; nothing where it is no type with a name. */
export function typeNamed(context: FileContext, type: string): ImportedName | undefined {
  const [, qualifier, name] = /^[&*]?(?:(\w+)\.)?(\w+)(?:\[.*\])?$/s.exec(type.trim()) ?? [];
  if (name === undefined) return undefined;
  if (qualifier === undefined) return { source: ownPackage, path: [name] };
  const imported = context.importOf(qualifier);
  return imported && { source: imported.source, path: [name] };
}

function receiverNamed(context: FileContext, name: string, at: SyntaxNode): Parameter | undefined {
  for (let around = context.functionAround(at); around; ) {
    if (around.receiver?.name === name) return around.receiver;
    const { parent }: SyntaxNode = around.node;
    around = parent && context.functionAround(parent);
  }
  return undefined;
}

/** What the names lead to from something. */
export function on({ source, path }: ImportedName, ...steps: readonly string[]): ImportedName {
  return { source, path: [...path, ...steps] };
}

/** The name by which others know a function: `Users.Create` of a method that stands outside of its type. */
export function nameOfFunction({ name, receiver }: FunctionView): string | undefined {
  const type = receiver?.type === undefined ? undefined : /(\w+)(?:\[.*\])?$/s.exec(receiver.type)?.[1];
  return name === undefined || type === undefined ? name : methodName(type, name);
}

export function methodName(type: string, method: string): string {
  return `${type}.${method}`;
}

/** The function at the top of a file that a place is in. */
export function outermostFunction({ language }: FileContext, at: SyntaxNode): FunctionView | undefined {
  let outermost: FunctionView | undefined;
  for (let around = language.functionAround(at); around; ) {
    outermost = around;
    const { parent }: SyntaxNode = around.node;
    around = parent && language.functionAround(parent);
  }
  return outermost;
}
