import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { MappedFile } from '../../../server/src/protocol.ts';
import { className } from './mapItems.ts';
import { classOf, type MapFilter } from './mapTree.ts';

interface FilterItem extends QuickPickItem {
  readonly statusClass?: number;
  readonly isFindings?: boolean;
}

/** Lets people choose the classes of responses that are shown. Undefined when they leave it as it is. */
export async function askForClasses(files: Iterable<MappedFile>, filter: MapFilter): Promise<MapFilter | undefined> {
  const counts = countByClass(files);
  const items: FilterItem[] = [1, 2, 3, 4, 5, 0]
    .filter((statusClass) => counts.has(statusClass) || filter.classes.has(statusClass))
    .map((statusClass) => ({
      label: statusClass === 0 ? l10n.t('Status not known') : `${statusClass}xx`,
      description: [...(statusClass === 0 ? [] : [className(statusClass)]), `${counts.get(statusClass) ?? 0}`].join(
        ', ',
      ),
      picked: filter.classes.has(statusClass),
      statusClass,
    }));
  const findings = { label: l10n.t('Only with findings'), picked: filter.onlyWithFindings, isFindings: true };
  const chosen = await window.showQuickPick<FilterItem>(
    [...items, { label: '', kind: QuickPickItemKind.Separator }, findings],
    {
      canPickMany: true,
      title: l10n.t('Show HTTP Responses'),
      placeHolder: l10n.t('Choose what is shown; nothing chosen shows all'),
    },
  );
  return (
    chosen && {
      ...filter,
      classes: new Set(chosen.flatMap(({ statusClass }) => statusClass ?? [])),
      onlyWithFindings: chosen.some(({ isFindings }) => isFindings),
    }
  );
}

/** Lets people type a text that is looked for. Undefined when they leave it as it is. */
export async function askForText(filter: MapFilter): Promise<MapFilter | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Show HTTP Responses'),
    prompt: l10n.t('Part of a path, a method, a file, a code or a reason; empty shows all'),
    value: filter.text,
  });
  return text === undefined ? undefined : { ...filter, text: text.trim() };
}

/** "4xx, 5xx, with findings, “orders”" */
export function filterText({ classes, onlyWithFindings, text }: MapFilter): string {
  const names = [...classes].toSorted().map((each) => (each === 0 ? l10n.t('status not known') : `${each}xx`));
  return [...names, ...(onlyWithFindings ? [l10n.t('with findings')] : []), ...(text === '' ? [] : [`“${text}”`])].join(
    ', ',
  );
}

function countByClass(files: Iterable<MappedFile>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { routes } of files) {
    for (const response of routes.flatMap(({ responses }) => responses)) {
      counts.set(classOf(response), (counts.get(classOf(response)) ?? 0) + 1);
    }
  }
  return counts;
}
