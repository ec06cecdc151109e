import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import type { Reason, ReasonKind } from '../responses/reason.ts';
import type { SourceDocument } from '../syntax/document.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { codeSpan } from './markdownText.ts';

const sentences: Readonly<Record<ReasonKind, (subject: string) => string>> = {
  'missing credentials': (subject) => `${subject} shows no valid credentials`,
  'lacking permission': (subject) => `the caller lacks permission: ${subject}`,
  forgery: (subject) => `${subject} does not prove where the request comes from`,
  'not found': (subject) => `${subject} was not found`,
  'invalid input': (subject) => `${subject} is missing or invalid`,
  conflict: (subject) => `it exists already: ${subject}`,
  'rate limit': (subject) => `${subject} lets no more through`,
  misconfigured: (subject) => `the server lacks ${subject}`,
  'unexpected failure': (subject) => `${subject} failed`,
  'upstream failure': (subject) => `another service failed: ${subject}`,
  'method not supported': (subject) => `the resource has no such method: ${subject}`,
};

const longestSubject = 60;

/** Why a response is sent and how the caller is known there, with the lines that show it. */
export function reasonLine(
  { reasons }: FileAnalysis,
  response: Response | undefined,
  document: SourceDocument,
): string | undefined {
  const reason = response && reasons.of(response);
  if (!reason) return undefined;
  const { state, evidence } = reasons.authentication(response);
  const caller =
    state === 'authenticated' && evidence
      ? `, for a caller whom ${subjectOf(evidence.text)} authenticated (line ${lineOf(document, evidence)})`
      : '';
  return `${opening(reason)} ${sentences[reason.kind](subjectOf(reason.subject))} (line ${lineOf(document, reason.guard)})${caller}.`;
}

function opening({ confidence }: Reason): string {
  return confidence === 'high' ? 'Sent because' : 'Probably sent because';
}

function subjectOf(text: string): string {
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  return codeSpan(line.length > longestSubject ? `${line.slice(0, longestSubject)}…` : line);
}

function lineOf(document: SourceDocument, node: SyntaxNode): number {
  return document.positionAt(node.start).line + 1;
}
