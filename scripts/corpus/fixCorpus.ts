/**
 * Applies the fixes of all findings in the corpus, each alone and the safe ones together, and says which break the code,
 * leave their finding or bring another. Names limit it to those.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { argv, exit } from 'node:process';
import { type FixProblem, fixProblems, safeFixProblems } from '../../test/support/fixProblems.ts';
import { corpus, directoryOf, nameOf } from './corpus.ts';
import { CorpusFiles } from './corpusFiles.ts';

const wanted = argv.slice(2);
const problems: FixProblem[] = [];
for (const item of corpus) {
  const name = nameOf(item);
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if ('repository' in item && !existsSync(directoryOf(item))) {
    console.log(`${name} is not here and left out: npm run corpus fetches it`);
    continue;
  }
  const folder = realpathSync(directoryOf(item));
  const files = new CorpusFiles();
  const findingsIn = files.findingsIn.bind(files);
  for (const path of await files.read(folder)) {
    const text = readFileSync(path, 'utf8');
    const own = [...(await fixProblems(path, text, findingsIn)), ...(await safeFixProblems(path, text, findingsIn))];
    files.close();
    for (const { rule, line, problem } of own) {
      console.log(`${name}/${relative(folder, path)}:${line} ${rule}: ${problem}`);
    }
    problems.push(...own);
  }
}

for (const [rule, own = []] of Object.entries(Object.groupBy(problems, ({ rule }) => rule)).sort()) {
  console.log(`${rule.padEnd(30)}${String(own.length).padStart(5)}`);
}
console.log(`${problems.length} problems`);
if (problems.length > 0) exit(1);
