import type { CallView, ClassView, Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { methodsOutside } from '../code/exports.ts';
import { isCodeName, isStatusName } from '../code/naming.ts';
import { methodName } from '../code/typedNames.ts';
import type { ClassSummary, Place } from './summary.ts';

const integer = /^u?int(?:8|16|32|64)?$/;
const errorName = /(?:Error|Err|Problem|Fault|Failure)$/;
/** Embedded, it makes an error of what embeds it. */
const predeclaredError = 'error';

/** What a struct says of the errors made of it, where languages have no classes: a field holds their status. */
export function errorStruct(context: FileContext, view: ClassView): ClassSummary | undefined {
  const { name, fields } = view;
  if (!name) return undefined;
  const places = new Map(fields.map((field, index): [string, Place] => [field.name, { index, name: field.name }]));
  const held = statusField(view);
  const embedded = held === undefined ? embeddedRenderer(context, view) : undefined;
  const place = held === undefined ? embedded : places.get(held);
  const isRendered = embedded !== undefined || (place !== undefined && rendersItself(context, view));
  const says = isRendered
    ? fields.filter(({ name: field, isUnsaid }) => !isUnsaid && field !== embedded?.name)
    : undefined;
  const isError = errorName.test(name) || says !== undefined || (place !== undefined && isErrorType(context, view));
  const given = givenByError(context, name);
  const message =
    fields.find((field) => /^(?:message|msg|err|error|text|detail|reason)$/i.test(field.name)) ??
    fields.find((field) => field.name === given);
  const said = message && places.get(message.name);
  return {
    name,
    isError,
    ...(place ? { status: { codes: [], place } } : {}),
    ...(said ? { message: said } : {}),
    members: Object.fromEntries(places),
    ...(says ? { says: says.map((field) => field.name) } : {}),
    methods: {},
  };
}

/** The field that holds a status. */
function statusField({ fields }: ClassView): string | undefined {
  const numbers = fields.filter(({ type = '' }) => integer.test(type)).map(({ name }) => name);
  return numbers.find(isStatusName) ?? numbers.find(isCodeName);
}

/** The field that is the text of an error: `s` of `func (e *failure) Error() string { return e.s }`. */
function givenByError(context: FileContext, name: string): string | undefined {
  const wanted = methodName(name, 'Error');
  for (const [method, { body }] of methodsOutside(context))
    if (method === wanted) return /^\{\s*return \w+\.(\w+)(?:\.Error\(\))?\s*\}$/.exec(body?.text ?? '')?.[1];
  return undefined;
}

/** True of a type that has the method every error has, itself or by what it embeds. */
function isErrorType(context: FileContext, { name = '', fields }: ClassView): boolean {
  if (fields.some((field) => field.name === predeclaredError)) return true;
  const wanted = methodName(name, 'Error');
  for (const [method] of methodsOutside(context)) if (method === wanted) return true;
  return false;
}

/** The status of what a struct embeds, where that is what go-chi/render writes: `Response: Response{StatusCode: 404}`. */
function embeddedRenderer(context: FileContext, { name, fields }: ClassView): Place | undefined {
  for (const [index, field] of fields.entries()) {
    if (field.name === name || field.type?.replace(/^\*/, '') !== field.name) continue;
    const [definition] = context.scopes.topLevel.get(field.name) ?? [];
    // no further: two may embed pointers to each other
    const inner = definition?.kind === 'class' ? definition.class : undefined;
    const property = inner && rendersItself(context, inner) ? statusField(inner) : undefined;
    if (property !== undefined) return { index, name: field.name, property };
  }
  return undefined;
}

/** True of a type that go-chi/render writes: `func (e *Failure) Render(w, r) error { render.Status(r, e.Status); … }`. */
function rendersItself(context: FileContext, { name = '' }: ClassView): boolean {
  const wanted = methodName(name, 'Render');
  for (const [method, { body }] of methodsOutside(context))
    if (method === wanted) return /\brender\.Status\(/.test(body?.text ?? '') && !/\bHeader\(\)/.test(body?.text ?? '');
  return false;
}

/**
 * `StatusError{Code: 404, Err: err}` as the call that it is elsewhere, of which a token is the last word of the type: its
 * fields are arguments by name or by order.
 */
export function constructionAt({ language }: FileContext, token: SyntaxNode): CallView | undefined {
  const qualified = token.parent && language.expression(token.parent);
  const type = qualified?.kind === 'member' && qualified.propertyNode.start === token.start ? qualified.node : token;
  const made = type.parent && language.expression(type.parent);
  if ((made?.kind !== 'object' && made?.kind !== 'list') || made.type?.node.start !== type.start) return undefined;
  if (isEmbedded(made.node, token.text)) return undefined;
  return {
    kind: 'call',
    node: made.node,
    callee: made.type,
    arguments:
      made.kind === 'object'
        ? made.entries.map(({ key, value }) => ({ name: key, value, spread: false }))
        : made.elements.map((value: Expression) => ({ value, spread: false })),
    argumentsNode: undefined,
    constructs: true,
  };
}

/** `Response: Response{Status: 404}` is a part of what embeds it. */
function isEmbedded({ start, tree }: SyntaxNode, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name}:\\s*&?$`).test(tree.text.slice(Math.max(0, start - name.length - 20), start));
}
