import { wordsOf } from '../code/naming.ts';

/**
 * The words code bases use for what decides a response. Names are matched by their words (`findUserById` → find, user,
 * by, id), so one table serves every language.
 */
const words = {
  credentials:
    'authorization token jwt bearer password passwd pwd passphrase credential credentials apikey otp totp passcode authenticate login signin',
  principal: 'principal session claims viewer identity',
  permission:
    'permission permissions role roles scope scopes admin administrator superuser superadmin staff owner ownership moderator member membership allowed authorized authorised privilege privileges acl policy ability entitled granted forbidden permitted access accessible rights maintainer collaborator',
  forgery: 'csrf xsrf signature hmac origin captcha recaptcha turnstile referer',
  authentication: 'jwt auth authenticate authentication authenticated login signin oauth oauth2 passport',
  verification: 'verify decode compare authenticate login check validate introspect checkpw unsign',
  creation: 'create insert save add register signup store persist upsert put enqueue new',
  writing:
    'save create insert update delete remove destroy upsert write persist commit store patch set add push exec execute put bulk transaction drop',
  parsing:
    'parse safeparse validate validateasync decode json deserialize unmarshal number parseint parsefloat url bind check cast coerce schema sanitize',
  external: 'upstream stripe twilio s3 ses sns sqs smtp mailer openai webhook sdk',
  limiter: 'limit limiter ratelimit throttle throttler quota bucket attempts rate retries consume',
  maintenance: 'maintenance shutdown shutting draining',
  existence: 'exists exist existing existed already duplicate duplicated taken conflict unique',
  configuration: 'env getenv config settings configuration configured secrets environ',
} as const;

export type Concern = keyof typeof words;

const tables = new Map<Concern, ReadonlySet<string>>(
  Object.entries(words).map(([concern, list]) => [concern as Concern, new Set(list.split(' '))]),
);

/** True when one of a name's words is of a concern. */
export function speaksOf(name: string, concern: Concern): boolean {
  const table = tables.get(concern);
  return table !== undefined && wordsOf(name).some((word) => table.has(word));
}

const lookingUp = new Set(
  'find get fetch select first load count lookup read retrieve query one by where findone getone scan search exists exist row rows item record'.split(
    ' ',
  ),
);
/** How a look-up's name goes on where it does not begin with what it does: `userById`, `checkUserExists`. */
const lookedUp = new Set(['by', 'where', 'exists', 'exist', 'find', 'first', 'one', 'lookup']);

/** Calls that look something up: `findUser`, `userById`, `checkNameExists`; `openFeedForItem` does something else. */
export function isLookup(name: string): boolean {
  const [first = '', ...others] = wordsOf(name);
  if (lookingUp.has(first)) return true;
  return !tables.get('writing')?.has(first) && others.some((word) => lookedUp.has(word));
}

export function isDeletion(name: string): boolean {
  return /^(?:delete|destroy|remove)/i.test(name);
}

/** Names that stand for the caller once known: `currentUser`, `authUser`, `loggedInUser`. */
export function isPrincipalName(name: string): boolean {
  return /^(?:current|auth|authenticated|logged_?in|session|request|req|acting|calling)_?(?:user|account|member|customer|admin|identity|id|user_?id)(?:_?id)?$|^(?:principal|session|viewer|me|claims|identity|caller|actor|currentuser|user_?session)$/i.test(
    name,
  );
}

/** Calls that give the caller: `getServerSession()`, `auth()`, `getCurrentUser()`, `getSession()`. */
export function isPrincipalCall(name: string): boolean {
  return /^(?:get|fetch|load|require|use|resolve|find|read|unsafe)?_?(?:server|optional|auth|current|logged_?in|authenticated)_?(?:session|user|auth|account|identity|userid)s?(?:_?(?:or_?throw|or_?fail|from_?(?:request|token|session|cookie|header|ctx|context)))?$|^(?:get|fetch|load|require|validate|verify)_?(?:session|user_?session|auth|identity|claims|user_?from_?\w+|user_?by_?token|user_?id)$|^auth$|^getAuth$|^currentUser$|^(?:get_?)?(?:current_?)(?:active_?|verified_?|super_?|admin_?|optional_?)*(?:user|account|admin)(?:_?id)?$|^get_jwt(?:_identity|_claims)?$|^(?:get_?)?(?:current_?|request_?)?(?:user|account|session|claims|principal|identity|auth|actor|member)(?:_?id)?_?from_?(?:ctx|context|request|session|token|cookie|event)$/i.test(
    name,
  );
}

/** Names of what ties a caller to something: `membership`, `teamAccess`, `collaborator`, `userTeam`, `team_user`. */
export function isTie(name: string): boolean {
  // something of its own that concerns access
  if (/access_?(?:request|log|point)/i.test(name)) return false;
  return speaksOf(name, 'permission') || /access|participant|subscriber/i.test(name) || joinsUser.test(name);
}

const joinsUser =
  /^users?_?(?:team|org|organi[sz]ation|workspace|project|space|group|tenant|company)s?$|^(?:team|org|organi[sz]ation|workspace|project|space|group|tenant|company)_?users?$/i;
