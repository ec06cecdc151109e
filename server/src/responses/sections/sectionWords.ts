import type { Language } from '../../languages/language.ts';
import type { SyntaxTree } from '../../syntax/node.ts';
import { Scopes } from '../scope.ts';
import type { Section } from './sections.ts';

/** What of a section's words can matter to the rest of the file. */
export interface SectionWords {
  readonly text: string;
  /** All of them, whatever they are. */
  readonly words: ReadonlySet<string>;
  /** The names it gives the file: of its variables, functions, classes and their methods. */
  readonly defined: ReadonlySet<string>;
  /** True where it takes names from other files or gives them some: that goes for the whole file. */
  readonly passesModules: boolean;
}

export function wordsOfSection(language: Language, tree: SyntaxTree, section: Section): SectionWords {
  const part = tree.part(section.nodes);
  const text = tree.text.slice(section.start, section.end);
  const defined = new Set(new Scopes(language, part.root).topLevel.keys());
  for (const node of part.root.children) {
    const view = language.statement(node);
    const methods = view.kind === 'class' ? view.methods : view.kind === 'function' && view.isMethod ? [view] : [];
    for (const { name } of methods) if (name) defined.add(name);
  }
  const passesModules = language.imports(part).length > 0 || givesNamesOfOthers(language, part);
  return { text, words: new Set(wordsIn(text)), defined, passesModules };
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/[\w$\u0080-\uffff]+/g) ?? [];
}

/** `module.exports = router`, `export { create, list }`: what it exports stands elsewhere in the file. */
function givesNamesOfOthers(language: Language, part: SyntaxTree): boolean {
  return language.exports?.(part).some(({ local, from }) => local !== undefined || from !== undefined) ?? false;
}

/** The defined names of which a section takes or sets members: `headers.location = url`. */
export function membersNamed(text: string, isDefined: (name: string) => boolean): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [, name = ''] of text.matchAll(/(?<![\w$])([\w$]+)\s*(?:\.|\[)/g)) if (isDefined(name)) named.add(name);
  return named;
}
