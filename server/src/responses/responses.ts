import type { Expression } from '../languages/views.ts';
import { returnsAfter } from './bodies/returnedBody.ts';
import { SentBodies } from './bodies/sentBodies.ts';
import type { FileContext } from './code/context.ts';
import { isEscaping, wayOut } from './code/escape.ts';
import { isFilledLater, isGivenFieldsLater } from './code/filledLater.ts';
import type { Flow } from './code/flow.ts';
import { passedOn, setsOnHeader } from './code/passing.ts';
import { ofDecorators } from './events.ts';
import { EventsByFunction } from './eventsByFunction.ts';
import { joinAll, joinHeaders } from './headers.ts';
import { holderOf } from './holder.ts';
import {
  type Body,
  type Handler,
  type Headers,
  isRaised,
  type Response,
  type ResponseEvent,
  type StatusValue,
} from './model.ts';
import { errorBehind, messageIn } from './reasons/errorBehind.ts';
import type { Handlers } from './routes/handlers.ts';
import { methodsAt } from './routes/method.ts';
import { isInOneFunction, isLinkOf, isSameResponse, mayReach, setsHeadersOfReturned } from './sameResponse.ts';
import { withoutRuledOut } from './statuses/ruledOutCodes.ts';
import { statusOf } from './statuses/sentStatus.ts';
import { hasStatusToCome } from './statuses/statusToCome.ts';

/** Puts the events of a file together to the ways its handlers can answer. */
export class ResponseAssembly {
  readonly #context: FileContext;
  readonly #flow: Flow;
  readonly #handlers: Handlers;
  readonly #bodies: SentBodies;
  readonly #changes: readonly ResponseEvent[];
  readonly #changesByFunction: EventsByFunction;
  readonly #events: readonly ResponseEvent[];
  readonly #eventsByFunction: EventsByFunction;
  readonly #raised: ReadonlyMap<Expression, ResponseEvent>;
  readonly #made: ReadonlyMap<Expression, ResponseEvent>;
  /** Responses that are the body of another: `return jsonify(user), 201`. */
  readonly #wrapped: ReadonlySet<ResponseEvent>;

  constructor(context: FileContext, flow: Flow, handlers: Handlers, events: readonly ResponseEvent[]) {
    this.#context = context;
    this.#flow = flow;
    this.#handlers = handlers;
    this.#events = events;
    this.#eventsByFunction = new EventsByFunction(events);
    this.#changes = events.filter((event) => event.kind === 'set');
    this.#changesByFunction = new EventsByFunction(this.#changes);
    this.#bodies = new SentBodies(context, flow, handlers, events, this.#changesByFunction);
    const made = events.filter((event) => event.kind === 'make');
    this.#made = new Map(made.map((event) => [event.expression, event]));
    this.#wrapped = new Set(made.flatMap((event) => this.#bodyMade(event) ?? []));
    const raised = events.filter(({ kind }) => kind === 'raise');
    this.#raised = new Map(raised.map((event) => [event.expression, event]));
  }

