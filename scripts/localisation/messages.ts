/** The texts that people are shown in the language of their editor, as the sources have them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Node } from 'web-tree-sitter';
import { severities } from '../../server/src/configuration/severities.ts';
import { rules } from '../../server/src/generated/rules.ts';
import { guideQuestions } from '../../server/src/guide/tree.ts';
import { readGrammarFile } from '../../server/src/node/grammarFiles.ts';
import { fittingCodes } from '../../server/src/rules/reasonedStatus.ts';
import { statusClasses } from '../../server/src/status/classes.ts';
import { allStatuses } from '../../server/src/status/registry.ts';
import { Grammars } from '../../server/src/syntax/parser.ts';
import { tools } from '../../server/src/tools/tools.ts';

const root = join(import.meta.dirname, '../..');
const sources = ['server/src', 'client/src'];
/** What is not for people who use an editor: the terminal. */
const inEnglish = /^server\/src\/(?:commandLine|generated)\//;

/** Tables, whose texts {@link textsInData} gathers, and names of frameworks, which are the same everywhere. */
const data =
  /^server\/src\/(?:frameworks\/|responses\/code\/inHouse\.ts|guide\/tree\.ts|status\/classes\.ts|configuration\/schema\.ts)/;

/** A text that stands in a source, where it is. */
export interface Place {
  readonly place: string;
  readonly text: string;
}

export interface Messages {
  /** The keys of the translations. */
  readonly used: ReadonlySet<string>;
  /** Texts for people that are not looked up in a translation. */
  readonly bare: readonly Place[];
}

export async function readMessages(): Promise<Messages> {
  const grammars = new Grammars(readGrammarFile);
  await grammars.load('typescript');
  const used = new Set(textsInData());
  const bare: Place[] = [];
  for (const path of sourceFiles()) {
    const text = readFileSync(join(root, path), 'utf8');
    const tree = grammars.parse('typescript', text);
    for (const call of tree.rootNode.descendantsOfType('call_expression')) {
      const [first] = call.childForFieldName('arguments')?.namedChildren ?? [];
      if (first?.type === 'string' && isTranslating(call)) used.add(literal(first));
    }
    for (const node of tree.rootNode.descendantsOfType(['string', 'template_string'])) {
      if (!data.test(path) && isShown(node))
        bare.push({ place: `${path}:${node.startPosition.row + 1}`, text: node.text });
    }
    tree.delete();
  }
  return { used, bare };
}

/** Texts that stand in tables as they are, and are translated where they are shown. */
function textsInData(): readonly string[] {
  const answers = guideQuestions.flatMap(({ question, answers: each, otherwise }) => [
    question,
    ...[...each, otherwise].flatMap(({ text, detail }) => [text, ...(detail === undefined ? [] : [detail])]),
  ]);
  const facts = allStatuses.flatMap((each) => [
    ...(each.standing === 'unofficial' ? [] : [each.standing]),
    each.body,
    ...(each.headers ?? []).flatMap(({ condition, value = '' }) => [condition, value]),
    ...(each.forbiddenHeaders ?? []).map(({ condition }) => condition),
    ...(each.requirements ?? []).map(({ who }) => who),
    ...(each.otherConstants ?? []).map(({ note }) => note),
    ...Object.values(each.constantsSince ?? {}),
    // most vendors are names, which are the same everywhere
    ...[each.vendor ?? ''].filter((vendor) => /^[a-z].* \(/.test(vendor)),
  ]);
  const classes = statusClasses.flatMap(({ name, meaning }) => [name, meaning]);
  return [
    ...rules.map(({ description }) => description),
    ...severities,
    ...tools.flatMap(({ title, summary }) => [title, summary]),
    ...answers,
    ...facts.filter((text) => text !== 'registered'),
    ...classes,
    ...Object.keys(fittingCodes),
    'redirect',
  ].filter(hasWords);
}

function sourceFiles(): readonly string[] {
  return sources
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !inEnglish.test(path))
    .sort();
}

function isTranslating(call: Node): boolean {
  return /^(?:l10n\.)?t$/.test(call.childForFieldName('function')?.text ?? '');
}

/** Fields of what editors show, and functions that are given what they show. */
const shownFields = /^(?:message|title|label|tooltip|placeholder|placeHolder|prompt|detail|description)$/;
const showingCalls = /^(?:fixOf|window\.show\w+Message|heading|refusal)$/;

/** A text with words that is assigned or given to what shows it. */
function isShown(node: Node): boolean {
  const words = node.namedChildren.filter((part) => part?.type === 'string_fragment').map((part) => part?.text);
  if (!/[a-z]{2}/i.test(words.join(' ').replace(/^\d?xx$|\$\([\w-]+|HTTP Status$/, ''))) return false;
  const outer = outermost(node);
  const { parent } = outer;
  if (parent?.type === 'pair') {
    const key = parent.childForFieldName('key')?.text ?? '';
    return shownFields.test(key) && !isOfRule(parent) && !isOfTool(parent);
  }
  if (parent?.type === 'assignment_expression') {
    const property = parent.childForFieldName('left')?.childForFieldName('property');
    return shownFields.test(property?.text ?? '');
  }
  const call = parent?.type === 'arguments' ? parent.parent : undefined;
  return (
    showingCalls.test(call?.childForFieldName('function')?.text ?? '') && parent?.namedChildren[0]?.id === outer.id
  );
}

/** What a rule is about, which is one of the {@link textsInData}. */
function isOfRule({ parent }: Node): boolean {
  return parent?.parent?.parent?.childForFieldName('function')?.text === 'rule';
}

/** What a tool is about: one of the {@link textsInData}, or told to models only, which read English. */
function isOfTool(node: Node): boolean {
  let outer: Node | null = node;
  while (outer && outer.type !== 'variable_declarator') outer = outer.parent;
  return outer?.childForFieldName('type')?.text === ': Tool';
}

/** With the choices and parentheses it stands in. */
function outermost(node: Node): Node {
  let outer = node;
  while (outer.parent && /^(?:ternary_expression|parenthesized_expression)$/.test(outer.parent.type))
    outer = outer.parent;
  return outer;
}

function literal(node: Node): string {
  return node.text.slice(1, -1).replace(/\\(.)/g, '$1');
}

/** A word of two letters at least; names of header fields and the like, in code marks, are none. */
function hasWords(text: string): boolean {
  return /[a-z]{2}|\p{Punctuation}/iu.test(text);
}
