import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/** A key of a configuration file's `rules`: offsets of the text between its quotes, `end` exclusive. */
export interface RuleKey {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The rules that a configuration file names, as far as it can be read. */
export function ruleKeysIn(text: string): readonly RuleKey[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const rules = root && findNodeAtLocation(root, ['rules']);
  return (rules?.children ?? []).flatMap(({ children: [key] = [] }) =>
    key?.type === 'string' ? [{ id: String(key.value), start: key.offset + 1, end: key.offset + key.length - 1 }] : [],
  );
}
