import type { Language } from '../../languages/language.ts';
import type { SyntaxTree } from '../../syntax/node.ts';
import { Scopes } from '../code/scope.ts';
import type { Section } from './sections.ts';

/** What of a section's words can matter to the rest of the file. */
export interface SectionWords {
  readonly text: string;
  /** All of them, whatever they are. */
  readonly words: ReadonlySet<string>;
  /** The names it gives the file: of its variables, functions, classes and their methods. */
  readonly defined: ReadonlySet<string>;
  /** The names under which others know the class or function whose head it is. */
  readonly framed: ReadonlySet<string>;
  /** True where it takes names from other files or gives them some: that goes for the whole file. */
  readonly passesModules: boolean;
}

export function wordsOfSection(language: Language, tree: SyntaxTree, section: Section): SectionWords {
  const text = tree.text.slice(section.start, section.end);
  const words = new Set(wordsIn(text));
  const { within, isFraming } = section;
  if (within && isFraming) {
    const isHead = section.start === within.nodes[0]?.start;
    const whole = tree.part(isHead ? within.nodes : []);
    const framed = new Set(new Scopes(language, whole.root).topLevel.keys());
    return { text, words, defined: assignedIn(text), framed, passesModules: passesModules(language, whole) };
  }
  const part = tree.part(section.nodes);
  const defined = new Set(new Scopes(language, part.root).topLevel.keys());
  if (section.name !== undefined) defined.add(section.name);
  for (const node of part.root.children) {
    const view = language.statement(node);
    const methods = view.kind === 'class' ? view.methods : view.kind === 'function' && view.isMethod ? [view] : [];
    for (const { name } of methods) if (name) defined.add(name);
  }
  return { text, words, defined, framed: new Set(), passesModules: passesModules(language, part) };
}

function passesModules(language: Language, part: SyntaxTree): boolean {
  return language.imports(part).length > 0 || givesNamesOfOthers(language, part);
}

/** The names that get a value: `const { store, mailer } = options`, `this.store = store`, `permission = 'read'`. */
function assignedIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, several, name] of text.matchAll(
    /(?:[{[(]([^{}[\]()]*)[}\])]|([\w$]+)\s*(?::[^=;,()\n]*)?)\s*:?=(?![=>])/g,
  )) {
    for (const word of wordsIn(several ?? name ?? '')) names.add(word);
  }
  return names;
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
