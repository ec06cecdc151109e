import { t } from '../localisation.ts';
import { isWrittenOut, reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const locationOnRedirect = rule({
  id: 'location-on-redirect',
  description: 'A redirect that does not say where to go.',
  strength: 'should',
  severity: 'warning',
  reference: 'RFC 9110 §15.4',
  response(response, option, file) {
    if (!isWrittenOut(response)) return undefined;
    // resumable uploads answer 308 to each part but the last, with what has arrived: nobody is sent elsewhere
    if (option.code === 308 && response.headers.fields.has('range')) return undefined;
    return reportMissingHeader(
      {
        // 300 leaves the choice to the client, 304 redirects to what it has (RFC 9110 §15.4.1, §15.4.5)
        codes: [301, 302, 303, 307, 308],
        header: 'Location',
        message: t('{0} redirects, but the Location header is missing: clients do not know where to go.', option.code),
        safety: 'suggestion',
        value: () => '/',
      },
      response,
      option,
      file,
    );
  },
});
