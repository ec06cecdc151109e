import { wholeWord } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName, rootOf } from '../code/callees.ts';
import { type Atom, type Conjunction, holdsFor, isOfHolder, waysToHold } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow, Guard } from '../code/flow.ts';
import { errorStatusBefore } from '../errors/errorFallback.ts';
import { thrownTo } from '../errors/keptErrors.ts';
import type { Response } from '../model.ts';
import { type Authentication, authenticationOf } from '../origins/authentication.ts';
import { Provenances } from '../origins/provenance.ts';
import { isOfRequest } from '../origins/requestHeaders.ts';
import { speaksOf } from '../origins/vocabulary.ts';
import { ofMethod, refusesMethods } from '../routes/method.ts';
import { reasonOfAtom } from './atomReasons.ts';
import { type Attempt, attemptOf } from './attempts.ts';
import { catchesAll, ofErrorName } from './caughtErrors.ts';
import { reasonOfCaught } from './caughtReasons.ts';
import { asksForForm, isDeciding, isRightBefore } from './decidingGuards.ts';
import { isCodeOfDriver, isOwnCode } from './errorReasons.ts';
import { failureIn } from './errorValues.ts';
import { reasonOfGivenError } from './givenErrors.ts';
import { errorMadeSureOf } from './knownErrors.ts';
import { messageOf, saysMissing, saysTaken } from './messages.ts';
import { Outcomes } from './outcomes.ts';
import type { Reason } from './reason.ts';
import { isFailureToldApart, isOtherFailure, leavesAnother, otherFailureOfStore } from './toldApart.ts';
import { agreed, strongest, withoutOthers } from './weighedReasons.ts';

/** Works out for the responses of one file why they are sent, and what is known of the caller there. */
export class Reasons {
  readonly #context: FileContext;
  readonly #flow: Flow;
  readonly #provenances: Provenances;
  readonly #outcomes: Outcomes;
  readonly #reasons = new Map<Response, { readonly reason: Reason | undefined }>();
  readonly #authentications = new Map<Response, Authentication>();

  constructor(context: FileContext, flow: Flow) {
    this.#context = context;
    this.#flow = flow;
    this.#provenances = new Provenances(context);
    this.#outcomes = new Outcomes(context, flow);
  }

