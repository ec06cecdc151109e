import type { CallView, Expression } from '../../languages/views.ts';
import { calleeName, isAwaited } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import type { Definition } from '../code/scope.ts';
import { keysFromElsewhere } from './keysFromElsewhere.ts';
import type { Principals } from './principals.ts';
import { isLookup } from './vocabulary.ts';

/** What a look-up is keyed by: the URL, the body, or the authenticated caller. */
export type Key = 'url' | 'body' | 'principal';

const maximumDepth = 5;

/** The keys of a look-up, as far as the arguments of its chain show them: `db.prepare(…).bind(id).first()`. */
export function keysOf(context: FileContext, principals: Principals, lookup: CallView): ReadonlySet<Key> {
  const keys = new Set<Key>();
  const collector = new KeyCollector(context, principals, keys);
  for (let call: Expression = lookup; call.kind === 'call'; ) {
    for (const { value } of call.arguments) collector.add(value, 0);
    const holder: Expression = call.callee.kind === 'member' ? call.callee.object : call.callee;
    // `row := db.QueryRow(query, id); row.Scan(&user)`
    call = context.language.errorsAreValues ? context.resolve(holder) : holder;
  }
  return keys;
}

/** The keys that a value is, or is made of. */
export function keysIn(context: FileContext, principals: Principals, expression: Expression): ReadonlySet<Key> {
  const keys = new Set<Key>();
  new KeyCollector(context, principals, keys).add(expression, 0);
  return keys;
}

class KeyCollector {
  readonly #context: FileContext;
  readonly #principals: Principals;
  readonly #keys: Set<Key>;

  constructor(context: FileContext, principals: Principals, keys: Set<Key>) {
    this.#context = context;
    this.#principals = principals;
    this.#keys = keys;
  }

  add(expression: Expression, depth: number): void {
    if (depth > maximumDepth) return;
    if (this.#principals.isPrincipal(expression)) {
      this.#keys.add('principal');
      return;
    }
    const addAll = (parts: readonly Expression[]) => {
      for (const part of parts) this.add(part, depth + 1);
    };
    switch (expression.kind) {
      case 'object':
        addAll(expression.entries.map(({ value }) => value));
        break;
      case 'list':
        addAll(expression.elements);
        break;
      case 'string':
        addAll(expression.interpolated);
        break;
      case 'comparison':
      case 'logical':
        addAll([expression.left, expression.right]);
        break;
      case 'operation':
        addAll(expression.operands);
        break;
      case 'function':
        if (expression.body) this.#addSought(this.#context.language.expression(expression.body), depth);
        break;
      case 'call':
        if (readsPath.test(calleeName(expression))) this.#keys.add('url');
        else addAll(expression.arguments.map(({ value }) => value));
        // `name.strip().lower()`
        if (expression.callee.kind === 'member' && rewrites.test(expression.callee.property))
          addAll([expression.callee.object]);
        break;
      case 'member':
      case 'index':
        this.#addText(expression.node.text);
        break;
      case 'name':
        this.#addName(expression, depth);
        break;
      default:
        break;
    }
  }

  /** `(book) => book.isbn === req.params.isbn` of what is looked through. */
  #addSought(sought: Expression, depth: number): void {
    if (sought.kind === 'comparison') this.add(sought, depth + 1);
  }

  #addName(expression: Expression & { kind: 'name' }, depth: number): void {
    for (const definition of this.#context.scopes.definitions(expression.name, expression.node)) {
      if (definition.kind === 'value' && definition.binding.value) {
        const { value, path } = definition.binding;
        // `const { provider } = await findFile(req.params.id)`: the URL names the file
        if (path.length > 0 && value.kind === 'call' && isLookup(calleeName(value)) && isAwaited(value)) continue;
        if (!this.#addText(value.node.text.slice(0, 160))) this.add(value, depth + 1);
      } else if (definition.kind === 'parameter') {
        for (const { node } of definition.parameter.decorators) {
          if (/^(?:Param|Path)\b/.test(node.text)) this.#keys.add('url');
          if (/^Body\b/.test(node.text)) this.#keys.add('body');
        }
        if (isPathParameter(this.#context, definition)) this.#keys.add('url');
        for (const key of keysFromElsewhere(this.#context, definition)) this.#keys.add(key);
      } else if (definition.kind === 'property' && definition.property === 'params') {
        this.#keys.add('url');
      }
    }
  }

  #addText(text: string): boolean {
    // Python's frameworks give nothing of the path by the name of `params`
    const named = this.#context.language.family === 'python' ? text.replace(/\bparams\b/g, 'query') : text;
    if (pathParameters.test(named)) this.#keys.add('url');
    else if (requestBody.test(text)) this.#keys.add('body');
    else return false;
    return true;
  }
}

/** A parameter that a route names, `@app.get('/users/{user_id}')`, or that class-based handlers get from theirs. */
function isPathParameter(
  context: FileContext,
  { parameter, index, function: around }: Definition & { kind: 'parameter' },
): boolean {
  const { name } = parameter;
  const given = [parameter.type ?? '', ...parameter.decorators.map(({ node }) => node.text)];
  if (name === undefined || given.some((text) => ofOtherParts.test(text))) return false;
  const ofClass = around.isMethod ? (context.language.classAround(around.node)?.decorators ?? []) : [];
  const named = new RegExp(`[<{](?:\\w+:)?${name}(?::\\w+)?[>}]`);
  if ([...around.decorators, ...ofClass].some(({ node }) => named.test(node.text))) return true;
  // whose path stands above it is given by it what the path names, and other things from elsewhere
  if (around.decorators.some(({ node }) => hasPath.test(node.text))) return false;
  if (index === 0 || !/(?:^|_)(?:pk|id|uuid|slug|key|isbn)$/.test(name)) return false;
  return around.isMethod
    ? /^(?:on_)?(?:get|put|patch|post|delete|head|retrieve|update|partial_update|destroy)(?:_|$)/.test(
        around.name ?? '',
      )
    : around.parameters[0]?.name === 'request';
}

/** `platform_id: Annotated[int, Header()]` */
const ofOtherParts = /\b(?:Header|Query|Body|Form|File|Cookie|Depends)\(/;
/** `@app.post('/uploads')` */
const hasPath = /\(\s*(?:[\w.]+\s*,\s*)?["']\//;
const rewrites = /^(?:lower|upper|casefold|[lr]?strip|trim|to(?:Lower|Upper)Case)$/;
const readsPath =
  /^(?:getRouterParams?|getValidatedRouterParams|param|Param|URLParam|URLParamFromCtx|PathValue|Params|ParamsInt|ByName|Vars|path_param)$/;
// the parameters of an action are those of the path, the query and the body in one
const pathParameters =
  /\b(?<!\baction\.)(?:params|pathParameters|path_params|view_args|kwargs|routeParams|match_info|matchdict)\b|\.(?:param|Param|Params|ParamsInt|PathValue|URLParam|ByName|Vars)\(/;
const requestBody =
  /\b(?:body|payload|formData|form|input|dto)\b|\.json\(\)|readBody\(|\brequest\.(?:json|data|POST)\b|get_json|validated_data/i;
