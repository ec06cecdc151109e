import { t } from '../localisation.ts';
import { isWrittenOut, reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const upgradeOn426 = rule({
  id: 'upgrade-on-426',
  description: 'A 426 that does not say which protocol to upgrade to.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.22',
  response(response, option, file) {
    if (!isWrittenOut(response)) return undefined;
    return reportMissingHeader(
      {
        codes: [426],
        header: 'Upgrade',
        message: t('426 Upgrade Required must name the protocol: the Upgrade header is missing.'),
        safety: 'suggestion',
        value: ({ context }) => (/websocket/i.test(context.text) ? 'websocket' : 'HTTP/2.0'),
      },
      response,
      option,
      file,
    );
  },
});
