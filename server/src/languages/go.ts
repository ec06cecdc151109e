import type { SyntaxNode, SyntaxTree } from '../syntax/node.ts';
import { NodeMemory } from '../syntax/nodeMemory.ts';
import { assertedType, assertionTest, goExpression, isTransparent } from './goExpressions.ts';
import { goFunction, isFunctionNode } from './goFunctions.ts';
import { goImportEdits } from './goImports.ts';
import { language } from './language.ts';
import type { Binding, ClassView, Expression, Field, ImportView, Statement, SwitchCase } from './views.ts';
import { goWriting } from './writing.ts';

const inertTypes = new Set([
  'comment',
  'interpreted_string_literal',
  'interpreted_string_literal_content',
  'raw_string_literal',
  'raw_string_literal_content',
  'rune_literal',
  'escape_sequence',
]);

const statements = new NodeMemory<Statement>('statementView');

function statement(node: SyntaxNode): Statement {
  return statements.of(node, makeStatement);
}

function makeStatement(node: SyntaxNode): Statement {
  if (node.isBroken) return { kind: 'other', node };
  switch (node.type) {
    case 'source_file':
    case 'block':
    case 'statement_list':
      return { kind: 'block', node, statements: node.namedChildren };
    case 'if_statement':
      return branch(node);
    case 'expression_switch_statement':
    case 'type_switch_statement':
    case 'select_statement':
      return switchView(node);
    case 'for_statement':
      return loop(node);
    case 'return_statement': {
      const value = node.namedChildren[0];
      return { kind: 'exit', node, how: 'return', value: value && goExpression(value) };
    }
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
    case 'fallthrough_statement':
      return { kind: 'exit', node, how: 'leave', value: undefined };
    case 'short_var_declaration':
      return definition(node, targetsOf(node), true);
    case 'assignment_statement':
      return assignment(node);
    case 'const_declaration':
    case 'var_declaration':
      return { kind: 'definition', node, bindings: specsOf(node).flatMap(declared), isExported: false };
    case 'type_declaration': {
      const spec = node.namedChildren.find((child) => child.type === 'type_spec');
      return spec?.field('type')?.type === 'struct_type' ? struct(spec) : { kind: 'other', node };
    }
    case 'expression_statement':
      return expressionStatement(node);
    case 'labeled_statement': {
      const body = node.namedChildren.at(-1);
      return body && body.type !== 'label_name' ? statement(body) : { kind: 'other', node };
    }
    default:
      return isFunctionNode(node) ? goFunction(node) : { kind: 'other', node };
  }
}

function branch(node: SyntaxNode): Statement {
  const condition = node.field('condition');
  const consequence = node.field('consequence');
  const initializer = node.field('initializer');
  if (!condition || !consequence) return { kind: 'other', node };
  return {
    kind: 'branch',
    node,
    condition: goExpression(condition),
    ...(initializer ? { initializer } : {}),
    consequence,
    alternative: node.field('alternative'),
  };
}

/** No case falls through to the next unless it says so; a `select` waits for one of its cases. */
function switchView(node: SyntaxNode): Statement {
  const value = node.field('value');
  const initializer = node.field('initializer');
  const alias = node.field('alias')?.namedChildren[0];
  const cases = node.namedChildren
    .filter((child) => child.type.endsWith('_case'))
    .map((child): SwitchCase => {
      const body = child.namedChildren.find((each) => each.type === 'statement_list');
      return { values: caseValues(child), statements: body ? [body] : [], node: child };
    });
  const subject = value && goExpression(value);
  return {
    kind: 'switch',
    node,
    // `switch true {` compares nothing: its cases are conditions
    subject: subject?.kind === 'boolean' ? undefined : subject,
    cases,
    ...(initializer ? { initializer } : {}),
    ...(alias ? { binding: { name: alias.text, nameNode: alias, value: subject, path: [], isBlockScoped: true } } : {}),
  };
}

function caseValues(node: SyntaxNode): readonly Expression[] {
  if (node.type === 'type_case') {
    return node
      .fields('type')
      .filter((type) => type.isNamed)
      .map((type) => goExpression(type.type === 'pointer_type' ? (type.namedChildren[0] ?? type) : type));
  }
  const value = node.field('value') ?? node.field('communication');
  if (!value) return [];
  return value.type === 'expression_list' ? value.namedChildren.map(goExpression) : [goExpression(value)];
}

function loop(node: SyntaxNode): Statement {
  const range = node.namedChildren.find((child) => child.type === 'range_clause');
  const value = range?.field('right');
  // `for index, user := range users`: the last name is what people mean
  const name = range?.field('left')?.namedChildren.at(-1);
  const binding: Binding | undefined =
    name?.type === 'identifier' && value
      ? { name: name.text, nameNode: name, value: goExpression(value), path: [0], isBlockScoped: true }
      : undefined;
  return { kind: 'loop', node, body: node.field('body'), binding };
}

interface Target {
  readonly target: SyntaxNode;
  readonly value: Expression | undefined;
  readonly path: readonly number[];
  /** What it is asserted to be. */
  readonly type?: string | undefined;
}

/**
 * `a, b := 1, 2` gives each name its own value, `user, err := find()` the parts of one, `failed, ok := err.(*Failure)` what
 * is tested and the test.
 */
function targetsOf(node: SyntaxNode): readonly Target[] {
  const targets = node.field('left')?.namedChildren ?? [];
  const values = node.field('right')?.namedChildren ?? [];
  return paired(targets, values);
}

