import type { Framework } from '../../frameworks/framework.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Handler, Response } from '../../responses/model.ts';
import { type StatusCode, statusFacts } from '../../status/registry.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { newErrorBody } from './errorBody.ts';
import { insert, type TextEdit } from './fix.ts';
import { parameterReceivers, receiversOf, withReceivers } from './receivers.ts';
import { statementOf } from './statements.ts';
import { statusText } from './statusText.ts';
import { quoted, styleOf } from './style.ts';

/** A response as it may be written at a place: the statement, and the edit that puts it there. */
export interface WrittenResponse {
  readonly text: string;
  readonly edit: TextEdit;
}

/**
 * The ways in which a file may write a new response at an offset, the likeliest first. Whether one is read as a response
 * is for the caller to try. None where no handler is there, or where no response of the file shows how it answers.
 */
export function newResponses(file: FileAnalysis, offset: number, code: StatusCode): readonly WrittenResponse[] {
  const place = placeFor(file, offset);
  const node = file.context.tree.root.at(Math.max(0, Math.min(offset, file.context.text.length - 1)));
  const handler = file.handlers.around(node);
  const model = modelFor(file, node, handler, offset);
  const framework = model?.framework ?? handler?.framework;
  if (!place || !framework) return [];
  const sending = sendText(file, framework, model, handler, code);
  if (sending === undefined) return [];
  const { newline, semicolon } = styleOf(file);
  const texts = leadsOf(file, model, sending, isInBranch(file, node)).map(({ before, behind }) => {
    const lines = sending.split('\n').map((line, index) => `${index === 0 ? before : ''}${line}`);
    const written = `${lines.join(newline)}${/;$/.test(sending) ? '' : semicolon}`;
    return behind === '' ? written : `${written}${newline}${behind}${semicolon}`;
  });
  return [...new Set(texts)].map((text) => ({
    text,
    edit: insert(
      place.offset,
      `${place.before}${text.replaceAll(newline, `${newline}${place.indentation}`)}${place.behind}`,
    ),
  }));
}

interface Place {
  readonly offset: number;
  readonly before: string;
  readonly behind: string;
  readonly indentation: string;
}

