import { t } from '../localisation.ts';
import { isWrittenOut, reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const contentRangeOn416 = rule({
  id: 'content-range-on-416',
  description: 'A 416 that does not say how long the content is.',
  strength: 'should',
  severity: 'information',
  reference: 'RFC 9110 §15.5.17',
  response(response, option, file) {
    if (!isWrittenOut(response)) return undefined;
    return reportMissingHeader(
      {
        codes: [416],
        header: 'Content-Range',
        message: t(
          '416 Range Not Satisfiable should say how long the content is: the Content-Range header is missing.',
        ),
        safety: 'suggestion',
        value: () => 'bytes */0',
      },
      response,
      option,
      file,
    );
  },
});
