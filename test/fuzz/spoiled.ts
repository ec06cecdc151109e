import type { Random } from '../support/random.ts';
import { randomText } from '../support/randomChange.ts';

type Spoil = (random: Random, text: string) => string;

/** A text as it is while someone types, after a bad merge, from another machine, or out of a broken disk. */
export function spoiled(random: Random, text: string): string {
  let result = text;
  for (let times = 1 + random.below(4); times > 0; times--) result = random.pick(ways)(random, result);
  return result;
}

const ways: readonly Spoil[] = [
  function truncated(random, text) {
    return text.slice(0, random.below(text.length + 1));
  },
  function beheaded(random, text) {
    return text.slice(random.below(text.length + 1));
  },
  function withoutTokens(random, text) {
    const share = random.fraction() * 0.2;
    return text.replace(/\w+|[^\s\w]/g, (token) => (random.fraction() < share ? '' : token));
  },
  function withTokensTwice(random, text) {
    const share = random.fraction() * 0.1;
    return text.replace(/\w+|[^\s\w]/g, (token) => (random.fraction() < share ? `${token} ${token}` : token));
  },
  function withPieces(random, text) {
    let result = text;
    for (let times = random.below(30); times > 0; times--) {
      const at = random.below(result.length + 1);
      result = result.slice(0, at) + randomText(random) + result.slice(at);
    }
    return result;
  },
  function withMixedLineEnds(random, text) {
    return text.replace(/\r?\n/g, () => random.pick(['\n', '\r\n', '\r', '\n\r', '\u2028', '\u0085']));
  },
  function withLoneSurrogates(random, text) {
    return text.replace(/./g, (letter) => (random.fraction() < 0.01 ? random.pick(['\uD83D', '\uDE00']) : letter));
  },
  function withOtherNumbers(random, text) {
    const numbers = ['0', '99', '100', '404', '599', '600', '999', '1e3', '0x194', '4_04', '404n', '1'.repeat(400)];
    return text.replace(/\b\d{3}\b/g, (number) => (random.fraction() < 0.5 ? random.pick(numbers) : number));
  },
  function shuffled(random, text) {
    const lines = text.split('\n');
    for (let times = random.below(20); times > 0; times--) {
      const [line = ''] = lines.splice(random.below(lines.length), 1);
      lines.splice(random.below(lines.length + 1), 0, line);
    }
    return lines.join('\n');
  },
  function repeated(random, text) {
    return text.repeat(1 + random.below(3));
  },
  function onOneLine(_random, text) {
    return text.replace(/\s+/g, ' ');
  },
  function binary(random, text) {
    const bytes = Buffer.from(text.slice(0, 2000));
    for (let times = random.below(200); times > 0; times--) bytes[random.below(bytes.length)] = random.below(256);
    return bytes.toString(random.pick(['latin1', 'utf8', 'utf16le']));
  },
];
