import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response, StatusOption, StatusReference } from '../responses/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { Fix } from './fixes/fix.ts';

/**
 * How strongly HTTP speaks: `must` and `should` as in RFC 2119, `advice` where it only says what is better,
 * `house style` where a project chooses, `broken` where the code fails when it runs.
 */
export type Strength = 'must' | 'should' | 'advice' | 'house style' | 'broken';

export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** A place in source that shows why a finding holds. */
export interface Evidence {
  readonly node: SyntaxNode;
  readonly message: string;
}

/** What a rule reports at a place. */
export interface Report {
  readonly node: SyntaxNode;
  readonly message: string;
  readonly evidence?: readonly Evidence[];
  /** Best first. Asked for only when someone wants to fix. */
  readonly fixes: () => readonly Fix[];
}

/** A rule looks at responses, status references, or a whole file; never at text or trees by itself. */
export interface Rule {
  /** The name of its file and of its page in `docs/rules/`. */
  readonly id: string;
  /** One sentence for settings and indexes: what it reports. */
  readonly description: string;
  readonly strength: Strength;
  /** In the `recommended` preset. */
  readonly severity: Severity;
  /** `RFC 9110 §15.3.2` */
  readonly reference: string;
  /** Called for each response and each code it can have. */
  readonly response?: (response: Response, option: StatusOption, file: FileAnalysis) => Report | undefined;
  readonly statusReference?: (reference: StatusReference, file: FileAnalysis) => Report | undefined;
  readonly file?: (file: FileAnalysis) => readonly Report[];
}

/** Gives a rule back, so that a missing piece is a compile error in its file. */
export function rule(definition: Rule): Rule {
  return definition;
}

/** A report with the rule that made it. */
export interface Finding extends Report {
  readonly rule: Rule;
}

/** True of a call whose name alone stands for the code, which is written in the function it calls, and judged there. */
export function isWrittenElsewhere({ event }: Response, { node }: StatusOption): boolean {
  const { expression } = event;
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  return node?.start === (callee.kind === 'member' ? callee.propertyNode : callee.node).start;
}

/** The token that shows a response's status: where it is written, else the call that sends the framework's default. */
export function statusNode(response: Response, option: StatusOption): SyntaxNode {
  if (option.node) return option.node;
  const { expression } = response.event;
  if (expression.kind === 'call' && expression.callee.kind === 'member') return expression.callee.propertyNode;
  if (expression.kind === 'call') return expression.callee.node;
  return expression.node;
}
