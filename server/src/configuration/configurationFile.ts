import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { rules } from '../generated/rules.ts';
import { t } from '../localisation.ts';
import type { Severity } from '../rules/rule.ts';
import type { PartialConfiguration } from './configuration.ts';
import { presets } from './presets.ts';
import { severities } from './severities.ts';

/** The name of the file that a project keeps its decisions in. */
export const configurationFileName = 'http-status.config.json';

/** What a file says, as far as it can be understood, and what is wrong with the rest. */
export interface ConfigurationFile extends PartialConfiguration {
  /** Patterns as in `.gitignore`, relative to the file's folder: nothing is reported there. */
  readonly ignore: readonly string[];
  /** How the project answers by code of its own. */
  readonly status: readonly WrittenPattern[];
  readonly problems: readonly ConfigurationProblem[];
}

/** What is to be a pattern; whether a language can read it is not known yet. */
export interface WrittenPattern {
  readonly source: string;
  /** Offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface ConfigurationProblem {
  readonly message: string;
  /** True where the JSON schema of such files says it as well, or any reader of JSON. */
  readonly isInSchema: boolean;
  /** Offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

const knownProperties = new Set(['$schema', 'preset', 'rules', 'ignore', 'status']);

/** Reads a configuration file: JSON that may have comments and trailing commas. */
export function readConfigurationFile(text: string): ConfigurationFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigurationProblem[] = errors.map(({ error, offset, length }) => ({
    message: t('This is no JSON: {0}.', wordsOf(printParseErrorCode(error))),
    isInSchema: true,
    start: offset,
    end: offset + length,
  }));
  const complain = (message: string, { offset, length }: Node): undefined => {
    problems.push({ message, isInSchema: true, start: offset, end: offset + length });
    return undefined;
  };
  if (!root) return { ignore: [], status: [], problems };
  if (root.type !== 'object') {
    complain(t('A configuration is an object: { "preset": "recommended" }.'), root);
    return { ignore: [], status: [], problems };
  }
  for (const { key, keyNode } of propertiesOf(root)) {
    if (!knownProperties.has(key)) complain(t('A configuration has no property “{0}”.', key), keyNode);
  }
  return {
    preset: readPreset(findNodeAtLocation(root, ['preset']), complain),
    rules: readRules(findNodeAtLocation(root, ['rules']), complain),
    ignore: readIgnore(findNodeAtLocation(root, ['ignore']), complain),
    status: readStatus(findNodeAtLocation(root, ['status']), complain),
    problems,
  };
}

type Complain = (message: string, node: Node) => undefined;

function readPreset(node: Node | undefined, complain: Complain): PartialConfiguration['preset'] {
  if (!node) return undefined;
  return (
    presets.find((preset) => preset === getNodeValue(node)) ?? complain(t('A preset is {0}.', oneOf(presets)), node)
  );
}

function readRules(node: Node | undefined, complain: Complain): PartialConfiguration['rules'] {
  if (!node) return undefined;
  if (node.type !== 'object') return complain(t('Rules are an object: { "location-on-201": "warning" }.'), node);
  const read: Record<string, Severity> = {};
  for (const { key, keyNode, valueNode } of propertiesOf(node)) {
    if (!rules.some(({ id }) => id === key)) complain(t('There is no rule “{0}”.', key), keyNode);
    const severity = valueNode && severities.find((known) => known === getNodeValue(valueNode));
    if (severity) read[key] = severity;
    else if (valueNode) complain(t('The severity of a rule is {0}.', oneOf(severities)), valueNode);
  }
  return read;
}

function readIgnore(node: Node | undefined, complain: Complain): readonly string[] {
  if (!node) return [];
  const items = node.type === 'array' ? (node.children ?? []) : [];
  if (node.type !== 'array') complain(t('Patterns to ignore are a list of texts: ["test/", "*.generated.ts"].'), node);
  return items.flatMap((item): string[] => {
    const value: unknown = getNodeValue(item);
    if (typeof value === 'string') return [value];
    complain(t('A pattern is a text, as a line of a .gitignore file.'), item);
    return [];
  });
}

function readStatus(node: Node | undefined, complain: Complain): readonly WrittenPattern[] {
  if (!node) return [];
  const items = node.type === 'array' ? (node.children ?? []) : [];
  if (node.type !== 'array') complain(t('Patterns of calls are a list of texts: ["reply(ctx, STATUS, BODY)"].'), node);
  return items.flatMap((item): WrittenPattern[] => {
    const value: unknown = getNodeValue(item);
    if (typeof value === 'string' && /\bSTATUS\b/.test(value))
      return [{ source: value, start: item.offset, end: item.offset + item.length }];
    complain(t('A pattern is a call with STATUS in the place of the code: "reply(ctx, STATUS, BODY)".'), item);
    return [];
  });
}

function propertiesOf(object: Node) {
  return (object.children ?? []).flatMap(({ children: [keyNode, valueNode] = [] }) =>
    keyNode ? [{ key: String(getNodeValue(keyNode)), keyNode, valueNode }] : [],
  );
}

function oneOf(words: readonly string[]): string {
  return t('one of {0}', words.map((word) => t('“{0}”', word)).join(t(', ')));
}

/** `CloseBraceExpected` → `close brace expected` */
function wordsOf(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
