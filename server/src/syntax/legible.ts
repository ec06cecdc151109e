/** Above that, a text is data or generated: nobody reads findings in it, and every edit would cost a second. */
export const greatestLength = 512_000;
/** Nobody writes such lines by hand. */
const greatestAverageLine = 1000;
/** What people write has a tenth of blanks and more; what a minifier has left has one in fifty. */
const leastBlanks = 0.03;
/** Less is short enough to be read in any case, and may be a line of anything. */
const shortest = 3000;

/** A text, or its bytes before they are decoded. */
interface Legible {
  readonly length: number;
  indexOf(sign: string, from: number): number;
}

/** False for a text that is too large or minified: it is not analysed. */
export function isLegible(text: Legible): boolean {
  if (text.length <= greatestAverageLine) return true;
  if (text.length > greatestLength || !hasAtLeast(text, ['\n'], text.length / greatestAverageLine - 1)) return false;
  return text.length <= shortest || hasAtLeast(text, [' ', '\n', '\t'], text.length * leastBlanks);
}

/** Counts no further than it must: in what people write a look at the first part does. */
function hasAtLeast(text: Legible, signs: readonly string[], wanted: number): boolean {
  let found = 0;
  for (const sign of signs) {
    for (let at = text.indexOf(sign, 0); at >= 0 && found < wanted; at = text.indexOf(sign, at + 1)) found++;
  }
  return found >= wanted;
}
