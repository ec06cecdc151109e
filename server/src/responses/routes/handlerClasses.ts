import type { Framework, HandlerClasses } from '../../frameworks/framework.ts';
import type { ClassView, Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { joinedPath, pathOf } from '../code/paths.ts';
import { methodOf } from '../code/receivers.ts';
import type { Match } from '../events.ts';
import type { Handler } from '../model.ts';
import { noPrefix, type Prefix } from './prefixes.ts';

/** The methods of classes that answer by their names: `class Users(Resource): def get(self): …` */
export function classHandlers(
  context: FileContext,
  prefixes: ReadonlyMap<string, Prefix>,
  matches: readonly Match[],
): readonly Handler[] {
  const { language, tree, compiled } = context;
  const used = compiled.frameworks.filter((each) => each.handlerClasses && context.uses(each));
  if (used.length === 0) return [];
  return tree.root.namedChildren.flatMap((node) => {
    const view = language.statement(node);
    if (view.kind !== 'class') return [];
    const bases = view.bases ?? (view.base ? [view.base] : []);
    const framework = used.find(
      ({ handlerClasses }) =>
        !handlerClasses?.bases || bases.some((base) => handlerClasses.bases?.test(lastWord(base))),
    );
    if (!framework?.handlerClasses) return [];
    const place = placeOfClass(context, prefixes, view, matches, framework);
    return methodHandlers(view, bases, framework, framework.handlerClasses, place);
  });
}

function methodHandlers(
  view: ClassView,
  bases: readonly Expression[],
  framework: Framework,
  classes: HandlerClasses,
  { path, at }: ClassPlace,
): readonly Handler[] {
  const guards = view.fields
    .filter(({ name }) => classes.guards?.includes(name))
    .flatMap(({ value }) => (value?.kind === 'list' ? value.elements : value ? [value] : []));
  return view.methods.flatMap((method) => {
    const methods = methodsByName(classes, method.name ?? '');
    if (!methods) return [];
    return [
      {
        function: method,
        framework,
        methods,
        route: path === '' ? undefined : path,
        middleware: [...method.decorators, ...view.decorators, ...bases, ...guards],
        siblingMethods: [],
        ...(at ? { routeAt: at } : {}),
      },
    ];
  });
}

/** The path that a class gives to its handlers, and what says so. */
export interface ClassPlace {
  readonly path: string | undefined;
  readonly at?: SyntaxNode;
}

/** The path that a field or the decorators of a class give to its handlers, and the decorator. */
export function placeOfClass(
  context: FileContext,
  prefixes: ReadonlyMap<string, Prefix>,
  around: ClassView | undefined,
  matches: readonly Match[],
  framework: Framework,
): ClassPlace {
  const field = around?.fields.find(({ name }) => name === framework.prefixField);
  if (field?.value) return { path: pathOf(context, field.value) };
  const decorator = matches.find(
    ({ compiled, expression }) => compiled.kind === 'prefixDecorators' && around?.decorators.includes(expression),
  );
  const path = decorator?.bindings.get('PATH');
  if (!decorator || path?.kind !== 'expression') return { path: '' };
  // `@users.route('/<id>')` of a namespace with a path
  const router = decorator.bindings.get('API') ?? decorator.bindings.get('ANY');
  const prefix = (router?.kind === 'expression' && prefixes.get(router.expression.node.text)) || noPrefix;
  const own = pathOf(context, path.expression);
  return { path: prefix === noPrefix ? own : joinedPath(prefix.path, own), at: decorator.expression.node };
}

function methodsByName(classes: HandlerClasses, name: string): readonly string[] | undefined {
  const named = classes.named?.[name];
  if (named !== undefined) return named === '' ? [] : [named];
  const [before = '', after = ''] = classes.methods.split('METHOD');
  if (!name.startsWith(before) || !name.endsWith(after)) return undefined;
  const stem = name.slice(before.length, name.length - after.length);
  // `on_get_item` answers for one of several resources of a class
  const word = before === '' ? stem : stem.replace(/_.*$/, '');
  const method = methodOf(word);
  return method && method === word.toUpperCase() ? [method] : undefined;
}

function lastWord(expression: Expression): string {
  if (expression.kind === 'member') return expression.property;
  if (expression.kind === 'call') return lastWord(expression.callee);
  return expression.kind === 'name' ? expression.name : '';
}
