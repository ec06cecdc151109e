import type { SyntaxNode, SyntaxTree } from '../syntax/node.ts';
import { language } from './language.ts';
import { isTransparent, pythonExpression } from './pythonExpressions.ts';
import { decoratedFunction, isClassNode, isFunctionNode, pythonClass, pythonFunction } from './pythonFunctions.ts';
import { pythonImportEdits } from './pythonImports.ts';
import { pythonStatement } from './pythonStatements.ts';
import type { ImportView } from './views.ts';
import { pythonWriting } from './writing.ts';

const inertTypes = new Set([
  'comment',
  'string',
  'string_start',
  'string_content',
  'string_end',
  'escape_sequence',
  'type',
]);

const comprehensions = new Set(['list_comprehension', 'set_comprehension', 'generator_expression']);

/** Imports stand at the top, or where they must: under `try`, `if TYPE_CHECKING` and inside functions. */
function imports(tree: SyntaxTree): readonly ImportView[] {
  const found: ImportView[] = [];
  const open: SyntaxNode[] = [...tree.root.namedChildren].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'import_statement') found.push(...modulesOf(node));
    else if (node.type === 'import_from_statement') found.push(...namesFrom(node));
    else if (mayHoldImports.has(node.type)) open.push(...[...node.namedChildren].reverse());
  }
  return found;
}

const mayHoldImports = new Set([
  'try_statement',
  'except_clause',
  'else_clause',
  'if_statement',
  'block',
  'with_statement',
  'function_definition',
  'decorated_definition',
  'class_definition',
]);

/** `import aiohttp.web`, `import numpy as np` */
function modulesOf(node: SyntaxNode): ImportView[] {
  return node.fields('name').flatMap((name) => {
    if (name.type === 'aliased_import') {
      const source = name.field('name')?.text;
      const alias = name.field('alias')?.text;
      return source && alias ? [{ source, node, names: new Map([[alias, '*']]) }] : [];
    }
    const source = name.text;
    return [{ source, node, names: new Map([[source.replace(/\..*$/s, ''), '*']]) }];
  });
}

/** `from flask import abort, jsonify as as_json` */
function namesFrom(node: SyntaxNode): ImportView[] {
  const source = node.field('module_name')?.text;
  if (!source) return [];
  const names = new Map<string, string>();
  for (const name of node.fields('name')) {
    const imported = name.type === 'aliased_import' ? name.field('name')?.text : name.text;
    const local = name.type === 'aliased_import' ? name.field('alias')?.text : name.text;
    if (imported && local) names.set(local, imported);
  }
  return [{ source, node, names }];
}

export const python = language({
  family: 'python',
  grammar: 'python',
  languageIds: ['python'],
  extensions: ['.py', '.pyi'],
  lineComment: '#',
  testFiles: /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/,
  importedModule: /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w.]+))/gm,
  patternFrame: { before: '', after: '' },
  constructsByCall: true,
  importsModulesByName: true,
  waitsUnmarked: true,
  assignedModuleNames: /^[ \t]+global[ \t]+([\w, \t]+)$/gm,
  isInert: (node) => inertTypes.has(node.type),
  isComment: (node) => node.type === 'comment',
  isTransparent,
  expression: pythonExpression,
  statement: pythonStatement,
  functionAround: (node) => {
    for (let current: SyntaxNode | undefined = node; current; current = current.parent) {
      if (isFunctionNode(current)) return pythonFunction(current);
    }
    return undefined;
  },
  isDecorator: (node) => node.parent?.type === 'decorator',
  decorated: decoratedFunction,
  classAround: (node) => {
    for (let current: SyntaxNode | undefined = node; current; current = current.parent) {
      if (isClassNode(current)) return pythonClass(current);
    }
    return undefined;
  },
  comprehended: (node) => {
    const clause = comprehensions.has(node.type)
      ? node.namedChildren.find(({ type }) => type === 'for_in_clause')
      : undefined;
    const source = clause?.field('right');
    return source && pythonExpression(source);
  },
  imports,
  writing: pythonWriting,
  importEdits: pythonImportEdits,
});
