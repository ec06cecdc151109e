import { type SyntaxNode, SyntaxTree } from '../syntax/node.ts';
import type { Grammars } from '../syntax/parser.ts';
import { holeOf, isPartOfName, optionalMark, restMark, wordHoleOf } from './holes.ts';
import type { Language } from './language.ts';
import type { Argument, CallView, ExitView, Expression, NameView, ObjectView } from './views.ts';

/**
 * Patterns are snippets of a language with upper-case names as holes: `RES.status(STATUS)`.
 *
 * - `HOLE?` may be missing, `...HOLE` takes any number of arguments;
 * - `REASON`, `METHOD` and `WORD` may stand for a part of a name: `new REASONException(BODY?)`, `ApiREASONResponse()`;
 * - an object matches whatever else stands in it, in any order; its keys may be optional (`{ status: STATUS? }`), and an
 *   object whose keys all are may be missing itself; `{ ':status': STATUS, ...HEADERS }` takes the object itself too;
 * - keyword arguments match in any order, and by position where the pattern has them: `HTTPException(status_code=STATUS)`
 *   matches `HTTPException(404)`; behind `*_` they match by keyword alone;
 * - a name the framework's module gives also matches as the module's member: `flask.abort(404)` is `abort(STATUS)`;
 * - `return BODY, STATUS` matches what a function gives back, `@METHOD(PATH?)` a decorator alone.
 */
export interface Pattern {
  readonly source: string;
  /** The word by which a matching place is found: the last member, the callee, or a key. */
  readonly anchor: Anchor;
  readonly expression: Expression;
  /** True where the pattern is what a `return` gives. */
  readonly isReturned: boolean;
  readonly isDecorator: boolean;
  /** True where a call of a class makes an object, whatever the capitals of a pattern look like. */
  readonly constructsByCall: boolean;
}

export type Anchor =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'hole'; readonly hole: string; readonly prefix: string; readonly suffix: string };

/** What a hole took: an expression, the words of a name, several arguments, or nothing that can be read. */
export type Bound =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'word'; readonly word: string; readonly expression: Expression }
  | { readonly kind: 'rest'; readonly arguments: readonly Argument[] }
  | { readonly kind: 'unknown'; readonly within?: Part };

/** A member that an expression may have which cannot be read here: `status` of `init` in `new Response(body, init)`. */
export interface Part {
  readonly of: Expression;
  readonly key: string;
}

export type Bindings = ReadonlyMap<string, Bound>;

/** Says whether a hole may take an expression. */
export interface HoleRules {
  accepts(hole: string, expression: Expression): boolean;
  acceptsWord(hole: string, word: string): boolean;
  /** What a name is called where it comes from: `createError` of `import createHttpError from 'http-errors'`. */
  nameOf(name: NameView): string;
  /**
   * Whether a name the pattern spells out is the one it means, and not another of the same spelling. One that the
   * pattern does not spell out must be imported.
   */
  acceptsName(name: NameView, mustBeImported: boolean): boolean;
  /** Whether an expression is a module of the framework, whose members are the framework's own. */
  isModule(expression: Expression): boolean;
  /** What a name stands for where an object is expected, e.g. `const init = { status: 404 }`. */
  resolve(expression: Expression): Expression;
}

/**
 * Reads many patterns at once: one parse, in the order given.
 * Throws when a snippet does not parse; the grammar must be loaded.
 */
export function compilePatterns(
  language: Language,
  grammars: Grammars,
  sources: readonly string[],
): readonly Pattern[] {
  const { before, after } = language.patternFrame;
  let text = '';
  const offsets: number[] = [];
  for (const source of sources) {
    text += before;
    offsets.push(text.length);
    text += `${marked(source)}${after}\n`;
  }
  const tree = SyntaxTree.of(text, grammars.parse(language.grammar, text).rootNode);
  return sources.map((source, index) => {
    let node = tree.root.at(offsets[index] ?? 0);
    while (node.parent && node.parent.start === offsets[index] && !node.parent.parent?.isBroken) {
      const view = language.expression(node.parent);
      if (view.kind === 'other') break;
      node = node.parent;
    }
    const returned = returnAt(language, node)?.value;
    const expression = returned ?? language.expression(node);
    const anchor = returned ? returnAnchor : anchorOf(expression);
    if (expression.node.hasError || !anchor) throw new Error(`The pattern ${source} does not parse`);
    const { constructsByCall = false } = language;
    const isDecorator = source.startsWith('@');
    return { source, anchor, expression, isReturned: returned !== undefined, isDecorator, constructsByCall };
  });
}

/** The word by which what is given back is found. */
export const returnWord = 'return';
const returnAnchor: Anchor = { kind: 'word', word: returnWord };

/** The `return` that begins where a node does: the node is the whole of it, or the word. */
export function returnAt(language: Language, node: SyntaxNode): ExitView | undefined {
  for (const each of [node, node.parent]) {
    const view = each && language.statement(each);
    if (view?.kind === 'exit' && view.how === 'return' && view.node.start === node.start) return view;
  }
  return undefined;
}