/** Where a statement of its own can stand: on an empty line, at either end of one, between braces. */
function placeFor(file: FileAnalysis, offset: number): Place | undefined {
  const { text, language } = file.context;
  const { newline } = styleOf(file);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const nextLine = text.indexOf('\n', offset);
  const before = text.slice(lineStart, offset);
  const behind = text.slice(offset, nextLine < 0 ? text.length : nextLine).trim();
  const own = /^[ \t]*/.exec(before)?.[0] ?? '';
  const unit = language.writing.indentation;
  if (before.trim() === '' && behind === '') {
    const wanted = indentationAbove(text.slice(0, lineStart), unit);
    const missing = own.length < wanted.length ? wanted.slice(own.length) : '';
    return { offset, before: missing, behind: '', indentation: own + missing };
  }
  if (before.trim() === '') {
    const indentation = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? '';
    return { offset: lineStart + indentation.length, before: '', behind: `${newline}${indentation}`, indentation };
  }
  const opens = /[{:]\s*$/.test(before);
  const inner = opens ? own + unit : own;
  if (behind === '' && (opens || /[;})\w\]'"`]\s*$/.test(before)))
    return { offset, before: `${newline}${inner}`, behind: '', indentation: inner };
  if (opens && behind.startsWith('}'))
    return { offset, before: `${newline}${inner}`, behind: `${newline}${own}`, indentation: inner };
  return undefined;
}

/** That of the last line which is not empty, one deeper where it opens something. */
function indentationAbove(text: string, unit: string): string {
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  const own = /^[ \t]*/.exec(line)?.[0] ?? '';
  return /[{:(]\s*$/.test(line) ? own + unit : own;
}

/** A response that shows how such a one is written: the nearest before in the same handler, else another in the file. */
function modelFor(
  file: FileAnalysis,
  node: SyntaxNode,
  handler: Handler | undefined,
  offset: number,
): Response | undefined {
  const { responses, context, flow } = file;
  const around = context.functionAround(node);
  const candidates = responses.filter(({ event }) => event.side === 'server' && event.learned === undefined);
  const inside = candidates.filter(({ event }) => event.function?.node === around?.node);
  const same = candidates.filter(({ framework }) => handler && framework === handler.framework);
  const isInside = isInBranch(file, node);
  const alike = (each: Response): boolean => flow.guards(each.sentAt).length > 0 === isInside;
  for (const list of [inside, same]) {
    const before = list.filter(({ sentAt }) => sentAt.end <= offset);
    const found = before.findLast(alike) ?? list.find(alike) ?? before.at(-1) ?? list[0];
    if (found) return found;
  }
  return undefined;
}

/** True where a place is not reached by every run: what stands there has to leave the handler. */
function isInBranch({ context }: FileAnalysis, node: SyntaxNode): boolean {
  const body = context.functionAround(node)?.body;
  for (let each: SyntaxNode | undefined = node; each; each = each.parent) {
    if (context.language.statement(each).kind === 'block') return body !== undefined && each !== body;
  }
  return false;
}

function sendText(
  file: FileAnalysis,
  framework: Framework,
  model: Response | undefined,
  handler: Handler | undefined,
  code: StatusCode,
): string | undefined {
  const { idioms } = framework;
  const facts = statusFacts(code);
  const isEmpty = facts?.body === 'forbidden' || code === 205;
  // a redirect is nothing without its address
  if (!idioms || code < 200 || (code >= 300 && code < 400 && code !== 304)) return undefined;
  const setter = /^RES(\.\w+\(STATUS\))\./.exec(idioms.sendJson ?? '')?.[1];
  const empty = idioms.sendEmpty?.includes('STATUS')
    ? idioms.sendEmpty
    : setter && idioms.chains && idioms.sendEmpty?.replace(/^RES/, `RES${setter}`);
  const idiom = isEmpty ? empty : (idioms.sendJson ?? idioms.sendText);
  if (!idiom) return undefined;
  const isInside = model?.event.function?.node === (handler?.function.node ?? model?.event.function?.node);
  const view = handler?.function ?? model?.event.function;
  const receivers = model && isInside ? receiversOf(model) : parameterReceivers(framework, view);
  const body =
    code < 400 ? file.context.language.writing.object([], idioms.object) : newErrorBody(file, framework, code);
  const text = withReceivers(idiom, receivers)
    .replace(/\bSTATUS\b/, () => statusText(file, code))
    .replace(/\bMESSAGE\b/, () => quoted(file, facts?.name ?? ''))
    .replace(/\bBODY\b/, () => body.replace(/^\{\s+\}$/, '{}'));
  return /\b(?:RES|CTX|REQ|EVENT|REPLY|H|REASON)\b/.test(text) ? undefined : text;
}

interface Lead {
  readonly before: string;
  readonly behind: string;
}

/** What stands before and behind the call: as the model has it first. */
function leadsOf(
  file: FileAnalysis,
  model: Response | undefined,
  sending: string,
  mustLeave: boolean,
): readonly Lead[] {
  if (/^return\b/.test(sending)) return [{ before: '', behind: '' }];
  const { family } = file.context.language;
  const common = [
    { before: 'return ', behind: '' },
    { before: family === 'python' ? 'raise ' : 'throw ', behind: '' },
  ];
  const statement = model && statementOf(file, model.sentAt)?.node;
  if (!statement) return family === 'go' ? [] : common;
  const before = /^(?:return await|return|throw|raise|await)\b\s*/.exec(statement.text)?.[0] ?? '';
  if (!mustLeave || /^(?:return|throw|raise)/.test(before)) return [{ before, behind: '' }, ...common];
  const isLeft = /^;?\s*return\s*;?\s*(?:\n|\})/.test(file.context.text.slice(statement.end));
  return isLeft || family === 'go' ? [{ before, behind: 'return' }, ...common] : common;
}
