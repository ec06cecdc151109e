import type { FileAnalysis } from '../../responses/analysis.ts';
import type { StatusReference } from '../../responses/model.ts';
import { codeOfConstant } from '../../status/constants.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { constantSpelling } from './constantSpelling.ts';
import { replace, type TextEdit } from './fix.ts';

/** A number as the constant that the file has for it. */
export function asConstant(file: FileAnalysis, { node, code }: StatusReference): TextEdit | undefined {
  if (!/^\d{3}$/.test(node.text) || isKey(file, node)) return undefined;
  const constant = constantSpelling(file, code);
  return constant === undefined ? undefined : replace(node, constant);
}

/** A constant as its number; not what is more than a number: a method or class that bears a status in its name. */
export function asNumber({ context }: FileAnalysis, { node, code }: StatusReference): TextEdit | undefined {
  const member = node.parent && context.language.expression(node.parent);
  const isMember = member?.kind === 'member' && member.propertyNode === node;
  // Python's `raise NotFound` makes an object of the class without a call
  const isRaised = context.language.expression(node).kind === 'call';
  const isCalled = isRaised || (member?.kind === 'call' && member.callee.node === node);
  const outer = isMember && member.node.parent ? context.language.expression(member.node.parent) : undefined;
  if (isCalled || (outer?.kind === 'call' && outer.callee === member)) return undefined;
  // a project's own names may be more as well
  if (!/^[A-Za-z]/.test(node.text) || codeOfConstant(node.text) !== code) return undefined;
  if (!isMember && !context.importOf(node.text)) return undefined;
  // `HTTPStatus.NOT_FOUND.value`, `HTTPNotFound.code` are the number
  const asked = isMember ? outer : member;
  const isAsked = asked?.kind === 'member' && /^(?:value|(?:status_)?code)$/.test(asked.property);
  // the class has more parts than that
  if (asked?.kind === 'member' && asked.object.node === node && !isAsked) return undefined;
  return replace(isAsked ? asked.node : isMember ? member.node : node, String(code));
}

function isKey({ context }: FileAnalysis, node: SyntaxNode): boolean {
  const object = node.parent?.parent;
  const view = object && context.language.expression(object);
  return view?.kind === 'object' && view.entries.some(({ keyNode }) => keyNode === node);
}