function anchorOf(expression: Expression): Anchor | undefined {
  switch (expression.kind) {
    case 'call':
      return anchorOf(expression.callee);
    case 'assignment':
      return anchorOf(expression.target);
    case 'member':
      // `RES.headers.NAME`: any word may stand there, the one before it tells
      return expression.property === 'NAME' ? anchorOf(expression.object) : anchorOfWord(expression.property);
    case 'name':
      return anchorOfWord(expression.name);
    case 'object': {
      const key = expression.entries.find((entry) => !isOptional(entry.value)) ?? expression.entries[0];
      return key && { kind: 'word', word: key.key };
    }
    case 'index': {
      const { object } = expression;
      // `RES[NAME]`: nothing but the names of the receiver can be looked for
      const receiver = object.kind === 'name' ? holeOf(object.name)?.hole : undefined;
      return receiver ? { kind: 'hole', hole: receiver, prefix: '', suffix: '' } : anchorOf(object);
    }
    default:
      return undefined;
  }
}

function anchorOfWord(word: string): Anchor {
  const hole = wordHoleOf(word);
  return hole ? { kind: 'hole', ...hole } : { kind: 'word', word };
}

/** A pattern that somebody wrote; undefined where it is none in the language, or more than one expression. */
export function readPattern(language: Language, grammars: Grammars, source: string): Pattern | undefined {
  try {
    const [pattern] = compilePatterns(language, grammars, [source]);
    return pattern?.expression.node.text === marked(source) ? pattern : undefined;
  } catch {
    return undefined;
  }
}

/** With names that every grammar reads for what only patterns have. */
function marked(source: string): string {
  return source
    .replace(/\.\.\.([A-Z_]+)/g, `$1${restMark}`)
    .replace(/([A-Z])\?/g, `$1${optionalMark}`)
    .replace(/^@/, '');
}

function isOptional(pattern: Expression): boolean {
  return pattern.kind === 'name' && pattern.name.endsWith(optionalMark);
}

/** The bindings under which an expression is an instance of a pattern. */
export function matchPattern(pattern: Pattern, expression: Expression, rules: HoleRules): Bindings | undefined {
  const bindings = new Map<string, Bound>();
  return new Matcher(rules, bindings, pattern.constructsByCall).match(pattern.expression, expression)
    ? bindings
    : undefined;
}

class Matcher {
  readonly #rules: HoleRules;
  readonly #bindings: Map<string, Bound>;
  readonly #constructsByCall: boolean;

  constructor(rules: HoleRules, bindings: Map<string, Bound>, constructsByCall: boolean) {
    this.#rules = rules;
    this.#bindings = bindings;
    this.#constructsByCall = constructsByCall;
  }

  match(pattern: Expression, found: Expression): boolean {
    switch (pattern.kind) {
      case 'name': {
        const hole = isPartOfName(pattern.name) ? undefined : holeOf(pattern.name);
        if (hole) return this.#bind(hole.hole, found);
        return this.#matchOwnName(pattern.name, found, false);
      }
      case 'member':
        return (
          found.kind === 'member' &&
          this.#matchWord(pattern.property, found.property, found) &&
          this.#matchLink(pattern.object, found.object)
        );
      case 'call': {
        // `const route = createRoute({ … }); app.openapi(route, …)`
        const call = found.kind === 'name' ? this.#rules.resolve(found) : found;
        return (
          call.kind === 'call' &&
          (call.constructs === pattern.constructs || this.#constructsByCall) &&
          this.#matchCallee(pattern.callee, call.callee) &&
          this.#matchArguments(pattern, call)
        );
      }
      case 'assignment':
        return (
          found.kind === 'assignment' &&
          this.match(pattern.target, found.target) &&
          this.match(pattern.value, found.value)
        );
      case 'object':
        return this.#matchObject(pattern, found);
      case 'index':
        if (found.kind === 'member')
          return (
            found.index !== undefined &&
            this.match(pattern.object, found.object) &&
            this.match(pattern.index, found.index)
          );
        return (
          found.kind === 'index' && this.match(pattern.object, found.object) && this.match(pattern.index, found.index)
        );
      case 'list':
        return (
          found.kind === 'list' &&
          (found.isTuple ?? false) === (pattern.isTuple ?? false) &&
          found.elements.length === pattern.elements.length &&
          pattern.elements.every((element, index) => this.match(element, found.elements[index] ?? element))
        );
      case 'string':
        return found.kind === 'string' && found.value === pattern.value;
      case 'number':
        return found.kind === 'number' && found.value === pattern.value;
      case 'boolean':
        return found.kind === 'boolean' && found.value === pattern.value;
      case 'nothing':
        return found.kind === 'nothing';
      default:
        return false;
    }
  }

  /** What a member is of: `app.route('/users')` in `app.route('/users').get(list).post(create)`, links between or not. */
  #matchLink(pattern: Expression, found: Expression): boolean {
    if (this.match(pattern, found)) return true;
    return (
      pattern.kind === 'call' &&
      found.kind === 'call' &&
      found.callee.kind === 'member' &&
      this.#matchLink(pattern, found.callee.object)
    );
  }

