import type { Span } from '../../syntax/node.ts';
import type { FileAnalysis } from '../analysis.ts';

/** Whether a file writes its statuses as constants; one that has none yet does in Go. `except` is left out. */
export function writesConstants({ context, references }: FileAnalysis, except?: Span): boolean {
  const others = references.filter(
    ({ node, role }) => role !== 'compared' && !(except && except.start <= node.end && node.start <= except.end),
  );
  const numbers = others.filter(({ node }) => /^\d/.test(node.text)).length;
  return numbers < others.length - numbers || (others.length === 0 && context.language.family === 'go');
}
