import { env } from 'node:process';
import { Random } from '../support/random.ts';

const { FUZZ_SEED = '1', FUZZ_FACTOR = '1' } = env;

/** Where rounds begin and how many there are: few in `npm test`, many in `npm run fuzz`. */
export const firstSeed = Number(FUZZ_SEED);
export const roundsFactor = Number(FUZZ_FACTOR);

/** Tries something with random numbers, again and again. What fails says by which seed it can be had again. */
export async function rounds(count: number, attempt: (random: Random) => void | Promise<void>): Promise<void> {
  for (let seed = firstSeed; seed < firstSeed + count * roundsFactor; seed++) {
    try {
      await attempt(new Random(seed));
    } catch (error) {
      throw new Error(`FUZZ_SEED=${seed}`, { cause: error });
    }
  }
}
