import { t } from '../localisation.ts';
import type { Response } from '../responses/model.ts';
import { addHeader } from './fixes/addHeader.ts';
import { answerWith } from './fixes/answer.ts';
import { saidUrl } from './fixes/createdUrl.ts';
import { fixOf } from './fixes/fix.ts';
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
    const report = reportMissingHeader(
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
    if (!report) return undefined;
    return {
      ...report,
      fixes: () => {
        const url = saidUrl(response);
        if (url !== undefined) {
          const edits = addHeader(file, response, { name: 'Location', value: url });
          return fixOf(t('Add Location: {0}', url), 'suggestion', edits);
        }
        const { node, code } = option;
        return node && saysWhatIsWrong(response) ? answerWith(file, response, node, code, 400) : report.fixes();
      },
    };
  },
});

/** `res.status(301).json({ message: 'Branch not matched' })`: nobody is sent anywhere. */
function saysWhatIsWrong({ body }: Response): boolean {
  return (
    body.kind === 'present' &&
    body.expression?.kind === 'object' &&
    body.expression.entries.some(({ key }) => /^(?:error|message|detail)$/i.test(key ?? ''))
  );
}
