import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import type { Answer } from './summary.ts';

/** Modules have so many members at most that are looked for by name. */
const mostMembers = 200;

/** The words by which calls of what answers are found in the text of a file. */
export function wordsOfHelpers(
  context: FileContext,
  answers: ReadonlyMap<SyntaxNode, readonly Answer[]>,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const node of answers.keys()) {
    const name = context.functionAround(node)?.name;
    if (name !== undefined) words.add(name);
  }
  for (const [name, definitions] of context.scopes.topLevel) {
    for (const definition of definitions) {
      if (definition.kind === 'class') words.add(name);
      // `function AppError(message, status) { this.status = status; }`; a word that is looked for too early is not again
      const isConstructor = context.language.family === 'javascript' && definition.kind === 'function';
      if (isConstructor && /(?:Error|Exception)$/.test(name)) words.add(name);
    }
  }
  const { knowledge } = context;
  if (knowledge) for (const word of importedWords(context, knowledge)) words.add(word);
  if (knowledge && context.language.sharesFolder)
    for (const source of context.openPackages) for (const word of knowledge.tellingNames(source)) words.add(word);
  words.delete('constructor');
  return new Set([...words].filter((word) => /^[\w$]+$/.test(word)));
}

function* importedWords(context: FileContext, knowledge: NonNullable<FileContext['knowledge']>): Iterable<string> {
  for (const { source, names } of context.imports) {
    for (const [local, name] of names) {
      const path = name === '*' ? [] : [name];
      const known = knowledge.imported(source, path);
      if (known?.kind === 'function' && known.summary.answers.length > 0) yield local;
      if (known?.kind === 'class') {
        yield local;
        yield* Object.keys(known.summary.methods);
      }
      if (known?.kind !== 'object') continue;
      for (const member of known.members.slice(0, mostMembers)) {
        const inside = knowledge.imported(source, [...path, member]);
        // `Context.fail` is called by the name of the method alone
        if (inside?.kind === 'class' || (inside?.kind === 'function' && inside.summary.answers.length > 0))
          yield member.slice(member.lastIndexOf('.') + 1);
      }
    }
  }
}
