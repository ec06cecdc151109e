import type { CompiledFrameworks } from '../../frameworks/compiled.ts';
import type { Framework } from '../../frameworks/framework.ts';
import type { Span } from '../../syntax/node.ts';
import { candidatesIn, type ScanContext } from '../candidates/candidates.ts';
import type { FileContext } from '../code/context.ts';
import { mayWriteErrors } from '../errors/errorWriters.ts';
import { wordsIn } from './sectionWords.ts';

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
export interface SectionMeaning {
  readonly speaks: boolean;
  readonly isCommon: boolean;
  /** The words of what is said in it for the whole file. */
  readonly commonWords: readonly string[];
}

export function meaningOfSection(text: string, span: Span, { compiled, scan }: FileVocabulary): SectionMeaning {
  let speaks = false;
  const commonWords = new Set<string>();
  // what writes the errors of an application says what they are wherever they are raised
  if (mayWriteErrors(text.slice(span.start, span.end)))
    for (const word of wordsIn(text.slice(span.start, span.end))) commonWords.add(word);
  for (const candidate of candidatesIn(text, compiled, scan, span)) {
    speaks = true;
    if (candidate.kind === 'number') continue;
    const alias = scan.aliases.get(candidate.word);
    const patterns = [...compiled.at(candidate.word), ...(alias === undefined ? [] : compiled.at(alias))];
    if (patterns.some(({ kind, framework }) => commonKinds.has(kind) && scan.uses(framework)))
      for (const word of wordsIn(callAround(text, candidate.offset, span))) commonWords.add(word);
  }
  return { speaks, isCommon: commonWords.size > 0, commonWords: [...commonWords] };
}

/** The lines from a word on in which its brackets are closed, or as much as nobody writes. */
function callAround(text: string, offset: number, span: Span): string {
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  let open = 0;
  for (let end = offset; end < span.end && end - offset < longestCall; end++) {
    const sign = text[end];
    if (sign === '(' || sign === '{' || sign === '[') open++;
    else if (sign === ')' || sign === '}' || sign === ']') open--;
    else if (sign === '\n' && open <= 0) return text.slice(Math.max(lineStart, span.start), end);
  }
  return text.slice(Math.max(lineStart, span.start), Math.min(span.end, offset + longestCall));
}

const longestCall = 2000;