  /** `new NotFound()`, `@Get()`: where only a hole is called, its name must come from the framework. */
  #matchCallee(pattern: Expression, found: Expression): boolean {
    return pattern.kind === 'name' && (pattern.name === 'REASON' || pattern.name === 'METHOD')
      ? this.#matchOwnName(pattern.name, found, true)
      : this.match(pattern, found);
  }

  /** A name, or a member of the module it comes from: `abort`, `flask.abort`. */
  #matchOwnName(pattern: string, found: Expression, mustBeImported: boolean): boolean {
    if (found.kind === 'name') return this.#matchName(pattern, found, mustBeImported);
    return (
      found.kind === 'member' && this.#rules.isModule(found.object) && this.#matchWord(pattern, found.property, found)
    );
  }

  #matchName(pattern: string, found: NameView, mustBeImported: boolean): boolean {
    return this.#matchWord(pattern, this.#rules.nameOf(found), found) && this.#rules.acceptsName(found, mustBeImported);
  }

  #matchWord(pattern: string, word: string, expression: Expression): boolean {
    if (pattern === word) return true;
    const wordHole = wordHoleOf(pattern);
    if (!wordHole) return false;
    const { hole, prefix, suffix } = wordHole;
    if (!word.startsWith(prefix) || !word.endsWith(suffix)) return false;
    const stem = word.slice(prefix.length, word.length - suffix.length);
    if (!this.#rules.acceptsWord(hole, stem)) return false;
    this.#bindings.set(hole, { kind: 'word', word: stem, expression });
    return true;
  }

  #bind(hole: string, expression: Expression): boolean {
    if (!this.#rules.accepts(hole, expression)) return false;
    this.#bindings.set(hole, { kind: 'expression', expression });
    return true;
  }

  #matchArguments(pattern: CallView, found: CallView): boolean {
    const positional = found.arguments.filter((argument) => argument.name === undefined);
    const keywords = new Map(found.arguments.flatMap((argument) => (argument.name ? [[argument.name, argument]] : [])));
    const spreadAt = positional.findIndex((argument) => argument.spread);
    let next = 0;
    let byKeywordAlone = false;
    for (const expected of pattern.arguments) {
      if (expected.spread) {
        byKeywordAlone = true;
        continue;
      }
      if (expected.name !== undefined) {
        const isByPosition = !byKeywordAlone && !keywords.has(expected.name) && (spreadAt < 0 || next < spreadAt);
        const given = isByPosition && positional[next] ? positional[next++] : keywords.get(expected.name);
        if (given ? !this.match(expected.value, given.value) : !this.#matchMissing(expected.value, spreadAt >= 0)) {
          return false;
        }
        continue;
      }
      const hole = expected.value.kind === 'name' ? holeOf(expected.value.name) : undefined;
      if (hole?.rest) {
        this.#bindings.set(hole.hole, { kind: 'rest', arguments: positional.slice(next) });
        next = positional.length;
        continue;
      }
      const given = positional[next];
      if (spreadAt >= 0 && next >= spreadAt) {
        if (!this.#matchMissing(expected.value, true)) return false;
        continue;
      }
      if (!given) {
        if (!this.#matchMissing(expected.value, false)) return false;
        continue;
      }
      if (!this.match(expected.value, given.value)) return false;
      next++;
    }
    return next >= positional.length || spreadAt >= 0;
  }

  /** An expected part that is not there: allowed when optional; `unread` says that it may be there all the same. */
  #matchMissing(pattern: Expression, unread: boolean, within?: Part): boolean {
    if (pattern.kind === 'object') return pattern.entries.every((entry) => this.#matchMissing(entry.value, unread));
    if (pattern.kind !== 'name') return false;
    const hole = holeOf(pattern.name);
    if (!hole?.optional) return false;
    if (unread) this.#bindings.set(hole.hole, { kind: 'unknown', ...(within ? { within } : {}) });
    return true;
  }

  /** Keys that stand in an object which cannot be read, or in what is spread into one. */
  #matchWithin({ entries }: ObjectView, of: Expression): boolean {
    return entries.every(({ key, value }) => this.#matchMissing(value, true, { of, key }));
  }

  #matchObject(pattern: ObjectView, found: Expression): boolean {
    const object = found.kind === 'object' ? found : this.#rules.resolve(found);
    if (object.kind !== 'object') {
      return !pattern.type && canHoldObject(object) && this.#matchWithin(pattern, object);
    }
    if (pattern.type && !(object.type && this.match(pattern.type, object.type))) return false;
    for (const expected of pattern.entries) {
      const whole = holeOf(expected.key);
      if (whole?.rest) {
        if (!this.#bind(whole.hole, object)) return false;
        continue;
      }
      const given = object.entries.find((entry) => entry.key === expected.key);
      const within = object.spread && { of: object.spread, key: expected.key };
      if (
        given ? !this.match(expected.value, given.value) : !this.#matchMissing(expected.value, !object.complete, within)
      ) {
        return false;
      }
    }
    return true;
  }
}

function canHoldObject(expression: Expression): boolean {
  return ['name', 'member', 'call', 'choice', 'logical', 'index', 'nothing'].includes(expression.kind);
}
