import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { constantFor } from '../../status/constants.ts';
import { ecosystems } from '../../status/ecosystems.ts';

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

/** A response's status as its code writes it, with the holder of a constant: `http.StatusNoContent`. */
export function writtenStatus({ context }: FileAnalysis, { status }: Response): string | undefined {
  const [option] = status?.options ?? [];
  if (!option?.node) return option && String(option.code);
  const member = option.node.parent && context.language.expression(option.node.parent);
  return member?.kind === 'member' && member.propertyNode === option.node ? member.node.text : option.node.text;
}

function lastWord(constant: string | undefined): string | undefined {
  const word = constant?.split(/[.:]/).at(-1);
  return word && /^\w+$/.test(word) ? word : undefined;
}
