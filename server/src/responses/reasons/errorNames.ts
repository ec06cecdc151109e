import type { ReasonKind } from './reason.ts';

const conflict =
  /^(?:P2002|(?:SQLSTATE )?23505|E?1100[01]|(?:Error )?1062|ER_DUP_ENTRY|SQLITE_CONSTRAINT(?:_UNIQUE)?)$/;
/** What databases raise whatever the request is: a connection that is gone, a statement that they refuse. */
const ofDatabase =
  /(?:^|\.)(?:sqlalchemyerror|dbapierror|databaseerror|operationalerror|pymongoerror|psycopgerror|mysqlerror)$|^(?:psycopg2?|sqlite3|pymysql|mysql|mysqldb|aiomysql|asyncpg)\.(?:\w+\.)*(?:postgres)?error$/;
const missing = /^(?:P2025|P2001|ENOENT|NoSuchKey)$/;

/** The reason that an error's name, code or text stands for, in the libraries people use. */
export function reasonOfErrorName(text: string): ReasonKind | undefined {
  const name = text.replace(/^["'`]|["'`]$/g, '');
  const word = name.replace(/[_\s]/g, '').toLowerCase();
  // options that are conflicting are so among themselves
  if (
    conflict.test(name) ||
    /unique|duplicate|alreadyexist|fileexists|integrityerror|conflict(?!ing)|(?<!not)(?<!no)(?<!longer)exists(?:error|exception)?$|(?:\.err|\.is|^e)exist$/.test(
      word,
    )
  )
    return 'conflict';
  if (/^enotfound$|econnrefused|econnreset|axioserror|requestexception|fetcherror/.test(word))
    return 'upstream failure';
  if (/timeout|timedout|deadlineexceeded|econnaborted|aborterror/.test(word)) return 'upstream time-out';
  if (/toolarge|limitfilesize|filesizelimit|maxbyteserror/.test(word)) return 'too large';
  if (/unsupportedmediatype|unsupportedcontenttype/.test(word)) return 'unsupported media type';
  if (/preconditionfailed|optimisticlock|stale(?:object|data)|^versionerror$/.test(word)) return 'precondition failed';
  if (missing.test(name) || /notfound|doesnotexist|notexist|noresult|nosuch|norows|nodocuments/.test(word))
    return 'not found';
  if (
    /jsonwebtoken|(?<![a-z])(?:access|auth|authorization|bearer|id|refresh|session|api)?tokenexpired|jwt|notbefore|unauthenticated|invalidtoken|expiredsignature|mismatchedhash|nocookie|invalidcredentials|(?:wrong|invalid|incorrect)password|notauthenticated|authentication(?:error|failed|failure)|token(?:validation|decode)?error/.test(
      word,
    )
  ) {
    return 'missing credentials';
  }
  if (/forbidden|permissiondenied|accessdenied|permissionerror|notallowed/.test(word)) return 'lacking permission';
  if (
    // what Prisma calls its validation is of queries, which the server writes
    /(?<!prismaclient)validation|zoderror|casterror|syntaxerror|badrequest|invalidinput|parseerror|valueerror|keyerror|jsondecode|missingfile|unexpectedeof|notmultipart/.test(
      word,
    )
  ) {
    return 'invalid input';
  }
  if (ofDatabase.test(word)) return 'unexpected failure';
  if (/ratelimit|throttl|toomany/.test(word)) return 'rate limit';
  return undefined;
}
