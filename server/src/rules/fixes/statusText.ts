import type { FileAnalysis } from '../../responses/analysis.ts';
import { constantFor } from '../../status/constants.ts';
import { ecosystemLabels } from '../../status/ecosystems.ts';
import type { Ecosystem } from '../../status/facts.ts';

const ecosystems = Object.keys(ecosystemLabels) as readonly Ecosystem[];

/** The constant of another code in the library that has a constant for this one: not every name is the phrase. */
export function constantLike(name: string, from: number, to: number): string | undefined {
  const ecosystem = ecosystems.find((each) => lastWord(constantFor(from, each)) === name);
  return ecosystem && lastWord(constantFor(to, ecosystem));
}

/** A code as the file writes the others: by a constant of the same holder, or as a number. */
export function statusText(file: FileAnalysis, code: number): string {
  for (const { node, code: other } of file.references) {
    const member = node.parent && file.context.language.expression(node.parent);
    if (member?.kind !== 'member' || member.propertyNode !== node) continue;
    const constant = constantLike(node.text, other, code);
    if (constant) return `${member.object.node.text}.${constant}`;
  }
  return String(code);
}

function lastWord(constant: string | undefined): string | undefined {
  const word = constant?.split(/[.:]/).at(-1);
  return word && /^\w+$/.test(word) ? word : undefined;
}