  responses(): readonly Response[] {
    const responses: Response[] = [];
    const used = new Set<ResponseEvent>();
    for (const event of this.#events) {
      if (event.side !== 'server') continue;
      const response = this.#responseOf(event);
      if (!response) continue;
      for (const part of response.events) used.add(part);
      responses.push(response);
    }
    for (const event of this.#changes) {
      if (event.side !== 'server' || used.has(event) || this.#isNeverUsed(event)) continue;
      if (event.framework.sendsErrorsWithSetStatus) {
        const error = errorBehind(this.#context, event.node);
        if (error && event.status?.origin === 'written') responses.push(...this.#ofErrorBehind(event, error));
      } else if (event.framework.completes === 'write') {
        if (this.#isFirstWrite(event)) responses.push(this.#sent(event));
      } else if (isCompletedLater(event) && !this.#isOverridden(event)) {
        responses.push(this.#completed(event));
      }
    }
    return responses.sort((a, b) => a.sentAt.start - b.sentAt.start);
  }

  /** What a decorator says of responses does not go for those the function makes itself. */
  #isNeverUsed(event: ResponseEvent): boolean {
    const body = event.receiver === ofDecorators ? event.function?.body : undefined;
    if (!body || !this.#flow.alwaysExits(body)) return false;
    const returned = returnsAfter(this.#context, this.#flow, body, event.node);
    return returned.length > 0 && returned.every((value) => value && this.#made.has(this.#context.resolve(value)));
  }

  #responseOf(event: ResponseEvent): Response | undefined {
    switch (event.kind) {
      case 'send': {
        if (this.#isSentBefore(event)) return undefined;
        // `reply.send(httpErrors.notFound())`: the error is what is sent
        const error = this.#errorSent(event);
        if (!error) return this.#sent(event);
        return isEscaping(this.#context, error.expression) ? undefined : this.#sent(asErrorSays(event, error));
      }
      case 'make': {
        if (this.#wrapped.has(event) || (event.inHandlers && !this.#isGivenBack(event))) return undefined;
        // a response that is made and given to something else may become anything
        const holder = holderOf(this.#context, event.expression);
        return this.#built(event, holder);
      }
      case 'raise':
        return isEscaping(this.#context, event.expression)
          ? this.#built(event, holderOf(this.#context, event.expression))
          : undefined;
      case 'raiseNow':
        return isEscaping(this.#context, event.expression, true) ? this.#built(event, undefined) : undefined;
      default:
        return undefined;
    }
  }

  #errorSent({ body }: ResponseEvent): ResponseEvent | undefined {
    return body.kind === 'present' && body.expression ? this.#raised.get(body.expression) : undefined;
  }

  /** A response object's send, with what was done to it on the way. */
  #sent(event: ResponseEvent): Response {
    const reaching = this.#changesByFunction
      .around(event)
      .filter(
        (change) =>
          change !== event &&
          isSameResponse(change, event) &&
          mayReach(this.#flow, change, event) &&
          !this.#isOfAnother(change, event),
      );
    const { status, statusEvent } = statusOf(this.#flow, event, reaching);
    let headers = joinAll([...reaching, event]);
    if (this.#isPassedOn(event)) headers = { ...headers, complete: false };
    const { body, written } = this.#bodies.ofSent(event, reaching);
    return this.#response(event, [...reaching, ...written], status, statusEvent, headers, body);
  }

  /** `if (!user) res.status(404).json(…); res.json(user)`: the 404 has left before, though a `return` is missing. */
  #isOfAnother(change: ResponseEvent, event: ResponseEvent): boolean {
    if (change.framework.keepsOpen || isLinkOf(change, event)) return false;
    return this.#eventsByFunction
      .around(event)
      .some((other) => other.kind === 'send' && other.function === change.function && isLinkOf(change, other));
  }

  /** `res.status(404); throw new Error('No such book')`: the status is that of the response made of the error. */
  #ofErrorBehind(event: ResponseEvent, error: Expression): readonly Response[] {
    if (this.#raised.has(error) || !isEscaping(this.#context, error)) return [];
    const reaching = this.#changesByFunction
      .around(event)
      .filter((change) => change !== event && isSameResponse(change, event) && mayReach(this.#flow, change, event));
    const body: Body = { kind: 'present', expression: undefined, node: messageIn(error) };
    const headers = { ...joinAll([...reaching, event]), complete: !this.#isPassedOn(event) };
    return [this.#response(event, reaching, event.status, undefined, headers, body)];
  }

  /** A body that no status and no other part of it can have gone before: the framework's status goes with it. */
  #isFirstWrite(event: ResponseEvent): boolean {
    if (event.body.kind === 'none' || event.status) return false;
    return !this.#eventsByFunction
      .around(event)
      .some(
        (earlier) =>
          earlier !== event &&
          earlier.function === event.function &&
          (earlier.kind === 'send' || earlier.body.kind !== 'none') &&
          isSameResponse(earlier, event) &&
          this.#flow.mayReach(earlier.node, event.node),
      );
  }

  /** The response that another takes for its body: its own status does not count. */
  #bodyMade({ body, expression }: ResponseEvent): ResponseEvent | undefined {
    if (body.kind !== 'present' || !body.expression) return undefined;
    const inner = this.#made.get(this.#context.resolve(body.expression));
    return inner && inner.expression !== expression ? inner : undefined;
  }

  #isGivenBack({ expression, function: around }: ResponseEvent): boolean {
    return this.#handlers.isHandler(around) && wayOut(this.#context, expression.node) === 'return';
  }

  /** What was done to a response that another is made of, before that: `answer = jsonify(user)` … `make_response(answer, 201)`. */
  #changesOfInner(inner: ResponseEvent, event: ResponseEvent): readonly ResponseEvent[] {
    const holder = holderOf(this.#context, inner.expression);
    if (holder === undefined) return [];
    return this.#changesByFunction
      .around(event)
      .filter(
        (change) => change.receiver === holder && isInOneFunction(change, event) && mayReach(this.#flow, change, event),
      );
  }

  /**
   * A response value or an error, with what is done to it afterwards where a name holds it. One that is made of another
   * has the header fields and the body of that one.
   */
  #built(event: ResponseEvent, holder: string | undefined): Response {
    const inner = event.kind === 'make' ? this.#bodyMade(event) : undefined;
    const before = inner ? this.#changesOfInner(inner, event) : [];
    const later = this.#changesByFunction.around(event).filter(
      (change) =>
        // `h.response(user).code(201)`
        isLinkOf(event, change) ||
        (holder !== undefined &&
          change.receiver === holder &&
          change.node.start > event.node.end &&
          isInOneFunction(change, event)),
    );
    // Hono's `c.status(201)` and `c.header(…)` stand before `c.json(…)`
    const earlier = this.#changesByFunction
      .around(event)
      .filter(
        (change) =>
          (event.receiver !== undefined || setsHeadersOfReturned(change, event)) &&
          isSameResponse(change, event) &&
          mayReach(this.#flow, change, event),
      );
    const changes = [...before, ...earlier, ...later];
    const { status, statusEvent } = statusOf(this.#flow, event, changes);
    const isOpen = holder !== undefined && isFilledLater(this.#context, event, holder);
    const headers = joinAll([...(inner ? [inner] : []), ...before, ...earlier, event, ...later]);
    const isGivenMore = holder !== undefined && isGivenFieldsLater(this.#context, event, holder);
    return this.#response(
      event,
      changes,
      status && isOpen ? { ...status, exhaustive: false } : status,
      statusEvent,
      isGivenMore ? { ...headers, complete: false } : headers,
      isOpen ? { kind: 'unknown' } : (inner ?? event).body,
    );
  }

  /** `self.finish_with(model)`: another method of the class sets fields of the same response. */
  #isFinishedByMethod({ receiver, function: around }: ResponseEvent): boolean {
    if (receiver !== 'self' && receiver !== 'this') return false;
    const text = around?.node.text ?? '';
    return this.#events.some(
      (change) =>
        change.receiver === receiver &&
        change.function !== around &&
        change.function?.name !== undefined &&
        (change.headers.fields.size > 0 || !change.headers.complete) &&
        text.includes(`${receiver}.${change.function.name}(`),
    );
  }

  /** Koa's `ctx.status = 201`, h3's `setResponseStatus(event, 201)`: no call sends, the framework does in the end. */
  #completed(event: ResponseEvent): Response {
    const around = this.#changesByFunction
      .around(event)
      .filter(
        (change) =>
          change !== event &&
          isSameResponse(change, event) &&
          (mayReach(this.#flow, change, event) || mayReach(this.#flow, event, change)),
      );
    const { status, statusEvent } = statusOf(this.#flow, event, around);
    const headers = joinAll([...around, event]);
    return this.#response(
      event,
      around,
      status,
      statusEvent,
      this.#isFinishedByMethod(event) ? { ...headers, complete: false } : headers,
      this.#bodies.ofCompleted(event, status, around),
    );
  }

  /** Says nothing of the response's status, or less than another change that every run makes that makes this one. */
  #isOverridden(event: ResponseEvent): boolean {
    if (event.status?.origin === 'written') return false;
    if (!event.status && (event.framework.completes !== 'assignment' || event.body.kind === 'none')) return true;
    return this.#changesByFunction
      .around(event)
      .some(
        (change) =>
          change !== event &&
          change.status !== undefined &&
          (!event.status || change.status.origin === 'written') &&
          isSameResponse(change, event) &&
          (this.#flow.dominates(change.node, event.node) || this.#flow.follows(change.node, event.node)),
      );
  }

  #response(
    event: ResponseEvent,
    changes: readonly ResponseEvent[],
    status: StatusValue | undefined,
    statusEvent: ResponseEvent | undefined,
    headers: Headers,
    body: Body,
  ): Response {
    const handler = this.#handlerOf(event);
    return {
      status: status ? withoutRuledOut(this.#flow, status, statusEvent ?? event) : this.#defaultStatus(event, handler),
      headers,
      body,
      sentAt: event.node,
      event,
      statusEvent: statusEvent === event ? undefined : statusEvent,
      events: [...changes, event].sort((a, b) => a.node.start - b.node.start),
      framework: event.framework,
      handler,
    };
  }

  #handlerOf(event: ResponseEvent): Handler | undefined {
    const handler = this.#handlers.around(event.function?.node ?? event.node);
    const methods = methodsAt(this.#context, this.#flow, event.node);
    const own = event.function;
    if (!handler) {
      return (
        own && {
          function: own,
          framework: event.framework,
          methods,
          route: undefined,
          middleware: [],
          siblingMethods: [],
        }
      );
    }
    return {
      ...handler,
      methods: methods.length > 0 ? methods : handler.methods,
      siblingMethods: this.#handlers.methodsOfRoute(handler),
    };
  }

  #defaultStatus(event: ResponseEvent, handler: Handler | undefined): StatusValue | undefined {
    const defaults = event.framework.defaultStatus;
    if (!defaults || isRaised(event)) return undefined;
    if (hasStatusToCome(this.#context, event)) return undefined;
    if (event.framework.bodyMethods?.includes(event.function?.name ?? '')) return undefined;
    const method = handler?.methods.length === 1 ? handler.methods[0]?.toLowerCase() : undefined;
    const code = (method && defaults[method]) || defaults.any;
    return { options: [{ code, node: undefined }], exhaustive: true, origin: 'default' };
  }

  /** The response goes to another function before it is sent: that may set fields. */
  #isPassedOn(event: ResponseEvent): boolean {
    const start = event.function?.body?.start;
    if (!event.receiver || start === undefined) return false;
    if (setsOnHeader(this.#context, event.receiver, event)) return true;
    const passed = passedOn(this.#context, event.receiver, this.#events, start, event.node.start);
    return passed.some((node) => this.#flow.mayReach(node, event.node));
  }

  /** `res.json(body).end()`, `res.send(body); res.end()`: the first send is the response. */
  #isSentBefore(event: ResponseEvent): boolean {
    return this.#events.some(
      (earlier) =>
        earlier.kind === 'send' &&
        earlier !== event &&
        earlier.learned?.isCertain !== false &&
        earlier.function === event.function &&
        isSameResponse(earlier, event) &&
        (isLinkOf(earlier, event) ||
          (earlier.node.end <= event.node.start && this.#flow.dominates(earlier.node, event.node))),
    );
  }
}

/** `render.Render(w, r, failed(404, err))`: sent is what the error says, of its status too. */
function asErrorSays(event: ResponseEvent, { status, headers, body, bindings, learned }: ResponseEvent): ResponseEvent {
  return {
    ...event,
    status,
    headers: joinHeaders(event.headers, headers),
    body,
    bindings: new Map([...event.bindings, ...bindings]),
    ...(learned ? { learned } : {}),
  };
}

function isCompletedLater(event: ResponseEvent): boolean {
  return event.framework.completes === 'return' || event.framework.completes === 'assignment';
}
