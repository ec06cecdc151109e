import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { firstQuestion, guideSteps, outcomeOf } from '../guide/guide.ts';
import { guideMarkdown } from '../guide/guideMarkdown.ts';
import type { GuideChoice, GuideOutcome, GuideStep } from '../protocol.ts';
import { exitCodes } from './exitCodes.ts';
import { complain, type Paint, paintFor, print } from './output.ts';
import { terminalText } from './terminalText.ts';

export interface GuideOptions {
  /** `3,1,1` */
  readonly answers?: string;
}

/** Asks, follows the answers that are given, or prints all there is; gives the exit code. */
export async function guide({ answers }: GuideOptions): Promise<number> {
  const paint = paintFor(stdout);
  if (answers !== undefined) return follow(answers.split(','), paint);
  if (stdin.isTTY) return ask(paint);
  const page = guideMarkdown();
  await print(stdout.isTTY ? terminalText(page, paint) : page);
  return exitCodes.clean;
}

async function follow(numbers: readonly string[], paint: Paint): Promise<number> {
  let step = stepOf(firstQuestion);
  for (const [index, number] of numbers.entries()) {
    const choice = choiceOf(step, number);
    if (!choice) {
      complain(`${number.trim()} is no answer to “${step.question}”: it has 1 to ${step.answers.length}.`);
      return exitCodes.failure;
    }
    if (choice.question === undefined) {
      if (index < numbers.length - 1) {
        complain(`The questions end with answer ${index + 1}.`);
        return exitCodes.failure;
      }
      await print(endText(choice, paint));
      return exitCodes.clean;
    }
    step = stepOf(choice.question);
  }
  await print(stepText(step, paint));
  return exitCodes.clean;
}

async function ask(paint: Paint): Promise<number> {
  const terminal = createInterface({ input: stdin, output: stdout });
  // Ctrl+C and Ctrl+D leave as `q` does
  const left = new Promise<string>((settle) => terminal.once('close', () => settle('q')));
  const way: GuideStep[] = [stepOf(firstQuestion)];
  try {
    for (;;) {
      const step = way.at(-1);
      if (!step) return exitCodes.clean;
      await print(`\n${stepText(step, paint)}`);
      const back = way.length > 1 ? ', b for back' : '';
      const typed = await Promise.race([terminal.question(`\nNumber${back}, q to leave: `), left]);
      const word = typed.trim().toLowerCase();
      if (word === 'q') return exitCodes.clean;
      const choice = choiceOf(step, word);
      if (word === 'b' && way.length > 1) way.pop();
      else if (choice?.question !== undefined) way.push(stepOf(choice.question));
      else if (choice) {
        await print(`\n${endText(choice, paint)}`);
        return exitCodes.clean;
      }
    }
  } finally {
    terminal.close();
  }
}

function stepOf(id: string): GuideStep {
  const step = guideSteps().find((each) => each.id === id);
  if (!step) throw new Error(`The guide has no question ${id}.`);
  return step;
}

function choiceOf({ answers }: GuideStep, number: string): GuideChoice | undefined {
  return /^\s*\d+\s*$/.test(number) ? answers[Number(number) - 1] : undefined;
}

function stepText({ question, answers }: GuideStep, paint: Paint): string {
  const lines = answers.flatMap(({ text, detail }, index) => [
    `${String(index + 1).padStart(2)}  ${text}`,
    ...(detail === undefined ? [] : [paint('dim', `    ${detail}`)]),
  ]);
  return `${[paint('bold', question), ...lines].join('\n')}\n`;
}

function endText({ code }: GuideChoice, paint: Paint): string {
  const outcome = code === undefined ? undefined : outcomeOf(code);
  return outcome
    ? outcomeText(outcome, paint)
    : 'Look it up by what happened: http-status explain "too many requests"\n';
}

function outcomeText({ code, title, summary, sendWhen, neighbours }: GuideOutcome, paint: Paint): string {
  const width = neighbours.reduce((most, neighbour) => Math.max(most, neighbour.title.length), 0);
  const lines = [
    paint('bold', title),
    summary,
    '',
    `Why ${code}`,
    ...sendWhen.map((reason) => `  • ${reason}`),
    '',
    'Why not another: who can say yes wants that one',
    ...neighbours.map((neighbour) => `  ${neighbour.title.padEnd(width)}  ${neighbour.question}`),
    '',
    paint('dim', `More: http-status explain ${code}`),
  ];
  return `${lines.join('\n')}\n`;
}
