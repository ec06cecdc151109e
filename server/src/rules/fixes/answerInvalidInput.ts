import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { insert, type TextEdit } from './fix.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { statementOf } from './statements.ts';
import { indentationOf, quoted, styleOf } from './style.ts';

/**
 * Answers to invalid input before a catch-all does: by the class of what is thrown, `if (error instanceof SyntaxError) return
 * …400`, and where that is not known round a check that stands alone, `try { check(password) } catch { return …400 }`.
 */
export function answerInvalidInput(
  file: FileAnalysis,
  response: Response,
  validation: SyntaxNode,
): readonly TextEdit[] | undefined {
  if (file.context.language.family !== 'javascript') return undefined;
  const send = sendText(file, response);
  return send === undefined ? undefined : (byClass(file, response, validation, send) ?? byTry(file, validation, send));
}

function byClass(
  file: FileAnalysis,
  response: Response,
  validation: SyntaxNode,
  send: string,
): readonly TextEdit[] | undefined {
  const caught = file.flow.guards(response.sentAt).find((guard) => guard.kind === 'caught');
  const binding = caught?.kind === 'caught' ? caught.handler.binding : undefined;
  const type = errorClass(file, validation);
  const place = statementOf(file, response.sentAt);
  if (!binding || !type || !place || place.alone) return undefined;
  const { newline, semicolon } = styleOf(file);
  const indentation = indentationOf(place.node);
  const lines = [`if (${binding} instanceof ${type}) {`, `  return ${send}${semicolon}`, '}', ''];
  return [insert(place.node.start, lines.join(`${newline}${indentation}`))];
}

/** What a check gives would be out of reach: only one that is a statement of its own. */
function byTry(file: FileAnalysis, validation: SyntaxNode, send: string): readonly TextEdit[] | undefined {
  const place = statementOf(file, validation);
  if (!place) return undefined;
  const statement = file.context.language.statement(place.node);
  if (statement.kind !== 'expression' || statement.expression.node !== validation) return undefined;
  const { newline, semicolon } = styleOf(file);
  const indentation = indentationOf(place.node);
  const before = ['try {', '  '].join(`${newline}${indentation}`);
  const after = ['', '} catch {', `  return ${send}${semicolon}`, '}'].join(`${newline}${indentation}`);
  return [insert(place.node.start, before), insert(place.node.end, after)];
}

/** The class that the check throws, as far as the file shows it. */
function errorClass(file: FileAnalysis, validation: SyntaxNode): string | undefined {
  if (/^JSON\.parse\b/.test(validation.text)) return 'SyntaxError';
  const isImported = (name: string): boolean => file.context.importOf(name) !== undefined;
  // `import { z } from 'zod'` brings the class along
  const isOfZod = /\.(?:parse|parseAsync)\(/.test(validation.text) && file.context.importOf('z')?.source === 'zod';
  return ['ZodError', 'ValidationError'].find(isImported) ?? (isOfZod ? 'z.ZodError' : undefined);
}

function sendText(file: FileAnalysis, response: Response): string | undefined {
  const idiom = response.framework.idioms?.sendJson;
  if (!idiom) return undefined;
  const text = withReceivers(idiom, receiversOf(response)).replace('STATUS', '400');
  if (/\b(?!BODY)[A-Z]{3,}\b/.test(text)) return undefined;
  const body = `{ error: ${quoted(file, 'invalid_input')}, message: ${quoted(file, 'The request is invalid')} }`;
  return text.replace('BODY', () => body);
}
