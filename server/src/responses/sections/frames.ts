import { isConstructor } from '../../languages/constructors.ts';
import type { Language } from '../../languages/language.ts';
import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/node.ts';
import type { Section } from './sections.ts';

/** A class or function whose members are sections: what is left of it stands round them and goes with each. */
export interface Frame {
  /** All of it, with the comments before it. */
  readonly nodes: readonly SyntaxNode[];
  /** What stands before its first member: another head makes another thing of all of them. */
  readonly head: string;
  readonly around: Frame | undefined;
}

/**
 * A section in the pieces that can be read one without the other: methods of a class, entries of an object, and in a
 * function what gives functions to calls, as `router.get('/', (req, res) => …)` does. Between them stand the pieces of
 * its frame.
 */
export function dividedSection(
  language: Language,
  tree: SyntaxTree,
  section: Section,
  shortest = shortestDivided,
): readonly Section[] {
  if (section.end - section.start < shortest) return [section];
  const [node, other] = section.nodes.filter((each) => each.isNamed && !language.isComment(each));
  const body = node && !other ? bodyOf(language, node) : undefined;
  if (!body) return [section];
  const members = membersOf(language, tree, body);
  const [first] = members;
  if (!first || section.nodes.some((each) => each.hasError && !isBrokenInside(each, members))) return [section];
  const frame: Frame = {
    nodes: section.nodes,
    head: tree.text.slice(section.start, first.start),
    around: section.within,
  };
  const pieces: Section[] = [];
  let from = section.start;
  const addPiece = (to: number) => {
    const text = tree.text.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    if (start < to)
      pieces.push({ nodes: [], start, end: from + text.trimEnd().length, within: frame, isFraming: true });
  };
  for (const member of members) {
    addPiece(member.start);
    pieces.push(...dividedSection(language, tree, { ...member, within: frame }, shortest));
    from = member.end;
  }
  addPiece(section.end);
  return pieces;
}

/** UTF-16 code units: to look into what is shorter costs more than to read it whole. */
export const shortestDivided = 1500;
/** Fewer than these are not worth a frame. */
const fewestMembers = 2;
/** What is so much of a node holds what the node is about. */
const mainShare = 0.6;

interface Body {
  readonly node: SyntaxNode;
  readonly members: readonly NamedNode[];
}

/** The node below another that holds its members: it is the greater part of what is around it. */
function bodyOf(language: Language, whole: SyntaxNode): Body | undefined {
  let node: SyntaxNode | undefined = whole;
  while (node) {
    const members = membersIn(language, node);
    if (members.length >= fewestMembers) return { node, members };
    const { children, start, end }: SyntaxNode = node;
    node = children.find((child) => child.end - child.start > mainShare * (end - start));
  }
  return undefined;
}

interface Member {
  readonly nodes: readonly SyntaxNode[];
  readonly name: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Each with the comments and decorators before it, and what follows it in its line. */
function membersOf(language: Language, tree: SyntaxTree, body: Body): readonly Member[] {
  const names = new Map(body.members.map(({ node, name }) => [node, name]));
  const members: { nodes: SyntaxNode[]; name: string | undefined }[] = [];
  let before: SyntaxNode[] = [];
  let last: SyntaxNode[] | undefined;
  for (const child of body.node.children) {
    if (names.has(child)) {
      last = [...before, child];
      members.push({ nodes: last, name: names.get(child) });
      before = [];
    } else if (last && before.length === 0 && isSeparator(language, child) && !isNewLine(tree, last, child)) {
      last.push(child);
    } else if (language.isComment(child) || tree.text.startsWith('@', child.start)) {
      before.push(child);
    } else {
      before = [];
      last = undefined;
    }
  }
  return members.flatMap(({ nodes, name }) => {
    const [first] = nodes;
    const end = nodes.at(-1)?.end;
    return first && end !== undefined ? [{ nodes, name, start: first.start, end }] : [];
  });
}

interface NamedNode {
  readonly node: SyntaxNode;
  readonly name: string | undefined;
}

/** What in a body nothing beside it needs in order to be understood, but by its name. */
function membersIn(language: Language, body: SyntaxNode): readonly NamedNode[] {
  const object = language.expression(body);
  if (object.kind === 'object')
    return object.entries.flatMap(({ value, node, key }) => (value.kind === 'function' ? [{ node, name: key }] : []));
  const holder = body.parent && language.statement(body.parent);
  const fields = holder?.kind === 'class' ? holder.fields : [];
  const given = new Map(fields.map(({ name, value }) => [value?.kind === 'function' && value.node.parent, name]));
  return body.children.flatMap((node) => {
    if (!node.isNamed || language.isComment(node)) return [];
    if (given.has(node)) return [{ node, name: given.get(node) }];
    const statement = language.statement(node);
    if (statement.kind === 'function')
      return statement.name === undefined || isConstructor(statement.name) ? [] : [{ node, name: statement.name }];
    return statement.kind === 'expression' && givesFunction(language, statement.expression)
      ? [{ node, name: undefined }]
      : [];
  });
}

/**
 * `router.get('/', (req, res) => …)`, `await app.register(async (scope) => …)`. Told by the text: all members are looked at
 * after each edit, and to view what each call is given takes longer than to judge what the edit touched.
 */
function givesFunction({ functionValue }: Language, { kind, node }: Expression): boolean {
  return kind === 'call' && functionValue?.test(node.text) === true;
}

function isNewLine({ text }: SyntaxTree, nodes: readonly SyntaxNode[], next: SyntaxNode): boolean {
  return text.slice(nodes.at(-1)?.end, next.start).includes('\n');
}

function isSeparator(language: Language, node: SyntaxNode): boolean {
  return language.isComment(node) || node.text === ',' || node.text === ';';
}

/** True where members hold all that is wrong with a node. */
function isBrokenInside(node: SyntaxNode, members: readonly Member[]): boolean {
  const [first] = members;
  if (!first) return false;
  const last = members.at(-1) ?? first;
  const broken: SyntaxNode[] = [node];
  for (let each = broken.pop(); each; each = broken.pop()) {
    if (!each.hasError || members.some(({ nodes }) => nodes.includes(each))) continue;
    if (each.isBroken) return false;
    const inner = each.children.filter((child) => child.hasError || child.isBroken);
    if (inner.length === 0 || each.start > last.end || each.end < first.start) return false;
    broken.push(...inner);
  }
  return true;
}
