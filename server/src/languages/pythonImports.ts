import type { ImportView } from './views.ts';
import type { WrittenEdit } from './writing.ts';

/** Where the names that fixes write come from: of several modules the one whose package the file imports already. */
const known: Readonly<Record<string, readonly string[]>> = {
  HTTPStatus: ['http'],
  HttpResponse: ['django.http'],
  JSONResponse: ['fastapi.responses', 'starlette.responses'],
  JsonResponse: ['django.http'],
  Response: ['rest_framework.response', 'fastapi', 'starlette.responses', 'flask', 'litestar', 'pyramid.response'],
  jsonify: ['flask'],
  request: ['flask', 'bottle'],
  status: ['rest_framework', 'fastapi', 'starlette'],
};

/** What an edited file lacks among its imports. */
export function pythonImportEdits(
  imports: readonly ImportView[],
  text: string,
  edits: readonly WrittenEdit[],
): readonly WrittenEdit[] {
  const written = edits.map((edit) => withoutTexts(edit.text)).join('\n');
  const found: WrittenEdit[] = [];
  for (const [name, modules] of Object.entries(known)) {
    if (!uses(written, name) || imports.some(({ names }) => names.has(name)) || isDefined(text, name)) continue;
    const module = modules.find((each) => imports.some(({ source }) => packageOf(source) === packageOf(each)));
    const source = module ?? (modules.length === 1 ? modules[0] : undefined);
    if (source !== undefined) found.push(added(imports, source, name));
  }
  // `json.dumps(…)`
  if (uses(written, 'json') && !imports.some(({ names }) => names.has('json'))) {
    const [first] = imports;
    const place = first?.node.start ?? 0;
    found.push({ start: place, end: place, text: 'import json\n' });
  }
  return [...found, ...removed(imports, text, edits, found)];
}

/** Takes out the names whose last use an edit removes: linters complain of them. */
function removed(
  imports: readonly ImportView[],
  text: string,
  edits: readonly WrittenEdit[],
  added: readonly WrittenEdit[],
): readonly WrittenEdit[] {
  const gone = edits.map(({ start, end }) => text.slice(start, end)).join('\n');
  return imports.flatMap((statement) => {
    const [, ...parts] = statement.node.type === 'import_from_statement' ? statement.node.namedChildren : [];
    const isTouched = [...edits, ...added].some(
      ({ start, end }) => start < statement.node.end && end > statement.node.start,
    );
    if (isTouched) return [];
    const unused = parts.filter((part) => part.type === 'dotted_name' && isLast(part.text));
    const [part] = unused;
    if (!part) return [];
    if (unused.length === parts.length) {
      const line = withoutLine(text, statement.node.start, statement.node.end);
      // what comes behind the last name needs the line
      return added.some(({ start }) => start > line.start && start < line.end) ? [] : [line];
    }
    const next = parts[parts.indexOf(part) + 1];
    const previous = parts[parts.indexOf(part) - 1];
    if (next) return [{ start: part.start, end: next.start, text: '' }];
    return [{ start: previous?.end ?? part.start, end: part.end, text: '' }];
  });

  /** The edits remove a use of the name, and but for its import none is left; a keyword is no use. */
  function isLast(name: string): boolean {
    // a file has more imports than an edit removes words
    if (!gone.includes(name)) return false;
    const word = new RegExp(`(?<![.\\w])${name}\\b(?!\\s*=(?!=))`, 'g');
    return word.test(gone) && (edited(text, edits).match(word)?.length ?? 0) === 1;
  }
}

function edited(text: string, edits: readonly WrittenEdit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((after, { start, end, text: written }) => after.slice(0, start) + written + after.slice(end), text);
}

function withoutLine(text: string, start: number, end: number): WrittenEdit {
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0];
  return { start, end: end + (rest?.length ?? 0), text: '' };
}

/** A name that is called, asked for a member or the type of a parameter; a keyword and a member of something else are none. */
function uses(text: string, name: string): boolean {
  return new RegExp(`(?<![.\\w])${name}\\s*[.(]|\\w: ${name}\\b`).test(text);
}

function withoutTexts(text: string): string {
  return text.replace(/(?<![fF])(["'])(?:\\.|(?!\1).)*\1/g, "''");
}

/** True of names the file gives a meaning by itself: a parameter, a variable. */
function isDefined(text: string, name: string): boolean {
  return new RegExp(`(?<![.\\w])${name}\\s*(?:=(?!=)|:\\s*\\w)|[(,]\\s*${name}\\s*[,)]`).test(text);
}

function packageOf(module: string): string {
  return module.replace(/\..*$/s, '');
}

/** Among the names that come from there already, or on a line of its own behind what comes from the same package. */
function added(imports: readonly ImportView[], source: string, name: string): WrittenEdit {
  const same = imports.find((each) => each.source === source && each.node.type === 'import_from_statement');
  const [, ...names] = same?.node.namedChildren ?? [];
  const last = names.at(-1);
  if (last) {
    // classes stand before what is written small
    const next = /^[A-Z]/.test(name) ? names.find((each) => /^[a-z]/.test(each.text)) : undefined;
    if (next) return { start: next.start, end: next.start, text: `${name}, ` };
    return { start: last.end, end: last.end, text: `, ${name}` };
  }
  const line = `from ${source} import ${name}`;
  const atTop = imports.filter((each) => each.node.parent?.parent === undefined);
  const before = atTop.findLast((each) => packageOf(each.source) === packageOf(source)) ?? atTop.at(-1);
  if (!before) return { start: 0, end: 0, text: `${line}\n` };
  return { start: before.node.end, end: before.node.end, text: `\n${line}` };
}