  authentication(response: Response): Authentication {
    let authentication = this.#authentications.get(response);
    if (!authentication) {
      authentication = authenticationOf(this.#context, this.#flow, this.#provenances, response);
      this.#authentications.set(response, authentication);
    }
    return authentication;
  }

  /** Absent where the code does not show it. */
  of(response: Response): Reason | undefined {
    let known = this.#reasons.get(response);
    if (!known) {
      known = { reason: this.#reasonOf(response) };
      this.#reasons.set(response, known);
    }
    return known.reason;
  }

  /** Why a response is sent that tells of a failure, whatever its status says. */
  ofFailure(response: Response): Reason | undefined {
    const guards = this.#flow.guards(response.sentAt);
    const deciding = guards.find((guard) => isDeciding(guard, response.sentAt));
    const failure = this.#failure(guards, deciding, response);
    return failure?.confidence === 'high' ? failure : undefined;
  }

  /**
   * Why a response may be sent, where its condition holds for several reasons: `!user || !user.isAdmin`. Empty where one
   * of them is not known.
   */
  alternatives(response: Response): readonly Reason[] {
    const guard = this.#flow.guards(response.sentAt).find((each) => isDeciding(each, response.sentAt));
    if (guard?.kind !== 'condition' || this.of(response)) return [];
    const ways = this.#waysOf(guard, response);
    const known = ways.filter((reason) => reason !== undefined);
    if (known.length < ways.length) return [];
    const different = known.filter(({ kind }, index) => known.findIndex((each) => each.kind === kind) === index);
    return different.length > 1 ? different : [];
  }

  /** What the `try` round a response can throw, when the response is sent from its catch-all. */
  attempt(response: Response): Attempt | undefined {
    const guard = this.#flow.guards(response.sentAt).find((each) => isDeciding(each, response.sentAt));
    return guard?.kind === 'caught' && !errorMadeSureOf(this.#flow.guards(response.sentAt), guard)
      ? this.#attemptOf(guard)
      : undefined;
  }

  /**
   * What else fails where a code is sent in the stead of a status that the caught error lacks: `error.status || 400`.
   * Absent where the error may be one that the code throws by itself without a status.
   */
  unexpected(response: Response, code: SyntaxNode): SyntaxNode | undefined {
    if (!errorStatusBefore(this.#context, code)) return undefined;
    const attempt = this.attempt(response);
    return attempt && !attempt.throwsPlainly && !attempt.validation ? attempt.failing : undefined;
  }

  /**
   * What throws inside the `try` of a catch-all when the request is invalid, where its handler does not ask what was
   * thrown: a parse or check of input, or an error thrown because of input.
   */
  validation(response: Response): SyntaxNode | undefined {
    const guards = this.#flow.guards(response.sentAt);
    const at = guards.findIndex((guard) => guard.kind === 'caught');
    const guard = guards[at];
    if (guard?.kind !== 'caught' || !catchesAll(guard)) return undefined;
    if (!guards.slice(0, at).every((inner) => this.#asksForAnother(inner, response))) return undefined;
    const { validation, throwing } = this.#attemptOf(guard);
    return validation ?? (throwing && this.#isForInput(throwing, guard.attempt.body) ? throwing : undefined);
  }

  /**
   * What throws inside the `try` of a catch-all because what the URL names is missing, where its handler does not ask
   * what was thrown.
   */
  missing(response: Response): SyntaxNode | undefined {
    const [guard] = this.#flow.guards(response.sentAt);
    if (guard?.kind !== 'caught' || !catchesAll(guard)) return undefined;
    if (
      /\bisinstance\b|\binstanceof\b|\bstatus/i.test(
        guard.handler.body.text.slice(0, response.sentAt.start - guard.handler.body.start),
      )
    )
      return undefined;
    return thrownTo(this.#context, guard.attempt, guard.handler).find((throwing) => {
      const why = this.#flow.guards(throwing).find((each) => isDeciding(each, throwing));
      if (why?.kind !== 'condition' || !guard.attempt.body.contains(why.node)) return false;
      // what is answered in the end speaks of all that can fail: 'Failed to lend the book'
      const reason = this.#ofCondition(why, { ...response, body: { kind: 'unknown' } });
      return reason?.kind === 'not found' && reason.confidence === 'high';
    });
  }

  /** A condition of the handler that tells an error apart which is not that of invalid input. */
  #asksForAnother(guard: Guard, response: Response): boolean {
    if (guard.kind !== 'condition' || guard.holds) return false;
    const reason = this.#ofCondition({ ...guard, holds: true }, response);
    return reason !== undefined && reason.kind !== 'invalid input';
  }

  #attemptOf(guard: Guard & { kind: 'caught' }): Attempt {
    return attemptOf(this.#context, this.#provenances, guard.attempt, guard.handler);
  }

  #isForInput(throwing: SyntaxNode, within: SyntaxNode): boolean {
    const guard = this.#flow.guards(throwing).find((each) => isDeciding(each, throwing));
    if (guard?.kind !== 'condition' || !within.contains(guard.node)) return false;
    const ways = waysToHold(guard.condition, guard.holds);
    return (
      ways.length > 0 &&
      ways.every((way) => way.every((atom) => isOfRequest(this.#provenances.of(atom.subject).origin)))
    );
  }

  #reasonOf(response: Response): Reason | undefined {
    const guards = this.#flow.guards(response.sentAt);
    // a condition that tells nothing may still be what decides: what stands outside it does not
    const deciding = guards.find((guard) => isDeciding(guard, response.sentAt));
    const codes = response.status?.options.map(({ code }) => code) ?? [];
    if (codes.length === 0 || codes.some((code) => code < 200 || code > 299))
      return this.#withoutChoice(codes, this.#failure(guards, deciding, response) ?? reasonOfGivenError(response));
    const outcome = this.#hasFailed(deciding) ? undefined : this.#outcomes.of(response, deciding?.node);
    if (outcome && !guards.some((guard) => this.#lacks(guard, outcome.guard))) return outcome;
    const failure = this.#failure(guards, deciding, response);
    // `if (req.query.all) return res.json(…)` is a choice, not a fault
    return failure?.confidence === 'high' && failure.kind !== 'invalid input' ? failure : undefined;
  }

  /** `if (query.page === 'all') return redirect(…)` chooses where to go: nothing is wrong with the request. */
  #withoutChoice(codes: readonly number[], reason: Reason | undefined): Reason | undefined {
    const redirects = codes.length > 0 && codes.every((code) => code >= 300 && code <= 399);
    return redirects && reason?.kind === 'invalid input' && !reason.isAbsent ? undefined : reason;
  }

  /** `if err != nil { … 200 }`: what was tried there did not come about. */
  #hasFailed(deciding: Guard | undefined): boolean {
    if (deciding?.kind !== 'condition') return false;
    const isFailure = ({ relation, subject }: Atom) =>
      relation === 'present' && failureIn(this.#context, subject) !== undefined;
    return holdsFor(deciding, isFailure, 'some');
  }

  /**
   * `const { user, error } = await User.create(…); if (!user) return …`: nothing came of the call; `if (user.alreadyExists)`:
   * nothing new.
   */
  #lacks(guard: Guard | undefined, made: SyntaxNode): boolean {
    if (guard?.kind !== 'condition') return false;
    const isLacking = ({ relation, subject }: Atom) => {
      const root = rootOf(subject);
      const given = root.kind === 'name' ? this.#context.scopes.value(root.name, root.node) : undefined;
      if (given?.value.node !== made) return false;
      const part = String(given.path.at(-1) ?? '');
      const asked = subject.kind === 'call' ? subject.callee : subject;
      const names = [root.node.text, part, asked.kind === 'member' ? asked.property : ''];
      const isOfFailure = names.some((name) => /^(?:is)?(?:err|error)s?$/i.test(name) || speaksOf(name, 'existence'));
      return relation === (isOfFailure ? 'present' : 'absent');
    };
    return holdsFor(guard, isLacking, 'some');
  }

  #failure(guards: readonly Guard[], deciding: Guard | undefined, response: Response): Reason | undefined {
    if (deciding && refusesMethods(this.#context, deciding)) return ofMethod(deciding);
    if (deciding?.kind === 'case') return this.#ofCase(deciding, response);
    if (deciding?.kind === 'caught') {
      const known = errorMadeSureOf(guards, deciding);
      return known
        ? this.#ofCondition(known, response)
        : reasonOfCaught(this.#context, this.#flow, this.#provenances, deciding, response);
    }
    const met = deciding && this.#failureMetBy(deciding, guards, response);
    if (met) return this.#failure(guards.slice(guards.indexOf(met)), met, response);
    const checked = deciding && this.#checkBehind(deciding, guards, response);
    if (checked) return this.#ofCondition(checked, response);
    const ofStore = (guard: Guard | undefined) => otherFailureOfStore(this.#context, guards, guard, response);
    if (deciding) {
      const reason = this.#ofCondition(deciding, response);
      if (reason && reason.kind !== 'invalid input') return reason;
      const named = this.#ofNamedConflict(guards, deciding, response);
      return named ?? this.#ofOuterConflict(guards, deciding, response) ?? reason ?? ofStore(deciding);
    }
    const before = guards.find((guard) => guard.kind === 'condition' && isRightBefore(guard, response.sentAt));
    if (before?.kind !== 'condition') return ofStore(undefined);
    if (refusesMethods(this.#context, before)) return ofMethod(before);
    return this.#ofCondition(before, response) ?? ofStore(before);
  }

  /** `else: if form.is_valid(): return created(form); return form.errors`: what failed last is why. */
  #checkBehind(
    deciding: Guard & { kind: 'condition' },
    guards: readonly Guard[],
    { sentAt }: Response,
  ): (Guard & { kind: 'condition' }) | undefined {
    const isFailedCheck = ({ relation, subject }: Atom) => {
      if (relation !== 'absent') return false;
      const { origin, isOutcome } = this.#provenances.of(subject);
      return (
        origin === 'input' && (isOutcome === true || (subject.kind === 'call' && /valid/i.test(calleeName(subject))))
      );
    };
    return guards
      .slice(0, guards.indexOf(deciding))
      .filter((guard) => guard.kind === 'condition')
      .find((guard) => isRightBefore(guard, sentAt) && holdsFor(guard, isFailedCheck, 'every'));
  }

  /** `catch { if (body.kind === 'new') … else return … 500 }`: what is wanted tells how a failure is met, which is why. */
  #failureMetBy(
    choice: Guard & { kind: 'condition' },
    guards: readonly Guard[],
    { sentAt, status }: Response,
  ): Guard | undefined {
    const outer = guards.slice(guards.indexOf(choice) + 1).find((guard) => isDeciding(guard, sentAt));
    if (asksForForm(choice)) return status?.options.some(({ code }) => code === 406) ? undefined : outer;
    if (!status?.options.every(({ code }) => code >= 500)) return undefined;
    const isOfRequest = ({ subject, against }: Atom) =>
      (outer?.kind === 'caught' || against?.kind === 'string') && this.#provenances.of(subject).origin === 'input';
    if (!holdsFor(choice, isOfRequest, 'every')) return undefined;
    const isOutcome = ({ relation, subject }: Atom) =>
      relation === 'absent' && this.#provenances.of(subject).isOutcome === true;
    const isFailure = outer?.kind === 'caught' || (outer?.kind === 'condition' && holdsFor(outer, isOutcome, 'some'));
    return isFailure ? outer : undefined;
  }

  #ofCondition(guard: Guard & { kind: 'condition' }, response: Response): Reason | undefined {
    const reason = agreed(this.#waysOf(guard, response));
    return reason?.kind === 'missing credentials' && isFailureToldApart(this.#context, this.#flow, guard, response)
      ? undefined
      : reason;
  }

  /** The reason each way has in which a condition can hold. */
  #waysOf(guard: Guard & { kind: 'condition' }, response: Response): readonly (Reason | undefined)[] {
    const ways = waysToHold(guard.condition, guard.holds).filter((way) => !way.some((atom) => this.#isNever(atom)));
    const reasons = ways.map((way) => {
      const ofAtoms = withoutOthers(
        way.flatMap(
          (atom) =>
            (leavesAnother(this.#flow, guard, atom, response)
              ? undefined
              : reasonOfAtom(this.#context, this.#provenances, atom, guard.condition.node, response)) ?? [],
        ),
      );
      // `!(errors.Is(err, missing) || force)`: what failed is why, whatever the request wants
      const hasFailed = way.some((atom) => isOtherFailure(this.#context, atom));
      return this.#qualified(
        strongest(hasFailed ? ofAtoms.filter(({ kind }) => kind !== 'invalid input') : ofAtoms),
        way,
        response,
      );
    });
    if (!reasons.includes(undefined)) return reasons;
    const isMissing = saysMissing(messageOf(this.#context, response));
    return reasons.map(
      (reason, at) =>
        reason ??
        reasons.find((found, other) =>
          // `!req.session || !req.session.user`: without a session nobody is known either
          found?.kind === 'missing credentials'
            ? isOfHolder(ways[other], ways[at])
            : isMissing && isOfHolder(ways[at], ways[other]),
        ),
    );
  }

  /** `const shown = { id: 0 }; if (book && shown) … else …`: what was just put together is there. */
  #isNever({ subject, relation }: Atom): boolean {
    if (relation !== 'absent' || subject.kind !== 'name') return false;
    const held = this.#context.scopes.value(subject.name, subject.node);
    return held?.path.length === 0 && (held.value.kind === 'object' || held.value.kind === 'function');
  }

  /** `if intake is None and not project.intake_view`: what is missing is missed for the sake of something else. */
  #qualified(reason: Reason | undefined, way: Conjunction, response: Response): Reason | undefined {
    if (
      reason?.kind === 'conflict' &&
      !reason.isState &&
      this.#asksForState(way) &&
      !saysTaken(messageOf(this.#context, response))
    )
      return undefined;
    if (reason?.kind !== 'not found' || way.length < 2) return reason;
    const isPlain = way.every(
      (atom) =>
        atom.relation !== 'absent' || atom.subject.kind !== 'member' || !this.#provenances.of(atom.subject).isDetail,
    );
    return isPlain ? reason : { ...reason, confidence: 'low' };
  }

  /** `if user and user.is_verified`: not that it is there, but what has become of it. */
  #asksForState(way: Conjunction): boolean {
    return way.some(
      ({ relation, subject }) =>
        relation === 'present' && subject.kind === 'member' && this.#provenances.of(subject).isDetail === true,
    );
  }

  /** `switch (error.constructor) { case ValidationError: … }`, `switch pgErr.Code { case "23505": … }` */
  #ofCase(guard: Guard & { kind: 'case' }, response: Response): Reason | undefined {
    const root = this.#provenances.of(rootOf(guard.subject));
    const [value] = guard.values;
    if (!value && this.#provenances.of(guard.subject).origin === 'credentials')
      return this.#ofOtherScheme(guard, response);
    if (!value || guard.values.length > 1) return undefined;
    const atom: Atom = { subject: guard.subject, relation: 'equal', against: value };
    if (failureIn(this.#context, guard.subject)) {
      return reasonOfAtom(this.#context, this.#provenances, atom, guard.node, response);
    }
    const named = ofErrorName(value.node.text, guard.node);
    if (root.origin === 'caught') return named;
    if (named?.kind !== 'conflict') return undefined;
    return isCodeOfDriver(this.#context, atom) || isOwnCode(this.#context, atom, response) ? named : undefined;
  }

  /** `switch (scheme) { case 'Basic': …; default: … }` of what the caller shows: nothing that counts. */
  #ofOtherScheme({ subject, node }: Guard & { kind: 'case' }, response: Response): Reason | undefined {
    const atom: Atom = { subject, relation: 'absent' };
    return reasonOfAtom(this.#context, this.#provenances, atom, node, response);
  }

  /** `except IntegrityError as error: if name in str(error): abort(400, 'The name is taken')` */
  #ofNamedConflict(
    guards: readonly Guard[],
    deciding: Guard & { kind: 'condition' },
    response: Response,
  ): Reason | undefined {
    const guard = guards.find((each) => each.kind === 'caught');
    if (guard?.kind !== 'caught' || !deciding.holds || guard.handler.binding === undefined) return undefined;
    if (!wholeWord(guard.handler.binding).test(deciding.condition.node.text)) return undefined;
    const [reason] = guard.handler.types.map((type) => ofErrorName(type, guard.handler.node));
    return reason?.kind === 'conflict' && speaksOf(messageOf(this.#context, response), 'existence')
      ? reason
      : undefined;
  }

  /**
   * `if (existing) { if (!overwrite) return … 'exists already' }`: the text says which of the two it is for. How many there
   * are, `if (!book) …; if (links.length >= 10) …`, is a limit.
   */
  #ofOuterConflict(
    guards: readonly Guard[],
    deciding: Guard & { kind: 'condition' },
    response: Response,
  ): Reason | undefined {
    const outer = guards.slice(guards.indexOf(deciding) + 1).find(({ kind }) => kind !== 'case');
    if (outer?.kind !== 'condition' || !(deciding.holds || outer.holds)) return undefined;
    if (!outer.holds && holdsFor(deciding, ({ relation }) => relation === 'ordered', 'every')) return undefined;
    if (!(deciding.holds && outer.holds) && !saysTaken(messageOf(this.#context, response))) return undefined;
    const reason = this.#ofCondition(outer, response);
    return reason?.kind === 'conflict' ? reason : undefined;
  }
}
