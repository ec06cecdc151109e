import type { SyntaxNode, SyntaxTree } from '../syntax/node.ts';
import type { ClassView, ExportView, Expression, FunctionView, ImportView, Statement } from './views.ts';
import type { Writing, WrittenEdit } from './writing.ts';

/** Languages that share one grammar family, and so their frameworks. */
export type LanguageFamily = 'javascript' | 'python' | 'go';

/** How a programming language writes what {@link Expression} and {@link Statement} mean. */
export interface Language {
  readonly family: LanguageFamily;
  /** Name of the grammar file without `tree-sitter-` and `.wasm`. */
  readonly grammar: string;
  /** The editor's language ids. */
  readonly languageIds: readonly string[];
  /** With the dot. */
  readonly extensions: readonly string[];
  readonly lineComment: string;
  /** Finds the modules a text imports without parsing it, one of its groups each; must be global. */
  readonly importedModule: RegExp;
  /** Wraps an expression so that the grammar takes it for a whole file, `EXPRESSION` marking its place. */
  readonly patternFrame: { readonly before: string; readonly after: string };

  /** True where a class is called to make an object: there is no `new`. */
  readonly constructsByCall?: boolean;
  /** True where a call may wait for a database or another service without a word that says so. */
  readonly waitsUnmarked?: boolean;
  /** Finds a function that is written where a value can stand: `(request) => …`. Absent where such functions hold no statements. */
  readonly functionValue?: RegExp;
  /** Finds the names of the module that functions say they assign, `global settings`; one group, must be global. */
  readonly assignedModuleNames?: RegExp;
  /** True where what a module gives may be a module again: `from aiohttp import web`. */
  readonly importsModulesByName?: boolean;

  /** Files that are tests by their names alone: what answers there is no server. */
  readonly testFiles?: RegExp;
  /** True where the files of a folder are one module: each sees what stands at the top of the others. */
  readonly sharesFolder?: boolean;
  /** True where names have the types that are written of them, and each function calls its router as others do theirs. */
  readonly declaresTypes?: boolean;
  /** True where functions give errors back instead of throwing them: `user, err := find(id)`. */
  readonly errorsAreValues?: boolean;
  /** Gives a variable to a function so that this can fill it: `decode(&user)`. */
  readonly referenceSign?: string;

  /** Comments, strings' insides and type positions: nothing there is code that runs. */
  isInert(node: SyntaxNode): boolean;
  isComment(node: SyntaxNode): boolean;
  /** True for a node that changes nothing about the expression it wraps: parentheses, `await`, casts. */
  isTransparent(node: SyntaxNode): boolean;
  expression(node: SyntaxNode): Expression;
  statement(node: SyntaxNode): Statement;
  /** The function a node stands in, itself included when it is one. */
  functionAround(node: SyntaxNode): FunctionView | undefined;
  /** True of what stands behind the sign of a decorator, whatever that decorates. */
  isDecorator?(node: SyntaxNode): boolean;
  /** The method that an expression decorates. */
  decorated(node: SyntaxNode): FunctionView | undefined;
  classAround(node: SyntaxNode): ClassView | undefined;
  /** What a comprehension goes through: `shelf.books` of `[book.title for book in shelf.books]`. */
  comprehended?(node: SyntaxNode): Expression | undefined;
  /** The name whose type a literal is written in: `status` of `status: 404 | 410`. */
  typedName?(node: SyntaxNode): string | undefined;
  imports(tree: SyntaxTree): readonly ImportView[];
  /** How fixes write in it. */
  readonly writing: Writing;
  /** What edits demand of the imports of a text, where a compiler insists on these. */
  importEdits?(imports: readonly ImportView[], text: string, edits: readonly WrittenEdit[]): readonly WrittenEdit[];
  /** Absent where everything at the top of a file is given to others. */
  exports?(tree: SyntaxTree): readonly ExportView[];
}

/** The family's main file: `language()` gives its object back, so that a missing piece is a compile error there. */
export function language(definition: Language): Language {
  return definition;
}
