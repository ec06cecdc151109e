import { l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import type { GuideChoice, GuideOutcome, GuideResult, GuideStep } from '../../../server/src/protocol.ts';

/** What choosing an item does. */
export type GuideAction =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'end'; readonly code: number }
  | { readonly kind: 'search' }
  | { readonly kind: 'write' }
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'copy' }
  | { readonly kind: 'page' };

export interface GuideItem extends QuickPickItem {
  readonly action?: GuideAction;
}

/** The answers to a question, those that fit the code at hand first. */
export function answerItems({ id, answers }: GuideStep, { suggestions, reason }: GuideResult): readonly GuideItem[] {
  const fitting = suggestions.filter(({ question }) => question === id).flatMap(({ answer }) => answers[answer] ?? []);
  const others = answers.filter((answer) => !fitting.includes(answer));
  if (fitting.length === 0) return others.map(answerItem);
  return [
    heading(l10n.t('Fits the code here')),
    // said once: it holds for all of them
    ...fitting.map((answer, index) => ({
      ...answerItem(answer),
      ...(reason === undefined || index > 0 ? {} : { description: reason }),
    })),
    heading(l10n.t('Other answers')),
    ...others.map(answerItem),
  ];
}

export interface Spellings {
  readonly number: string;
  readonly constant?: string;
}

/** What to do with a code, why it is the one, and why its neighbours are not. `spellings` where there is an editor. */
export function outcomeItems(outcome: GuideOutcome, spellings: Spellings | undefined): readonly GuideItem[] {
  const { code, summary, sendWhen, neighbours, writing } = outcome;
  const texts = [spellings?.constant, spellings?.number].filter((text) => text !== undefined);
  return [
    ...(writing ? [writingItem(writing, code)] : []),
    ...texts.map((text) => ({
      label: `$(symbol-${text === spellings?.number ? 'numeric' : 'constant'}) ${l10n.t('Insert {0}', text)}`,
      action: { kind: 'insert', text } as const,
    })),
    { label: `$(book) ${l10n.t('Open the page of {0}', code)}`, action: { kind: 'page' } },
    { label: `$(copy) ${l10n.t('Copy {0}', code)}`, action: { kind: 'copy' } },
    heading(l10n.t('Why {0}', code)),
    { label: `$(info) ${summary}`, action: { kind: 'page' } },
    ...sendWhen.map((text) => ({ label: `$(check) ${text}`, action: { kind: 'page' } as const })),
    heading(l10n.t('If yes')),
    ...neighbours.map(({ code: other, title, question }) => ({
      label: question,
      description: title,
      action: { kind: 'end', code: other } as const,
    })),
  ];
}

function writingItem({ kind, text }: NonNullable<GuideOutcome['writing']>, code: number): GuideItem {
  return kind === 'insert'
    ? { label: `$(insert) ${l10n.t('Insert the response')}`, detail: text, action: { kind: 'write' } }
    : {
        label: `$(edit) ${l10n.t('Answer {0} here', code)}`,
        description: l10n.t('instead of {0}', text),
        action: { kind: 'write' },
      };
}

function answerItem({ text, detail, question, code }: GuideChoice): GuideItem {
  const action: GuideAction =
    question !== undefined
      ? { kind: 'ask', question }
      : code !== undefined
        ? { kind: 'end', code }
        : { kind: 'search' };
  return { label: text, ...(detail === undefined ? {} : { detail }), action };
}

function heading(label: string): GuideItem {
  return { label, kind: QuickPickItemKind.Separator };
}
