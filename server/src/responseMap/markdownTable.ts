import { t } from '../localisation.ts';
import type { MappedFile, MappedResponse, MappedRoute } from '../protocol.ts';
import { responseTitle, routeTitle } from './routeText.ts';

/** A table of responses as Markdown: a row for each, the route on its first. `nameOf` shows where a file is. */
export function markdownTable(files: readonly MappedFile[], nameOf: (uri: string) => string): string {
  const rows = files.flatMap(({ uri, routes }) => routes.flatMap((route) => rowsOf(route, nameOf(uri))));
  return [
    row([t('Request'), t('Status'), t('Sent because'), t('Place')]),
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function rowsOf(route: MappedRoute, file: string): readonly string[] {
  return route.responses.map((response, index) =>
    row([
      index === 0 ? code(routeTitle(route)) : '',
      responseTitle(response),
      response.reason ?? '',
      code(`${file}:${lineOf(response)}`),
    ]),
  );
}

function lineOf({ place }: MappedResponse): number {
  return place.start.line + 1;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('|', '\\|');
}
