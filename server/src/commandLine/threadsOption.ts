import { InvalidArgumentError, Option } from 'commander';

/** For machines on which a program is to leave processors to others. */
export function threadsOption(): Option {
  return new Option(
    '--threads <number>',
    'how many threads read files; without it as many as suit the files and the machine',
  ).argParser((written) => {
    if (!/^[1-9]\d?$/.test(written)) throw new InvalidArgumentError('Write a number from 1 to 99.');
    return Number(written);
  });
}
