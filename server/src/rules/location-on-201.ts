import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { isRaised, type Response, type StatusOption } from '../responses/model.ts';
import { addHeader } from './fixes/addHeader.ts';
import { answerWith } from './fixes/answer.ts';
import { createdUrl } from './fixes/createdUrl.ts';
import { type Fix, fixOf } from './fixes/fix.ts';
import { heldCreation } from './fixes/heldCreation.ts';
import { isSetByCaller } from './missingHeader.ts';
import { rule, statusNode } from './rule.ts';

export const locationOn201 = rule({
  id: 'location-on-201',
  description: 'A 201 to a POST that does not say where the new resource is.',
  strength: 'should',
  severity: 'information',
  reference: 'RFC 9110 §9.3.3',
  response(response, option, file) {
    if (option.code !== 201 || !response.headers.complete || response.headers.fields.has('location')) return undefined;
    // an error class or helper that carries a 201 is not where the resource is made
    if (isRaised(response.event) || isSetByCaller(file, response, 'Location')) return undefined;
    const methods = response.handler?.methods ?? [];
    // PUT creates at the URL of the request itself; other methods say nothing about where (RFC 9110 §15.3.2)
    if (methods.length > 0 && !methods.includes('POST')) return undefined;
    // a WebDAV server's own switch over methods: `handleLock`, `handleMkcol`; methods of a class that something of the
    // project's own routes to: `def delete(self, name)`
    if (
      methods.length === 0 &&
      /(?:^|[a-z])(?:[pP]ut|[lL]ock|[mM]kcol|[cC]opy|[mM]ove)$|^(?:get|head|patch|delete)$/.test(
        response.event.function?.name ?? '',
      )
    )
      return undefined;
    // one handler a file, whose name says the method: `put-product.ts`
    if (methods.length === 0 && /(?:^|\/)(?:put|update|replace|upsert)[-_.A-Z][^/]*$/.test(file.context.path))
      return undefined;
    if (methods.length === 0 && mayChange(file, response)) return undefined;
    return {
      node: statusNode(response, option),
      message: t('201 Created should say where the new resource is: the Location header is missing.'),
      fixes: () => fixes(file, response, option),
    };
  },
});

/** Says where the new resource is, or, where nothing was made that could have an address, that the request went well. */
function fixes(file: FileAnalysis, response: Response, { node }: StatusOption): readonly Fix[] {
  const known = createdUrl(file, response);
  const { url, edits: held } = known === undefined ? (heldCreation(file, response) ?? {}) : { url: known };
  if (url !== undefined) {
    const edits = addHeader(file, response, { name: 'Location', value: url });
    return fixOf(t('Add Location: {0}', url), 'suggestion', edits && [...(held ?? []), ...edits]);
  }
  const isMade = file.reasons.of(response)?.kind === 'created';
  return node && !isMade ? answerWith(file, response, node, 201, 200) : [];
}

/** `if created { 201 } else { 200 }`: what makes a thing or changes it is a PUT more often than not. */
function mayChange({ responses }: FileAnalysis, { event }: Response): boolean {
  return responses.some(
    (other) =>
      other.event.function === event.function &&
      other.status?.origin === 'written' &&
      other.status.options.some(({ code }) => code === 200 || code === 204),
  );
}
