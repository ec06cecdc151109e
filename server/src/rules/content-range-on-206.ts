import { t } from '../localisation.ts';
import { isWrittenOut, lacksNo, reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const contentRangeOn206 = rule({
  id: 'content-range-on-206',
  description: 'A 206 that does not say which part of the content it holds.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.3.7',
  response(response, option, file) {
    if (!isWrittenOut(response)) return undefined;
    // several parts carry their ranges inside the body (RFC 9110 §15.3.7.2)
    const type = response.headers.fields.get('content-type')?.value?.node.text ?? '';
    if (lacksNo(response, 'Content-Range') || type.includes('multipart/byteranges')) return undefined;
    return reportMissingHeader(
      {
        codes: [206],
        header: 'Content-Range',
        message: t('206 Partial Content must say which part this is: the Content-Range header is missing.'),
        safety: 'suggestion',
        value: () => 'bytes 0-0/*',
      },
      response,
      option,
      file,
    );
  },
});
