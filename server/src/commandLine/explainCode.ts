import { stdout } from 'node:process';
import { pageMarkdown } from '../status/markdown.ts';
import { classOf, statusFacts } from '../status/registry.ts';
import { searchStatuses } from '../status/search.ts';
import { className, titleOf } from '../status/wording.ts';
import { exitCodes } from './exitCodes.ts';
import { complain, paintFor, print } from './output.ts';
import { terminalText } from './terminalText.ts';

const neighboursShown = 4;

/** Prints the page of a code and gives the exit code. */
export async function explain(query: string): Promise<number> {
  const number = /^\d{3}$/.test(query.trim()) ? Number(query) : undefined;
  const [best, ...others] = number === undefined ? searchStatuses(query) : [statusFacts(number)];
  if (!best) return unknown(query, number);
  const page = pageMarkdown(best);
  const alternatives = others.slice(0, neighboursShown).flatMap((facts) => (facts ? [titleOf(facts)] : []));
  const more = alternatives.length === 0 ? '' : `\nAlso found: ${alternatives.join(', ')}\n`;
  await print(`${stdout.isTTY ? terminalText(page, paintFor(stdout)) : page}${more}`);
  return exitCodes.clean;
}

async function unknown(query: string, code: number | undefined): Promise<number> {
  const statusClass = code === undefined ? undefined : classOf(code);
  if (!statusClass || code === undefined) {
    complain(`No status code is found for “${query}”.`);
    return exitCodes.failure;
  }
  await print(`${code} is not registered. A client takes it for a ${className(code)}: ${statusClass.meaning}\n`);
  return exitCodes.clean;
}
