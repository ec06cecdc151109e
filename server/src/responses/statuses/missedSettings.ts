import type { FileContext } from '../code/context.ts';
import { wordsOf } from '../code/naming.ts';
import type { Response } from '../model.ts';
import type { Provenance } from '../origins/provenance.ts';
import { messageOf, saysUnset } from '../reasons/messages.ts';

/**
 * `process.env.BUCKETS`, `os.environ.get('BUCKETS')`, also of a name that holds it: `const { BUCKETS } = process.env`,
 * `const key = process.env.KEY`.
 */
function settingOf({ name, evidence }: Provenance): string {
  return /^[\w.$[\]'"!?]+(?:\(['"]\w+['"]\))?$/.test(evidence.text) ? `${evidence.text} ${name}` : name;
}

/** What the server cannot work without, by where it is kept, or as the response says; a switch for a feature is a choice. */
export function isMissed(context: FileContext, provenance: Provenance, response: Response): boolean {
  const name = settingOf(provenance);
  const message = messageOf(context, response);
  // `Payments are disabled`: whoever runs it does without
  if (
    isSwitch(saysUnset(message) ? withoutPrefix(name) : name) ||
    /\b(?:disabled|not enabled|turned off)\b/i.test(message)
  )
    return false;
  return /\benv\b|environ|getenv/i.test(name) || (aSetting.test(provenance.evidence.text) && saysUnset(message));
}

/** What frameworks begin the names of those settings with that browsers may see: `PUBLIC_MAPS_URL`. */
function withoutPrefix(name: string): string {
  return name.replace(/\b(?:[A-Z]+_)?PUBLIC_(?=[A-Z])/g, '');
}

function isSwitch(name: string): boolean {
  return wordsOf(name).some((word) => switches.test(word));
}

const switches =
  /^(?:enabled?|disabled?|allow(?:ed|s)?|features?|flags?|open|modes?|public|debug|(?:white|black)list|domains?|shows?|e?mails?|contacts?|support|reports?)$/;
/** `settings.BOT_KEY`, `app.config['BOT_KEY']` */
const aSetting = /^(?:settings|config|(?:current_)?app\.config)(?:\.|\[['"]|\.get\(['"])[A-Z][A-Z\d_]*(?:['"][\])])?$/;
