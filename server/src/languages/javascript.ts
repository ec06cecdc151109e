import type { SyntaxNode, SyntaxTree } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import { javascriptExports } from './javascriptExports.ts';
import { isTransparent, javascriptExpression } from './javascriptExpressions.ts';
import {
  decoratedMethod,
  isClassNode,
  isFunctionNode,
  javascriptClass,
  javascriptFunction,
} from './javascriptFunctions.ts';
import { language } from './language.ts';
import type { Binding, ErrorHandler, Expression, ImportView, Statement, SwitchCase } from './views.ts';
import { javascriptWriting } from './writing.ts';

const inertTypes = new Set([
  'comment',
  'string',
  'string_fragment',
  'template_string',
  'escape_sequence',
  'regex',
  'regex_pattern',
  'jsx_text',
  'literal_type',
  'type_annotation',
  'html_comment',
]);

const statements = new NodeMemory<Statement>('statementView');

function statement(node: SyntaxNode): Statement {
  return statements.of(node, makeStatement);
}

function makeStatement(node: SyntaxNode): Statement {
  if (node.isBroken) return { kind: 'other', node };
  switch (node.type) {
    case 'program':
    case 'statement_block':
      return { kind: 'block', node, statements: node.namedChildren };
    case 'if_statement': {
      const condition = node.field('condition');
      const consequence = node.field('consequence');
      if (!condition || !consequence) return { kind: 'other', node };
      return {
        kind: 'branch',
        node,
        condition: javascriptExpression(condition),
        consequence,
        alternative: node.field('alternative')?.namedChildren[0],
      };
    }
    case 'switch_statement':
      return switchView(node);
    case 'for_in_statement': {
      const name = node.field('left');
      const value = node.field('right');
      const binding =
        name?.type === 'identifier' && value
          ? { name: name.text, nameNode: name, value: javascriptExpression(value), path: [0] }
          : undefined;
      return { kind: 'loop', node, body: node.field('body'), binding };
    }
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
      return { kind: 'loop', node, body: node.field('body'), binding: undefined };
    case 'try_statement':
      return tryView(node);
    case 'return_statement':
    case 'throw_statement': {
      const value = node.namedChildren[0];
      const how = node.type === 'return_statement' ? 'return' : 'throw';
      return { kind: 'exit', node, how, value: value && javascriptExpression(value) };
    }
    case 'break_statement':
    case 'continue_statement':
      return { kind: 'exit', node, how: 'leave', value: undefined };
    case 'lexical_declaration':
    case 'variable_declaration': {
      const held = heldClass(node);
      if (held) return javascriptClass(held);
      return { kind: 'definition', node, bindings: node.namedChildren.flatMap(declarator), isExported: false };
    }
    case 'enum_declaration':
      return enumDefinition(node);
    case 'expression_statement':
      return expressionStatement(node);
    case 'export_statement':
      return exportStatement(node);
    case 'labeled_statement':
    case 'else_clause': {
      const body = node.namedChildren.at(-1);
      return body ? statement(body) : { kind: 'other', node };
    }
    default:
      if (isClassNode(node)) return javascriptClass(node);
      if (isFunctionNode(node)) return javascriptFunction(node);
      return { kind: 'other', node };
  }
}

function expressionStatement(node: SyntaxNode): Statement {
  const inner = node.namedChildren[0];
  if (!inner) return { kind: 'other', node };
  const expression = javascriptExpression(inner);
  if (expression.kind === 'assignment' && expression.target.kind === 'name') {
    const { target, value } = expression;
    const binding = { name: target.name, nameNode: target.node, value, path: [] };
    return { kind: 'definition', node, bindings: [binding], isExported: false };
  }
  return { kind: 'expression', node, expression };
}

