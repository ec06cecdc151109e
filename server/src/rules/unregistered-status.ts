import { t } from '../localisation.ts';
import { isRegistered, statusFacts } from '../status/registry.ts';
import { answerWith } from './fixes/answer.ts';
import { isWrittenElsewhere, rule, statusNode } from './rule.ts';

/** What the unofficial codes are mostly meant for. */
const registered: Readonly<Record<number, number>> = {
  419: 401,
  420: 429,
  430: 429,
  440: 401,
  444: 400,
  449: 400,
  450: 403,
  460: 408,
  498: 401,
  499: 400,
  509: 429,
  520: 502,
  521: 502,
  522: 504,
  523: 502,
  524: 504,
  525: 502,
  526: 502,
  527: 502,
  529: 503,
  530: 503,
  598: 504,
  599: 504,
};

export const unregisteredStatus = rule({
  id: 'unregistered-status',
  description: 'A status code that the IANA registry does not have.',
  strength: 'advice',
  severity: 'information',
  reference: 'RFC 9110 §15',
  response(response, option, file) {
    const { code, node } = option;
    if (!node || code < 100 || code > 599 || isRegistered(code)) return undefined;
    if (isWrittenElsewhere(response, option)) return undefined;
    // htmx's own: it stops asking
    if (code === 286 && /htmx/i.test(file.context.text)) return undefined;
    const known = statusFacts(code);
    const generic = Math.floor(code / 100) * 100;
    const better = registered[code] ?? generic;
    const whose = known ? ` (${known.name}${known.vendor ? `, ${t(known.vendor)}` : ''})` : '';
    return {
      node: statusNode(response, option),
      message: t('{0} is not a registered status code{1}: clients treat it as {2}.', code, whose, generic),
      fixes: () => answerWith(file, response, node, code, better),
    };
  },
});
