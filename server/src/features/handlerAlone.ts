import type { FileAnalysis } from '../responses/analysis.ts';

/**
 * A text in which no handler does anything but the one at an offset, at the same places: so much less to read, and what the
 * others do says nothing of this one. Where nothing is known of handlers it is the text as it is.
 */
export function handlerAlone(text: string, analysis: FileAnalysis | undefined, offset: number): string {
  if (!analysis) return text;
  const bodies = [...analysis.handlers.all]
    .map(({ function: view }) => ({ body: view.body, whole: view.node }))
    .flatMap(({ body, whole }) => (body && (offset < whole.start || whole.end < offset) ? [body] : []))
    .sort((one, other) => one.start - other.start);
  const parts: string[] = [];
  let end = 0;
  for (const body of bodies) {
    const emptied = body.start >= end ? emptyBody(body.text) : undefined;
    // a handler that half-typed code has drawn the cursor's line into
    if (emptied === undefined || (body.start <= offset && offset <= body.end)) continue;
    parts.push(text.slice(end, body.start), emptied);
    end = body.end;
  }
  return parts.join('') + text.slice(end);
}

/** As long, its lines where they were; undefined for an expression. */
function emptyBody(body: string): string | undefined {
  const isBlock = body.startsWith('{') && body.endsWith('}');
  if (isBlock) return `{${blank(body.slice(1, -1))}}`;
  // a block without braces: the statement that does nothing
  return /^\w[^\n]*\n/.test(body) ? `...${blank(body.slice(3))}` : undefined;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
