import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { SearchResult } from '../../server/src/protocol.ts';

export const insertNumberButton = button('symbol-numeric', l10n.t('Insert Number'));
export const insertConstantButton = button('symbol-constant', l10n.t('Insert Named Constant'));
export const copyButton = button('copy', l10n.t('Copy Number'));
export const openReferenceButton = button('link-external', l10n.t('Open Specification'));

export interface CodeItem extends QuickPickItem {
  readonly code: number;
}

/** Leads to the guide. */
export interface GuideItem extends QuickPickItem {
  readonly leadsToGuide: true;
}

export type LookupItem = CodeItem | GuideItem | QuickPickItem;

export function isCode(item: LookupItem | undefined): item is CodeItem {
  return item !== undefined && 'code' in item;
}

export function isGuide(item: LookupItem | undefined): item is GuideItem {
  return item !== undefined && 'leadsToGuide' in item;
}

/** The list as the catalogue has it: in order, with a heading for every class. */
export function groupedByClass(results: readonly SearchResult[], insertable: boolean): LookupItem[] {
  return results.flatMap((result, index) => {
    const item = { ...codeItem(result, insertable), description: result.registered ? '' : l10n.t('unofficial') };
    const begins = result.className !== results[index - 1]?.className;
    return begins ? [{ label: result.className, kind: QuickPickItemKind.Separator }, item] : [item];
  });
}

/** The list as an answer to a query: best first. The server has chosen, so the editor is not to filter again. */
export function bestFirst(results: readonly SearchResult[], query: string, insertable: boolean): LookupItem[] {
  if (results.length === 0) return [nothingFound(query)];
  return results.map((result) => ({ ...codeItem(result, insertable), alwaysShow: true }));
}

/** What is left to do where no code fits what was typed. */
function nothingFound(query: string): GuideItem {
  return {
    label: l10n.t('No code fits “{0}”', query),
    detail: l10n.t('Find it by a few questions'),
    alwaysShow: true,
    leadsToGuide: true,
  };
}

function codeItem({ code, name, className, summary, registered }: SearchResult, insertable: boolean): CodeItem {
  return {
    code,
    label: `${code} ${name}`,
    description: registered ? className : l10n.t('{0}, unofficial', className),
    detail: summary,
    buttons: [...(insertable ? [insertNumberButton, insertConstantButton] : []), copyButton, openReferenceButton],
  };
}

function button(icon: string, tooltip: string): QuickInputButton {
  return { iconPath: new ThemeIcon(icon), tooltip };
}
