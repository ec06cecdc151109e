import { t } from '../localisation.ts';
import { isWrittenOut, reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const proxyAuthenticateOn407 = rule({
  id: 'proxy-authenticate-on-407',
  description: 'A 407 without a challenge that says how to authenticate to the proxy.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.8',
  response(response, option, file) {
    if (!isWrittenOut(response)) return undefined;
    return reportMissingHeader(
      {
        codes: [407],
        header: 'Proxy-Authenticate',
        message: t(
          '407 Proxy Authentication Required must carry a challenge: the Proxy-Authenticate header is missing.',
        ),
        safety: 'suggestion',
        value: () => 'Basic realm="proxy"',
      },
      response,
      option,
      file,
    );
  },
});
