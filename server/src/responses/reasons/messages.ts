import type { Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import type { Response } from '../model.ts';
import { isLookup, speaksOf } from '../origins/vocabulary.ts';

/** What a response says to people: the texts in its body, joined. Empty where nothing can be read. */
export function messageOf(context: FileContext, response: Response): string {
  const { body } = response;
  // an error that is handed on for others to make a body of
  const handedOn = response.event.bindings.get('ERROR');
  if (handedOn?.kind === 'expression') return textsIn(handedOn.expression.node.text);
  if (body.kind !== 'present') return phraseOf(response);
  // `jsonify(error='No such book')`
  if (!body.expression && body.parts) return body.parts.map(({ node }) => textsIn(node.text)).join(' ');
  if (!body.node) return phraseOf(response);
  const value = body.expression ? context.resolve(body.expression) : undefined;
  if (value?.kind === 'string') return value.value;
  const node = value?.node ?? body.node;
  if (node.end - node.start > longestBody) return '';
  return [textsIn(node.text), ...(value ? heldTexts(context, value) : [])].join(' ').trim();
}

/** `self.send_error(501, 'Encoding not supported')` */
function phraseOf({ event, statusEvent }: Response): string {
  const phrase = event.bindings.get('PHRASE') ?? statusEvent?.bindings.get('PHRASE');
  return phrase?.kind === 'expression' ? textsIn(phrase.expression.node.text) : '';
}

const longestBody = 4000;
const longestText = 400;

/** `message = 'No such book'; return {'error': message}`: the texts that names stand for. */
function heldTexts(context: FileContext, body: Expression): readonly string[] {
  const parts = body.kind === 'object' ? body.entries.map(({ value }) => value) : [body];
  return parts.flatMap((part) => {
    const held = part.kind === 'name' ? context.resolve(part) : part;
    if (held === part || held.node.end - held.node.start > longestText) return [];
    if (held.kind === 'string') return [held.value];
    return held.kind === 'object' || isFormatted(held) ? [textsIn(held.node.text)] : [];
  });
}

/** `'No book {}'.format(title)`, `'No book %s' % title` */
function isFormatted(expression: Expression): boolean {
  if (expression.kind === 'operation') return expression.operands[0]?.kind === 'string';
  return (
    expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.object.kind === 'string'
  );
}

/** What texts say in Chinese, Spanish, Portuguese, French and German; all else here is English. */
const elsewhere = {
  missing:
    /不存在|未找到|找不到|没有找到|查无|\bno (?:se )?(?:encontrad[oa]|encontró|existe)|não (?:foi )?(?:encontrad[oa]|existe)|introuvable|n['’]existe pas|nicht gefunden|existiert nicht/i,
  taken:
    /已(?:经)?存在|重复|已被(?:占用|使用|注册)|\bya (?:existe|está (?:en uso|registrad))|já (?:existe|está em uso|cadastrad)|existe déjà|déjà (?:utilisé|pris)|existiert bereits|bereits vergeben/i,
  failed: /失败|\bno se pudo|\berror al\b|não foi possível|\berro ao\b|échec|fehlgeschlagen/i,
} as const;

/** True of a text that says that something is not there. */
export function saysMissing(message: string): boolean {
  return /not (?:be )?found|no such|(?:does not|doesn't) exist/i.test(message) || elsewhere.missing.test(message);
}

/** True of a text that says that something was tried and did not come about: `'Failed to load the book'`. */
export function saysFailed(message: string): boolean {
  return (
    /\b(?:failed|unable) to\b|\b(?:could not|couldn't) (?:get|load|fetch|retrieve|read|delete|remove|update|save)\b|\bfailure\b/i.test(
      message,
    ) || elsewhere.failed.test(message)
  );
}

/** True of a text that says that something could not be made sense of: `'That icon could not be read'`, `'Parse error'`. */
export function saysUnreadable(message: string): boolean {
  return (
    /\bpars(?:e|ing)\b|\bsyntax\b|\bmalformed\b|\bcorrupt|\b(?:not|n['’]t) be (?:decoded|parsed)\b/i.test(message) ||
    /\b(?:image|icon|picture|photo|avatar|cover|pdf|archive|audio|video|file)\b[^.]*\b(?:not|n['’]t) be read\b/i.test(
      message,
    )
  );
}

/** True of a text that blames a part of the request, rather than that something is there already. */
export function saysInvalid(message: string): boolean {
  return saysMissing(message) || /\b(?:invalid|not valid|unknown|missing|required|incorrect)\b/i.test(message);
}

/** True of a text that says that there is one already; `already verified` is said of what has become of one. */
export function saysTaken(message: string): boolean {
  if (elsewhere.taken.test(message)) return true;
  return (
    /\b(?:already|pre-?)[ -]?exist|(?<!\bto )exists?\b|taken|\b(?:e-?mail(?: address)?|user ?name|phone(?: number)?|slug|domain|name) (?:is|was|has been) already used\b|\bin use\b|regist|duplicate|unique|conflict/i.test(
      message,
    ) &&
    !/\b(?:not|n['’]t|no longer|cannot|never|must) (?:yet |already )?(?:exist|taken|in use|regist|be unique)|\bno (?:\w+ ){1,3}exists?\b|\bno such\b/i.test(
      message,
    )
  );
}

/** True of a text that says what has become of something, not that it is there: `already closed`. */
function saysState(message: string): boolean {
  return (
    !saysTaken(message) &&
    /\balready (?:been |was )?(?:closed|ended|over|past|expired|started|begun|finished|completed|cancell?ed|sent|verified|confirmed|activated|processed|paid|used|archived|deleted|revoked|received|banned|blocked|locked|approved|rejected|accepted|declined|enabled|disabled)\b|\balready\s+(?:in|on)\s+(?:(?:the|this|that|your)\s+)?(?:[\w-]+\s+)?(?:plan|tier|status|state|stage|step)\b/i.test(
      message,
    )
  );
}

/** True of a text that says that something is there already, not what has become of it. */
export function saysThere(message: string): boolean {
  const said = message.replace(/\btaken (?:part|place|over|off|care)\b/gi, ' ');
  const isSaid = speaksOf(said, 'existence') || elsewhere.taken.test(message);
  return isSaid && !saysState(message) && !saysFailed(message) && !saysKept(message);
}

/**
 * True of a text that says that something stays because others are there, `'Cannot delete a shelf with existing books'`, or
 * as it is: `"can't update marks for an existing shelf"`.
 */
export function saysKept(message: string): boolean {
  if (/\b(?:cannot|can ?not|can['’]t) (?:updat|chang|modif)\w*\b[^.]*\bexisting\b/i.test(message)) return true;
  return /\b(?:cannot|can ?not|can['’]t|must not) (?:be )?(?:un\w+|(?:delet|remov|leav|archiv|clos|withdr[ae]w)\w*|cancell?(?:ed)?)\b|(?:^|_)(?:delete|remove)_?error/i.test(
    message,
  );
}

/** True of a text that says of a setting of the server that it is not there: `'Missing JWT secret'`. */
export function saysUnset(message: string): boolean {
  return (
    /\bnot (?:been )?(?:set|configured|defined)\b|\bmisconfigur|\bunconfigured\b/i.test(message) ||
    (/\bmissing\b/i.test(message) && /\b(?:secret|setting|config\w*|environment|env)\b/i.test(message))
  );
}

function textsIn(source: string): string {
  // what is put into a text is no part of what it says: `No link of ${existing.id}`
  const texts = [...source.matchAll(/(["'`])((?:\\.|(?!\1)[\s\S]){2,200}?)\1/g)].map(([, , text = '']) =>
    text.replace(/\$?\{[^{}]*\}/g, ' '),
  );
  // the names of message constants speak as well: `msgs.UserAlreadyExistsMsg`
  const names = [...source.matchAll(/\b(?:\w+\.)+(\w+)/g)].flatMap(([, name]) =>
    name && !isLookup(name) ? [name] : [],
  );
  return [...texts, ...names].join(' ');
}
