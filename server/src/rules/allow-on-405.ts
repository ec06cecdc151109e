import type { FileAnalysis } from '../responses/analysis.ts';
import { methodsElsewhere } from '../responses/method.ts';
import type { Response } from '../responses/model.ts';
import { reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const allowOn405 = rule({
  id: 'allow-on-405',
  description: 'A 405 that does not say which methods the resource has.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.6',
  response(response, option, file) {
    return reportMissingHeader(
      {
        codes: [405],
        header: 'Allow',
        message: '405 Method Not Allowed must say which methods are allowed: the Allow header is missing.',
        safety: 'safe',
        value: allowedMethods,
      },
      response,
      option,
      file,
    );
  },
});

/** The methods the code tests for, else those of the same route; what is refused here is not among them. */
function allowedMethods(file: FileAnalysis, response: Response): string {
  const tested = methodsElsewhere(file.context, file.flow, response.sentAt);
  if (tested.length > 0) return tested.join(', ');
  const refused = response.handler?.methods ?? [];
  const others = (response.handler?.siblingMethods ?? []).filter((method) => !refused.includes(method));
  return others.length > 0 ? others.join(', ') : 'GET';
}
