/**
 * Fixtures are code with comments that point at the line above:
 *
 *     res.status(201).json(user);
 *     //         ^^^ 201 sent express POST /users ! location-on-201
 *
 * The carets stand under the token; then its code, its role, and as far as the mark says them, the framework, the method
 * and the route; after `!` the findings on it. What a mark leaves out is not checked, but a token without a mark must
 * not be taken for a status code, and a finding that no mark names is an error.
 */
export interface Mark {
  /** Zero-based line and columns of the token. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly code: number;
  readonly role: string;
  readonly framework: string | undefined;
  readonly method: string | undefined;
  readonly route: string | undefined;
  readonly findings: readonly string[];
}

const mark =
  /^\s*(?:\/\/|#)\s*(\^+)\s+(\d{3})\s+(\w+)(?:\s+(?!!)(\S+))?(?:\s+([A-Z,]+|-))?(?:\s+(\/\S*|-))?\s*(?:!\s*(.*))?$/;

export function readMarks(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let line = -1;
  text.split(/\r?\n/).forEach((content, index) => {
    const found = mark.exec(content);
    if (!found) {
      line = index;
      return;
    }
    const [, carets = '', code, role = '', framework, method, route, findings] = found;
    const start = content.indexOf(carets);
    marks.push({
      line,
      start,
      end: start + carets.length,
      code: Number(code),
      role,
      framework: given(framework),
      method: given(method),
      route: given(route),
      findings: findings?.split(/[\s,]+/).filter((id) => id !== '') ?? [],
    });
  });
  return marks;
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text === '-' ? undefined : text;
}
