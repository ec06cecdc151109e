import type { SyntaxNode, SyntaxTree } from '../syntax/node.ts';
import { javascriptExpression } from './javascriptExpressions.ts';
import type { ExportView, Expression } from './views.ts';

/** What a module gives to others, by `export` or by `module.exports`. */
export function javascriptExports(tree: SyntaxTree): readonly ExportView[] {
  const found: ExportView[] = [];
  for (const node of tree.root.namedChildren) {
    if (node.type === 'export_statement') found.push(...exported(node));
    else if (node.type === 'expression_statement') {
      const inner = node.namedChildren[0];
      const view = inner && javascriptExpression(inner);
      if (view) found.push(...assigned(view));
    }
  }
  return found;
}

function exported(node: SyntaxNode): readonly ExportView[] {
  const source = node.field('source')?.text.slice(1, -1);
  const clause = node.namedChildren.find((child) => child.type === 'export_clause');
  if (clause) return clause.namedChildren.flatMap((each) => specifier(each, source));
  const space = node.namedChildren.find((child) => child.type === 'namespace_export');
  if (source !== undefined) {
    const name = space?.namedChildren[0]?.text ?? '*';
    return [{ name, from: { source, name: '*' } }];
  }
  const declaration = node.field('declaration');
  const isDefault = node.children.some((child) => child.type === 'default');
  if (!declaration) {
    const value = node.field('value');
    // `export = handler` is what a `require` gives
    const name = isDefault ? 'default' : '=';
    return value ? [{ name, node: value }] : [];
  }
  if (isDefault) return [{ name: 'default', node: declaration }];
  if (declaration.type === 'lexical_declaration' || declaration.type === 'variable_declaration') {
    return declaration.namedChildren.flatMap((each) =>
      names(each.field('name')).map((name) => ({ name, local: name })),
    );
  }
  const name = declaration.field('name')?.text;
  return name === undefined ? [] : [{ name, local: name }];
}

function specifier(node: SyntaxNode, source: string | undefined): readonly ExportView[] {
  const name = node.field('name')?.text;
  if (name === undefined) return [];
  const alias = node.field('alias')?.text ?? name;
  return [source === undefined ? { name: alias, local: name } : { name: alias, from: { source, name } }];
}

function names(pattern: SyntaxNode | undefined): readonly string[] {
  if (!pattern) return [];
  if (pattern.type === 'identifier' || pattern.type === 'shorthand_property_identifier_pattern') return [pattern.text];
  if (pattern.type === 'pair_pattern') return names(pattern.field('value'));
  return pattern.namedChildren.flatMap(names);
}

/** `module.exports = router`, `exports.create = async (req, res) => …`, `module.exports.create = …` */
function assigned(view: Expression): readonly ExportView[] {
  if (view.kind !== 'assignment' || view.target.kind !== 'member') return [];
  const { target, value } = view;
  const own = { name: isModule(target) ? '=' : target.property, node: value.node };
  if (!isModule(target) && !isExports(target.object)) return [];
  // `exports = module.exports = router`
  return value.kind === 'assignment' ? [...assigned(value), { ...own, node: value.value.node }] : [own];
}

/** `module.exports` */
function isModule({ object, property }: Expression & { kind: 'member' }): boolean {
  return property === 'exports' && object.kind === 'name' && object.name === 'module';
}

function isExports(expression: Expression): boolean {
  if (expression.kind === 'member') return isModule(expression);
  return expression.kind === 'name' && expression.name === 'exports';
}