/** `enum Status { Missing = 404 }` gives a name to an object, as `const Status = { Missing: 404 }` does. */
function enumDefinition(node: SyntaxNode): Statement {
  const name = node.field('name');
  const body = node.field('body');
  if (!name || !body) return { kind: 'other', node };
  const entries = body.namedChildren.flatMap((member) => {
    const keyNode = member.field('name');
    const value = member.field('value');
    return member.type === 'enum_assignment' && keyNode && value
      ? [{ key: keyNode.text, keyNode, value: javascriptExpression(value), node: member }]
      : [];
  });
  const value: Expression = { kind: 'object', node: body, entries, complete: true };
  return {
    kind: 'definition',
    node,
    bindings: [{ name: name.text, nameNode: name, value, path: [] }],
    isExported: node.parent?.type === 'export_statement',
  };
}

function exportStatement(node: SyntaxNode): Statement {
  const declaration = node.field('declaration');
  if (declaration) {
    const inner = statement(declaration);
    return inner.kind === 'definition' ? { ...inner, isExported: true } : inner;
  }
  const value = node.field('value');
  return value ? { kind: 'expression', node, expression: javascriptExpression(value) } : { kind: 'other', node };
}

function switchView(node: SyntaxNode): Statement {
  const subject = node.field('value');
  const cases: SwitchCase[] = [];
  // a case without statements falls through to the next: its value belongs to that one
  let open: Expression[] = [];
  let isDefault = false;
  for (const child of node.field('body')?.namedChildren ?? []) {
    const value = child.field('value');
    if (value) open.push(javascriptExpression(value));
    if (child.type === 'switch_default') isDefault = true;
    const body = child.fields('body');
    if (body.length === 0) continue;
    cases.push({ values: isDefault ? [] : open, statements: body, node: child });
    open = [];
    isDefault = false;
  }
  const expression = subject && javascriptExpression(subject);
  // `switch (true)` compares nothing: its cases are conditions
  const onConditions = expression?.kind === 'boolean';
  return { kind: 'switch', node, subject: onConditions ? undefined : expression, cases };
}

function tryView(node: SyntaxNode): Statement {
  const body = node.field('body');
  if (!body) return { kind: 'other', node };
  const clause = node.field('handler');
  const handlerBody = clause?.field('body');
  const handlers: ErrorHandler[] =
    clause && handlerBody
      ? [{ binding: clause.field('parameter')?.text, types: [], body: handlerBody, node: clause }]
      : [];
  return { kind: 'try', node, body, handlers, finalizer: node.field('finalizer')?.field('body') };
}

/** `const ShopError = class extends Error { … }` */
function heldClass({ namedChildren: [only, ...others] }: SyntaxNode): SyntaxNode | undefined {
  const value = others.length === 0 ? only?.field('value') : undefined;
  return value && isClassNode(value) ? value : undefined;
}

function declarator(node: SyntaxNode): Binding[] {
  const name = node.field('name');
  if (node.type !== 'variable_declarator' || !name) return [];
  const value = node.field('value');
  return bindings(name, value && javascriptExpression(value), []);
}

function bindings(pattern: SyntaxNode, value: Expression | undefined, path: readonly (string | number)[]): Binding[] {
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern': {
      const own = pattern.type === 'identifier' ? path : [...path, pattern.text];
      return [{ name: pattern.text, nameNode: pattern, value, path: own }];
    }
    case 'object_assignment_pattern':
    case 'assignment_pattern': {
      const left = pattern.field('left');
      const fallback = pattern.field('right');
      if (!left) return [];
      const bound = bindings(left, value, path);
      // what stands in for a whole says nothing of its parts: `{ address: { city } = {} }`
      if (!fallback || /^(?:object|array)_pattern$/.test(left.type)) return bound;
      return bound.map((each) => ({ ...each, fallback: javascriptExpression(fallback) }));
    }
    case 'pair_pattern': {
      const key = pattern.field('key');
      const inner = pattern.field('value');
      return key && inner ? bindings(inner, value, [...path, key.text]) : [];
    }
    case 'object_pattern':
      return pattern.namedChildren.flatMap((child) => bindings(child, value, path));
    case 'array_pattern':
      return pattern.namedChildren.flatMap((child, index) => bindings(child, value, [...path, index]));
    default:
      return [];
  }
}

