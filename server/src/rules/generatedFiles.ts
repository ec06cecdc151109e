/** Words by which generators mark what they write; the first line is Go's own convention. */
const marks = [
  /^\/\/ Code generated .* DO NOT EDIT\.?$/m,
  /^[\s/*#<!-]*.*@generated\b/m,
  /^[\s/*#<!-]*.*\b(?:auto-?generated|automatically generated|generated (?:by|from|using))\b.*\bdo not (?:edit|modify|change)\b/im,
];
/** Marks stand in the comments that a file begins with. */
const farthest = 2000;

/** True of a text whose next run of a generator undoes what anybody changes in it. */
export function isGenerated(text: string): boolean {
  const beginning = commentsBefore(text.slice(0, farthest));
  return marks.some((mark) => mark.test(beginning));
}

/** The comments and blank lines that stand before code, and Go's package clause, which may stand before them. */
function commentsBefore(text: string): string {
  return (
    /^(?:\s*(?:\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|package \w+|['"]use \w+['"];?)(?=\s|$))*/.exec(
      text,
    )?.[0] ?? ''
  );
}
