/** Above that, a text is data or generated: nobody reads findings in it, and every edit would cost a second. */
export const greatestLength = 512_000;
/** Nobody writes such lines by hand. */
const greatestAverageLine = 1000;

/** A text, or its bytes before they are decoded. */
interface Legible {
  readonly length: number;
  indexOf(sign: string, from: number): number;
}

/** False for a text that is too large or minified: it is not analysed. */
export function isLegible(text: Legible): boolean {
  if (text.length <= greatestAverageLine) return true;
  if (text.length > greatestLength) return false;
  const linesWanted = text.length / greatestAverageLine;
  let lines = 1;
  for (let end = text.indexOf('\n', 0); end >= 0 && lines < linesWanted; end = text.indexOf('\n', end + 1)) lines++;
  return lines >= linesWanted;
}
