import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { methodsElsewhere, testsUnknownMethods } from '../responses/routes/method.ts';
import { reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const allowOn405 = rule({
  id: 'allow-on-405',
  description: 'A 405 that does not say which methods the resource has.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.6',
  response(response, option, file) {
    if (option.code !== 405 || isGivenAllow(file, response)) return undefined;
    const allowed = allowedMethods(file, response);
    return reportMissingHeader(
      {
        codes: [405],
        header: 'Allow',
        message: t('405 Method Not Allowed must say which methods are allowed: the Allow header is missing.'),
        // which methods there are, other code may say: then GET is a guess, or POST where GET is what is refused
        safety: allowed ? 'safe' : 'suggestion',
        value: () => allowed ?? (response.handler?.methods.includes('GET') ? 'POST' : 'GET'),
      },
      response,
      option,
      file,
    );
  },
});

/** Whether a framework sets the field before it calls this: `engine.NoMethod(refuse)`, `router.MethodNotAllowed = refuse`. */
function isGivenAllow({ context }: FileAnalysis, { event: { function: view } }: Response): boolean {
  if (!view) return false;
  return context.compiled.frameworks.some((framework) => {
    if (!framework.givesAllowTo || !context.uses(framework)) return false;
    const ends = [...context.text.matchAll(framework.givesAllowTo)].map(({ 0: { length }, index }) => index + length);
    return ends.some((end) => end === view.node.start || wordAt(context.text, end) === view.name);
  });
}

function wordAt(text: string, offset: number): string | undefined {
  return /^\w+/.exec(text.slice(offset, offset + longestWord))?.[0];
}

const longestWord = 100;

/** The methods the code tests for and those of the same route; what is refused here is not among them. */
function allowedMethods(file: FileAnalysis, response: Response): string | undefined {
  if (testsUnknownMethods(file.context, file.flow, response.sentAt)) return undefined;
  const tested = methodsElsewhere(file.context, file.flow, response.sentAt);
  const refused = response.handler?.methods ?? [];
  const others = (response.handler?.siblingMethods ?? []).filter((method) => !refused.includes(method));
  const allowed = [...new Set([...tested, ...others])];
  return allowed.length > 0 ? inOrder(allowed) : undefined;
}

const order = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** As people list them, whatever the order in the code; others stand behind. */
function inOrder(methods: readonly string[]): string {
  const place = (method: string) => (order.includes(method) ? order.indexOf(method) : order.length);
  return methods.toSorted((one, other) => place(one) - place(other)).join(', ');
}
