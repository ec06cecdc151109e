import { t } from '../localisation.ts';
import { deniedPermission } from './deniedPermission.ts';
import { isWrittenOut, reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';
import { isContentUnread } from './unreadContent.ts';

export const wwwAuthenticateOn401 = rule({
  id: 'www-authenticate-on-401',
  description: 'A 401 without a challenge that says how to authenticate.',
  strength: 'must',
  // a MUST that most JSON APIs leave out knowingly: a warning only in the preset `strict`
  severity: 'hint',
  reference: 'RFC 9110 §15.5.2',
  response(response, option, file) {
    if (!isWrittenOut(response) || isContentUnread(response)) return undefined;
    // it should be a 403, which needs no challenge
    if (option.code === 401 && deniedPermission(file, response)) return undefined;
    return reportMissingHeader(
      {
        codes: [401],
        header: 'WWW-Authenticate',
        message: t('401 Unauthorized must carry a challenge: the WWW-Authenticate header is missing.'),
        safety: 'suggestion',
        value: () => 'Bearer',
      },
      response,
      option,
      file,
    );
  },
});
