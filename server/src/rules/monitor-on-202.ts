import { t } from '../localisation.ts';
import type { Response } from '../responses/model.ts';
import { addHeader } from './fixes/addHeader.ts';
import { createdUrl } from './fixes/createdUrl.ts';
import { fixOf } from './fixes/fix.ts';
import { isWrittenOut, lacksNo } from './missingHeader.ts';
import { rule, statusNode } from './rule.ts';

export const monitorOn202 = rule({
  id: 'monitor-on-202',
  description: 'A 202 that gives no way to follow the work it accepted.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §15.3.3',
  response(response, option, file) {
    if (!isWrittenOut(response) || bodyShowsTheWork(response)) return undefined;
    // what is asked for and not there yet is asked for again at the same URL
    const methods = response.handler?.methods ?? [];
    if (methods.length > 0 && methods.every((method) => method === 'GET' || method === 'HEAD')) return undefined;
    // who delivers an event wants to know that it arrived, no more
    if (/hook|callback|events?\b|ingest|track|collect|notif/i.test(response.handler?.route ?? '')) return undefined;
    const { function: around } = response.event;
    const owner = around && file.context.language.classAround(around.node)?.name;
    if (/hook|callback/i.test(`${around?.name} ${owner}`)) return undefined;
    if (
      ['operation-location', 'azure-asyncoperation', 'link', 'content-location'].some((header) =>
        lacksNo(response, header),
      )
    ) {
      return undefined;
    }
    if (option.code !== 202 || lacksNo(response, 'Location')) return undefined;
    return {
      node: statusNode(response, option),
      message: t('202 Accepted gives no way to follow the work: point to a status monitor in Location or in the body.'),
      fixes: () => {
        const url = createdUrl(file, response);
        if (url === undefined) return [];
        const edits = addHeader(file, response, { name: 'Location', value: url });
        return fixOf(t('Add Location: {0}', url), 'suggestion', edits);
      },
    };
  },
});

/** A body that is not written out may hold anything; one that is names an id, a URL or a state. */
function bodyShowsTheWork({ body }: Response): boolean {
  if (body.kind === 'none') return false;
  if (body.kind === 'unknown' || body.expression?.kind !== 'object')
    return body.kind === 'unknown' || body.expression?.kind !== 'string';
  const { entries, complete } = body.expression;
  return (
    !complete ||
    entries.some(({ key }) =>
      /id$|identifier$|url|uri|href|link|status|state|job|task|^run$|monitor|location|operation|ticket|token/i.test(
        key,
      ),
    )
  );
}
