import type { CompiledPattern } from '../../frameworks/compiled.ts';
import type { Framework } from '../../frameworks/framework.ts';
import { codeOfConstant } from '../../status/constants.ts';

/** What a file is looked at for: what it answers itself, or what it says to other files as well. */
export type Purpose = 'answers' | 'index';

const bearsStatus = /\b(?:STATUS|CODE)\b/;
const routeKinds: ReadonlySet<string> = new Set([
  'routes',
  'routeLists',
  'mounts',
  'prefixes',
  'groups',
  'routeDecorators',
  'prefixDecorators',
  'errorWriters',
]);

/** Whether matches of a pattern can come to anything in one text, by what else stands anywhere in it. */
export class TellingPatterns {
  readonly #text: string;
  readonly #purpose: Purpose;
  readonly #known = new Map<CompiledPattern, boolean>();
  #namesStatus: boolean | undefined;
  #saysFailure: boolean | undefined;

  constructor(text: string, purpose: Purpose) {
    this.#text = text;
    this.#purpose = purpose;
  }

  tells(compiled: CompiledPattern, isUsed: boolean): boolean {
    let tells = this.#known.get(compiled);
    if (tells === undefined) {
      tells = this.#tells(compiled, isUsed);
      this.#known.set(compiled, tells);
    }
    return tells;
  }

  #tells(compiled: CompiledPattern, isUsed: boolean): boolean {
    const { kind } = compiled;
    switch (kind) {
      case 'set':
        return this.#changes(compiled);
      case 'read':
        return !bearsStatus.test(compiled.pattern.source) || this.#hasStatus;
      case 'make':
        return isUsed || this.#hasPlaceFor(compiled);
      case 'send':
      case 'raise':
      case 'raiseNow':
      case 'declare':
        return true;
      default:
        return routeKinds.has(kind) && (this.#purpose === 'index' || this.#mayReturnFailure(compiled.framework));
    }
  }

  /** `return { error: 'No such book' }`: what a handler gives back may say something of its status, 200. */
  #mayReturnFailure({ sendsReturnedObjects }: Framework): boolean {
    if (!sendsReturnedObjects) return false;
    this.#saysFailure ??= aFailure.test(this.#text);
    return this.#saysFailure;
  }

  /** A change is a response by itself only where the framework sends what was set; else it takes a status to speak of. */
  #changes({ pattern, given, framework }: CompiledPattern): boolean {
    if (given.status !== undefined || /REASON/.test(pattern.source)) return true;
    const isSentLater = framework.completes !== undefined && framework.completes !== 'send';
    if (bearsStatus.test(pattern.source)) return isSentLater || this.#hasStatus;
    return (
      isSentLater && framework.completes !== 'return' && (given.body !== undefined || /\bBODY\b/.test(pattern.source))
    );
  }

  /** Plain objects are responses only in functions of certain names, or with such a parameter. */
  #hasPlaceFor({ pattern, framework }: CompiledPattern): boolean {
    const { objectsIn } = framework;
    if (!objectsIn || pattern.expression.kind !== 'object' || pattern.expression.type) return true;
    if (objectsIn.telling?.test(this.#text)) return true;
    return [...(objectsIn.functions ?? []), ...(objectsIn.parameters ?? [])].some((name) => this.#text.includes(name));
  }

  get #hasStatus(): boolean {
    this.#namesStatus ??= aNumber.test(this.#text) || namesStatus(this.#text);
    return this.#namesStatus;
  }
}

/** The members of a body that say that it failed. */
const aFailure =
  /\b(?:err|error|error_?message|success|ok|succeeded|successful|status|result|state|type)['"]?\s*:\s*(?:[fF]alse\b|[fF]?['"`])/i;
/** Three digits, or a number that is written some other way. */
const aNumber = /(?<![\w$])(?:[1-5]\d\d(?![\w$])|0[xob]|\d+(?:_|e\d))/i;
/** A text, a member, and what is spelt as constants are. */
const mayBeName = /[.'"`][A-Za-z][\w ]*|\b(?:[A-Z]\w+|[a-z]+[A-Z_]\w*)/g;

function namesStatus(text: string): boolean {
  const names = new Set(text.match(mayBeName));
  for (const name of names) if (codeOfConstant(name.replace(/^[.'"`]/, '')) !== undefined) return true;
  return false;
}