function paired(targets: readonly SyntaxNode[], values: readonly SyntaxNode[]): readonly Target[] {
  const [shared] = values.length === 1 && targets.length > 1 ? values : [];
  return targets.map((target, index) => {
    const value = shared ?? values[index];
    if (!value) return { target, value, path: [] };
    const type = assertedType(value);
    if (type && shared && index > 0) return { target, value: assertionTest(shared, type), path: [] };
    return { target, value: goExpression(value), path: shared ? [index] : [], type: type?.text };
  });
}

function definition(node: SyntaxNode, targets: readonly Target[], isBlockScoped: boolean): Statement {
  const bindings = targets.flatMap(({ target, value, path, type }): Binding[] =>
    target.type === 'identifier' && target.text !== '_'
      ? [{ name: target.text, nameNode: target, value, path, isBlockScoped, type }]
      : [],
  );
  return { kind: 'definition', node, bindings, isExported: false };
}

/** `user, err = find()` gives names that are there already another value; `user.Name = name` none. */
function assignment(node: SyntaxNode): Statement {
  const targets = targetsOf(node);
  if (targets.some(({ target }) => target.type === 'identifier') && node.field('operator')?.text === '=') {
    return definition(node, targets, false);
  }
  return { kind: 'expression', node, expression: goExpression(node) };
}

function specsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.flatMap((child) => (child.type === 'var_spec_list' ? child.namedChildren : [child]));
}

function declared(spec: SyntaxNode): readonly Binding[] {
  const names = spec.fields('name').filter((name) => name.isNamed);
  const values = spec.field('value')?.namedChildren ?? [];
  return paired(names, values).map(({ target, value, path, type }) => ({
    name: target.text,
    nameNode: target,
    value,
    path,
    isBlockScoped: true,
    type: spec.field('type')?.text ?? type,
  }));
}

/** What ends the program or the goroutine ends the function too. */
const endings = /^(?:panic|os\.Exit|log\.(?:Fatal|Panic)(?:f|ln)?|runtime\.Goexit)$/;

function expressionStatement(node: SyntaxNode): Statement {
  const inner = node.namedChildren[0];
  if (!inner) return { kind: 'other', node };
  const callee = inner.type === 'call_expression' ? inner.field('function')?.text : undefined;
  const expression = goExpression(inner);
  if (callee && endings.test(callee)) return { kind: 'exit', node, how: 'throw', value: expression };
  return { kind: 'expression', node, expression };
}

function struct(spec: SyntaxNode): ClassView {
  const declarations = spec.field('type')?.namedChildren.flatMap((list) => list.namedChildren) ?? [];
  return {
    kind: 'class',
    node: spec,
    name: spec.field('name')?.text,
    base: undefined,
    decorators: [],
    methods: [],
    get fields() {
      return declarations.flatMap((declaration): Field[] =>
        fieldNames(declaration).map((name) => ({
          name,
          value: undefined,
          isStatic: false,
          type: declaration.field('type')?.text,
          isUnsaid: declaration.field('tag')?.text.includes('json:"-"') === true,
        })),
      );
    },
    isExported: false,
  };
}

/** What is embedded bears the name of its type. */
function fieldNames(declaration: SyntaxNode): readonly string[] {
  const names = declaration.fields('name').map(({ text }) => text);
  const embedded = declaration.field('type')?.text.split('.').at(-1)?.replace(/^\*/, '');
  return names.length > 0 || embedded === undefined ? names : [embedded];
}

function imports(tree: SyntaxTree): readonly ImportView[] {
  const specs = tree.root.namedChildren
    .filter((node) => node.type === 'import_declaration')
    .flatMap((node) => node.namedChildren)
    .flatMap((node) => (node.type === 'import_spec_list' ? node.namedChildren : [node]));
  return specs.flatMap((node): ImportView[] => {
    const source = node.field('path')?.text.slice(1, -1);
    if (node.type !== 'import_spec' || !source) return [];
    const alias = node.field('name')?.text;
    const packageName = packageNameOf(source);
    const names = new Map(alias === '_' ? [] : [[alias ?? packageName, '*']]);
    return [{ source, node, names, packageName }];
  });
}

/** What a package most likely calls itself: `github.com/labstack/echo/v4` is `echo`, `github.com/goccy/go-json` is `json`. */
function packageNameOf(source: string): string {
  const parts = source.split('/').filter((part) => !/^v\d+$/.test(part));
  const last = (parts.at(-1) ?? source).replace(/\.v\d+$/, '').replace(/[-.]go$/, '');
  return last.split('-').at(-1) ?? last;
}

function structAround(node: SyntaxNode): ClassView | undefined {
  for (let current: SyntaxNode | undefined = node; current; current = current.parent) {
    if (current.type === 'type_declaration') {
      const view = statement(current);
      return view.kind === 'class' ? view : undefined;
    }
  }
  return undefined;
}

export const go = language({
  family: 'go',
  grammar: 'go',
  languageIds: ['go'],
  extensions: ['.go'],
  lineComment: '//',
  importedModule: /^\s*(?:import\s+)?(?:[\w.]+\s+)?"([\w./~-]+)"\s*$/gm,
  functionValue: /\bfunc\s*\(/,
  patternFrame: { before: 'func _() {\n', after: '\n}' },
  testFiles: /_test\.go$/,
  sharesFolder: true,
  declaresTypes: true,
  errorsAreValues: true,
  referenceSign: '&',
  isInert: (node) => inertTypes.has(node.type),
  isComment: (node) => node.type === 'comment',
  isTransparent,
  expression: goExpression,
  statement,
  functionAround: (node) => {
    for (let current: SyntaxNode | undefined = node; current; current = current.parent) {
      if (isFunctionNode(current)) return goFunction(current);
    }
    return undefined;
  },
  decorated: () => undefined,
  classAround: structAround,
  imports,
  writing: goWriting,
  importEdits: goImportEdits,
});
