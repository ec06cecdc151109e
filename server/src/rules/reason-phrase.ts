import { t } from '../localisation.ts';
import type { Response } from '../responses/model.ts';
import { codeOfConstant } from '../status/constants.ts';
import { reasonPhrase as registeredPhrase, statusFacts } from '../status/registry.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { answerWith } from './fixes/answer.ts';
import { fixOf } from './fixes/fix.ts';
import { respelled } from './fixes/spelling.ts';
import { rule } from './rule.ts';

export const reasonPhrase = rule({
  id: 'reason-phrase',
  description: 'A phrase beside a status code that names another code.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §15.1',
  response(response, option, file) {
    const { code, node } = option;
    if (!node || (response.status?.options.length ?? 0) > 1 || code < 400) return undefined;
    const other = phraseOf(response, code);
    if (!other) return undefined;
    return {
      node: other.node,
      message:
        other.code === code
          ? t('“{0}” is an outdated name: {1} is {2} today.', other.text, code, registeredPhrase(code) ?? '')
          : t(
              '“{0}” is the phrase of {1}, but the code is {2} {3}.',
              other.text,
              other.code,
              code,
              registeredPhrase(code) ?? '',
            ),
      evidence: [{ node, message: `${code}` }],
      fixes: () => {
        const text = respelled(other.text, other.code, code);
        const edit = text ? [{ start: other.node.start + 1, end: other.node.end - 1, text }] : undefined;
        return [
          ...fixOf(t('Say “{0}”', text ?? ''), 'suggestion', edit),
          ...(other.code === code ? [] : answerWith(file, response, node, code, other.code)),
        ];
      },
    };
  },
});

/** Phrases that RFC 9110 and its forerunners gave up. */
const outdated: ReadonlySet<string> = new Set([
  'payload too large',
  'request entity too large',
  'unprocessable entity',
  'requested range not satisfiable',
  'request-uri too long',
  'request uri too long',
]);

const saysState: ReadonlySet<number> = new Set([410, 423]);

function isPhraseOf(code: number, text: string): boolean {
  const written = text.toLowerCase();
  return outdated.has(written) || registeredPhrase(code)?.toLowerCase() === written;
}

interface Phrase {
  readonly text: string;
  readonly code: number;
  readonly node: SyntaxNode;
}

/** A text of the response that is nothing but the phrase of another error. */
function phraseOf(response: Response, code: number): Phrase | undefined {
  const phrase = response.event.bindings.get('PHRASE') ?? response.statusEvent?.bindings.get('PHRASE');
  const texts = phrase?.kind === 'expression' ? [phrase.expression] : [];
  const body = response.body.kind === 'present' ? response.body.expression : undefined;
  if (body?.kind === 'string') texts.push(body);
  if (body?.kind === 'object') {
    texts.push(
      ...body.entries
        .filter(({ key }) => /^(?:error|message|title|name|reason|statusText)$/.test(key))
        .map(({ value }) => value),
    );
  }
  for (const text of texts) {
    if (text.kind !== 'string' || text.interpolated.length > 0) continue;
    // one word is everyday language (“Forbidden”, “Conflict”) unless it is written as the phrase is
    const named = /^[A-Z]/.test(text.value) || /\s/.test(text.value) ? codeOfConstant(text.value) : undefined;
    const isOutdated = named === code && outdated.has(text.value.toLowerCase());
    // “Not allowed” is a name that constants have for 405, and everyday language under a 403
    if (named !== undefined && named !== code && !isPhraseOf(named, text.value)) continue;
    // “Locked” and “Gone” say what has become of a thing
    if (named !== undefined && named !== code && saysState.has(named)) continue;
    // “Invalid token” is what everyone says under a 401, though a vendor made a code of it
    const isVendors = named !== undefined && named !== code && statusFacts(named)?.standing === 'unofficial';
    if (named !== undefined && named >= 400 && !isVendors && (named !== code || isOutdated))
      return { text: text.value, code: named, node: text.node };
  }
  return undefined;
}
