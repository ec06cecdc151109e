import type { Node as ParserNode } from 'web-tree-sitter';

/**
 * Nodes that deep down have no children: nobody writes so, and what goes down a tree or climbs it stays within bounds of
 * stack and time.
 */
const greatestDepth = 500;

/**
 * A node of a syntax tree that remembers its parent. Made on demand, only on the way to what is looked at: asking the
 * parser for a parent walks from the root each time, asking a wrapper costs nothing.
 *
 * Offsets are UTF-16 code units from the start of the text, `end` exclusive.
 */
export class SyntaxNode {
  readonly tree: SyntaxTree;
  readonly parent: SyntaxNode | undefined;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly isNamed: boolean;
  /** What a language makes of it. {@link NodeMemory} is the way to them. */
  expressionView: unknown;
  statementView: unknown;
  functionView: unknown;
  classView: unknown;
  readonly #depth: number;
  readonly #node: ParserNode;
  #children: readonly SyntaxNode[] | undefined;
  #remainder: Remainder | undefined;

  constructor(tree: SyntaxTree, node: ParserNode, parent: SyntaxNode | undefined) {
    this.tree = tree;
    this.parent = parent;
    this.#node = node;
    this.type = node.type;
    this.start = node.startIndex;
    this.end = node.endIndex;
    this.isNamed = node.isNamed;
    this.#depth = parent ? parent.#depth + 1 : 0;
  }

  /** The root of another tree with these nodes of this one as its children, and no others. */
  withChildren(tree: SyntaxTree, children: readonly SyntaxNode[]): SyntaxNode {
    const root = new SyntaxNode(tree, this.#node, undefined);
    root.#children = children.map((child) => new SyntaxNode(tree, child.#node, root));
    return root;
  }

  /** The same node in another tree, with what remains below it. */
  remaining(tree: SyntaxTree, parent: SyntaxNode | undefined, { absent, around }: Omission): SyntaxNode {
    const node = new SyntaxNode(tree, this.#node, parent);
    if (around.has(this)) node.#remainder = { of: this, omission: { absent, around } };
    return node;
  }

  get text(): string {
    return this.tree.text.slice(this.start, this.end);
  }

  /** True where the parser guessed: broken or half-typed code. */
  get isBroken(): boolean {
    return this.#node.isError || this.#node.isMissing;
  }

  get hasError(): boolean {
    return this.#node.hasError;
  }

  get children(): readonly SyntaxNode[] {
    if (this.#children === undefined && this.#remainder) {
      const { of, omission } = this.#remainder;
      const present = of.children.filter((child) => !omission.absent.has(child));
      this.#children = present.map((child) => child.remaining(this.tree, this, omission));
    }
    if (this.#children === undefined) {
      const children: SyntaxNode[] = [];
      const found = this.#depth < greatestDepth ? this.#node.children : [];
      for (const child of found) if (child) children.push(new SyntaxNode(this.tree, child, this));
      this.#children = children;
    }
    return this.#children;
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.children.filter((child) => child.isNamed && child.type !== 'comment');
  }

  /** The child in the grammar's field of that name. */
  field(name: string): SyntaxNode | undefined {
    const found = this.#node.childForFieldName(name);
    return found ? this.#own(found) : undefined;
  }

  /** All children in the grammar's field of that name. */
  fields(name: string): readonly SyntaxNode[] {
    const own: SyntaxNode[] = [];
    for (const found of this.#node.childrenForFieldName(name)) {
      const child = found && this.#own(found);
      if (child) own.push(child);
    }
    return own;
  }

  contains(other: Span): boolean {
    return this.start <= other.start && other.end <= this.end;
  }

  /** The smallest node that covers the code unit at an offset. */
  at(offset: number): SyntaxNode {
    let node: SyntaxNode = this;
    for (;;) {
      const child = childAt(node.children, offset);
      if (!child) return node;
      node = child;
    }
  }

  #own(found: ParserNode): SyntaxNode | undefined {
    return this.children.find((child) => child.#node.id === found.id);
  }
}

/** What a tree lacks of another: nodes of that, and the nodes that these stand in. */
interface Omission {
  readonly absent: ReadonlySet<SyntaxNode>;
  readonly around: ReadonlySet<SyntaxNode>;
}

interface Remainder {
  readonly of: SyntaxNode;
  readonly omission: Omission;
}

function childAt(children: readonly SyntaxNode[], offset: number): SyntaxNode | undefined {
  let low = 0;
  let high = children.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const child = children[middle];
    if (!child) return undefined;
    if (offset < child.start) high = middle - 1;
    else if (offset >= child.end) low = middle + 1;
    else return child;
  }
  return undefined;
}

/** Offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One parse of one text, or some of its nodes. */
export class SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode;
  /** What of the text the tree is of, in order. */
  readonly spans: readonly Span[];

  private constructor(text: string, makeRoot: (tree: SyntaxTree) => SyntaxNode, spans: readonly Span[]) {
    this.text = text;
    this.root = makeRoot(this);
    this.spans = spans;
  }

  static of(text: string, root: ParserNode): SyntaxTree {
    return new SyntaxTree(text, (tree) => new SyntaxNode(tree, root, undefined), [{ start: 0, end: text.length }]);
  }

  /** The same parse as if nothing but these nodes stood in the text, each at its place and none in another. */
  part(nodes: readonly SyntaxNode[]): SyntaxTree {
    return new SyntaxTree(this.text, (tree) => this.root.withChildren(tree, nodes), nodes);
  }

  /** The same parse as if these nodes, in the order of the text, did not stand in it: all the others are where they were. */
  without(nodes: readonly SyntaxNode[]): SyntaxTree {
    const around = new Set<SyntaxNode>();
    for (const { parent } of nodes) {
      for (let node = parent; node && !around.has(node); node = node.parent) around.add(node);
    }
    const omission: Omission = { absent: new Set(nodes), around };
    return new SyntaxTree(
      this.text,
      (tree) => this.root.remaining(tree, undefined, omission),
      spansBetween(this.text, nodes),
    );
  }
}

/** What there is between nodes and is not white space. */
function spansBetween(text: string, nodes: readonly SyntaxNode[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { start, end } of [...nodes, { start: text.length, end: text.length }]) {
    if (/\S/.test(text.slice(from, start))) spans.push({ start: from, end: start });
    from = end;
  }
  return spans;
}