function imports(tree: SyntaxTree): readonly ImportView[] {
  const found: ImportView[] = [];
  for (const node of tree.root.namedChildren) {
    // `import createError = require('http-errors')`
    const required = node.namedChildren.find((child) => child.type === 'import_require_clause');
    const source = (required ?? node).field('source');
    if (node.type === 'import_statement' && source) {
      found.push({ source: source.text.slice(1, -1), node, names: importedNames(node) });
    } else {
      const view = statement(node);
      if (view.kind === 'definition') found.push(...requires(view.bindings));
    }
  }
  return found;
}

function importedNames(node: SyntaxNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const clause = node.namedChildren.find(
    (child) => child.type === 'import_clause' || child.type === 'import_require_clause',
  );
  for (const child of clause?.namedChildren ?? []) {
    if (child.type === 'identifier') names.set(child.text, 'default');
    else if (child.type === 'namespace_import') names.set(child.namedChildren[0]?.text ?? '', '*');
    else {
      for (const specifier of child.namedChildren) {
        const name = specifier.field('name')?.text;
        if (name) names.set(specifier.field('alias')?.text ?? name, name);
      }
    }
  }
  return names;
}

/** `const express = require('express')`, `const { Router } = require('express')` */
function requires(given: readonly Binding[]): ImportView[] {
  return given.flatMap(({ name, value, path, nameNode }) => {
    // `const router = require('express').Router()`
    if (value?.kind === 'call' && value.callee.kind === 'member') {
      const used = requiredSource(value.callee.object);
      return used === undefined ? [] : [{ source: used, node: nameNode, names: new Map() }];
    }
    const call = value?.kind === 'member' ? value.object : value;
    const source = call && requiredSource(call);
    if (source === undefined) return [];
    const imported = value?.kind === 'member' ? value.property : path.length === 0 ? '*' : String(path[0]);
    return [{ source, node: nameNode, names: new Map([[name, imported]]) }];
  });
}

const typeParts = new Set(['literal_type', 'union_type', 'parenthesized_type', 'array_type', 'type_annotation']);

/** `status` of `status: 404 | 410`, `ErrorStatus` of `type ErrorStatus = 404 | 410`. */
function typedName(node: SyntaxNode): string | undefined {
  if (node.parent?.type !== 'literal_type') return undefined;
  let parent: SyntaxNode | undefined = node.parent;
  while (parent && typeParts.has(parent.type)) parent = parent.parent;
  return (parent?.field('name') ?? parent?.field('pattern'))?.text;
}

/** `require('express')` */
function requiredSource(expression: Expression): string | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name' || expression.callee.name !== 'require')
    return undefined;
  const source = expression.arguments[0]?.value;
  return source?.kind === 'string' ? source.value : undefined;
}

const family = {
  family: 'javascript',
  lineComment: '//',
  testFiles: /[._-](?:test|spec)\.[cm]?[jt]sx?$/,
  importedModule: /(?:\bfrom|\brequire\(|\bimport\(?)\s*['"]([^'"\n]+)['"]/g,
  functionValue: /=>|\bfunction\b/,
  patternFrame: { before: '(', after: ');' },
  isInert: (node: SyntaxNode) => inertTypes.has(node.type),
  isComment: (node: SyntaxNode) => node.type === 'comment',
  isTransparent,
  expression: javascriptExpression,
  statement,
  functionAround: (node: SyntaxNode) => {
    for (let current: SyntaxNode | undefined = node; current; current = current.parent) {
      if (isFunctionNode(current)) return javascriptFunction(current);
    }
    return undefined;
  },
  decorated: decoratedMethod,
  isDecorator: (node: SyntaxNode) => node.parent?.type === 'decorator',
  classAround: (node: SyntaxNode) => {
    for (let current: SyntaxNode | undefined = node; current; current = current.parent) {
      if (isClassNode(current)) return javascriptClass(current);
    }
    return undefined;
  },
  imports,
  typedName,
  writing: javascriptWriting,
  exports: javascriptExports,
} as const;

export const javascript = language({
  ...family,
  grammar: 'javascript',
  languageIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.mjs', '.cjs', '.jsx'],
});

export const typescript = language({
  ...family,
  grammar: 'typescript',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
});

export const tsx = language({
  ...family,
  grammar: 'tsx',
  languageIds: ['typescriptreact'],
  extensions: ['.tsx'],
});
