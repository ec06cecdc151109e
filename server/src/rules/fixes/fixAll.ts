import { EditedText } from './editedText.ts';
import type { Fix, TextEdit } from './fix.ts';

/** One fix can bring another finding to light, or stand in another's way. More rounds than that are a quarrel. */
const mostRounds = 5;

/**
 * Applies the safe fixes of a text, again and again until none is left. `fixesOf` gives for each finding of a text its
 * fixes, the best first. The result is a list of edits of the text as it was.
 */
export function fixAll(text: string, fixesOf: (text: string) => readonly (readonly Fix[])[]): readonly TextEdit[] {
  const edited = new EditedText(text);
  let present = text;
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatible(fixesOf(present).flatMap((fixes) => fixes.find(({ safety }) => safety === 'safe') ?? []));
    if (edits.length === 0) break;
    edited.apply(edits);
    present = edited.text;
  }
  return edited.edits;
}

/** The edits of those fixes that keep out of each other's way; the others wait for the next round. */
function compatible(fixes: readonly Fix[]): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => chosen.some((other) => touch(edit, other)))) chosen.push(...edits);
  }
  return chosen;
}

function touch(one: TextEdit, other: TextEdit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
