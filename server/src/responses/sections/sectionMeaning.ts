import type { CompiledFrameworks } from '../../frameworks/compiled.ts';
import type { Framework } from '../../frameworks/framework.ts';
import type { Span } from '../../syntax/node.ts';
import { candidatesIn, type ScanContext } from '../candidates.ts';
import type { FileContext } from '../context.ts';
import { mayWriteErrors } from '../errorWriters.ts';

/** The words of frameworks in a file: as long as these stay, a section of it means what its own words mean. */
export interface FileVocabulary {
  readonly compiled: CompiledFrameworks;
  readonly scan: ScanContext;
  /** The names of the frameworks that the file uses. */
  readonly used: string;
  /** With those whose signs it shows. */
  readonly frameworks: string;
}

export function vocabularyOf(context: FileContext): FileVocabulary {
  const { compiled, aliases, text } = context;
  const used = new Set(compiled.frameworks.filter((framework) => context.uses(framework)));
  const shown = compiled.frameworks.filter(({ withoutImport, signs }) => withoutImport && signs?.test(text));
  return {
    compiled,
    scan: { aliases, uses: (framework: Framework) => used.has(framework) },
    used: [...used].map(({ name }) => name).join(' '),
    frameworks: [...used, ...shown].map(({ name }) => name).join(' '),
  };
}

/** Patterns that say something of more than the place they match at. */
const commonKinds: ReadonlySet<string> = new Set(['mounts', 'prefixes', 'groups', 'errorWriters']);

/** What a section can be by its words. */
export function meaningOfSection(
  text: string,
  span: Span,
  { compiled, scan }: FileVocabulary,
): { readonly speaks: boolean; readonly isCommon: boolean } {
  let speaks = false;
  // what writes the errors of an application says what they are wherever they are raised
  const writesErrors = mayWriteErrors(text.slice(span.start, span.end));
  for (const candidate of candidatesIn(text, compiled, scan, span)) {
    speaks = true;
    if (candidate.kind === 'number') continue;
    const alias = scan.aliases.get(candidate.word);
    const patterns = [...compiled.at(candidate.word), ...(alias === undefined ? [] : compiled.at(alias))];
    if (patterns.some(({ kind, framework }) => commonKinds.has(kind) && scan.uses(framework)))
      return { speaks, isCommon: true };
  }
  return { speaks, isCommon: writesErrors };
}
