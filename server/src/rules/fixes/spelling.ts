import { codeOfConstant } from '../../status/constants.ts';
import { reasonPhrase } from '../../status/registry.ts';

/**
 * The name of another code, spelt as a name is: `UNAUTHORIZED → FORBIDDEN`, `StatusUnauthorized → StatusForbidden`,
 * `HTTP_401_UNAUTHORIZED → HTTP_403_FORBIDDEN`, `UnauthorizedException → ForbiddenException`, `unauthorized → forbidden`.
 */
export function respelled(name: string, from: number, to: number): string | undefined {
  const words = phraseWords(to);
  if (words.length === 0) return undefined;
  const ending = /(?:Exception|Error|Response|Err)$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  const beginning =
    /^(?:HTTP_STATUS_|HTTP_\d{3}_|HTTP_|SC_|Status_?\d{3}|HttpResponse|HTTP(?=[A-Z][a-z])|Err(?:or\d{3})?(?=[A-Z])|Status(?=[A-Z])|Http(?=[A-Z])|:)/.exec(
      stem,
    )?.[0] ?? '';
  const core = stem.slice(beginning.length);
  if (codeOfConstant(core) === undefined && codeOfConstant(stem) === undefined) return undefined;
  const start = beginning.replace(String(from), String(to));
  return `${start}${inStyleOf(core, words)}${ending}`;
}

function phraseWords(code: number): readonly string[] {
  return (reasonPhrase(code) ?? '')
    .replaceAll("'", '')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '');
}

function inStyleOf(model: string, words: readonly string[]): string {
  const capitalised = words.map((word) =>
    word === word.toUpperCase() ? word : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`,
  );
  if (/^[A-Z][A-Z\d_]*$/.test(model)) return words.join('_').toUpperCase();
  if (/^[a-z\d]+(?:_[a-z\d]+)+$/.test(model)) return words.join('_').toLowerCase();
  if (/^[a-z\d]+(?:-[a-z\d]+)+$/.test(model)) return words.join('-').toLowerCase();
  if (/\s/.test(model)) return /^[a-z]/.test(model) ? words.join(' ').toLowerCase() : words.join(' ');
  if (/^[a-z]/.test(model)) {
    const joined = capitalised.join('');
    return `${joined.charAt(0).toLowerCase()}${joined.slice(1)}`;
  }
  return capitalised.join('');
}
