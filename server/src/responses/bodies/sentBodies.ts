import { statusFacts } from '../../status/registry.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow } from '../code/flow.ts';
import { passedOn, writtenWith } from '../code/passing.ts';
import type { EventsByFunction } from '../eventsByFunction.ts';
import type { Body, ResponseEvent, StatusValue } from '../model.ts';
import type { Handlers } from '../routes/handlers.ts';
import { isSameResponse } from '../sameResponse.ts';
import { givesMore, returnedBody } from './returnedBody.ts';
import { isLeftEmpty } from './unwritten.ts';

/** Tells for the responses of one file which body each has: set before it is sent, written after its status, returned. */
export class SentBodies {
  readonly #context: FileContext;
  readonly #flow: Flow;
  readonly #handlers: Handlers;
  readonly #events: readonly ResponseEvent[];
  readonly #changes: EventsByFunction;

  constructor(
    context: FileContext,
    flow: Flow,
    handlers: Handlers,
    events: readonly ResponseEvent[],
    changes: EventsByFunction,
  ) {
    this.#context = context;
    this.#flow = flow;
    this.#handlers = handlers;
    this.#events = events;
    this.#changes = changes;
  }

  /** That of a response a call sends, with the changes that reach the call, and what is written of it behind the call. */
  ofSent(
    event: ResponseEvent,
    reaching: readonly ResponseEvent[],
  ): { readonly body: Body; readonly written: readonly ResponseEvent[] } {
    if (event.framework.completes !== 'write') return { body: this.#setBefore(event, reaching), written: [] };
    const written = this.#writtenAfter(event);
    return { body: this.#writtenBody(event, written, reaching), written };
  }

  /** That of a response no call sends, with the changes of the same response before and after the event. */
  ofCompleted(event: ResponseEvent, status: StatusValue | undefined, around: readonly ResponseEvent[]): Body {
    if (event.framework.completes === 'return') return returnedBody(this.#context, this.#flow, event);
    // what comes with a later status is the body of that: `catch { ctx.status = 500; ctx.body = … }`
    const isOfAnother = ({ node }: ResponseEvent) =>
      around.some(
        (other) =>
          other.status !== undefined && other.node.start > event.node.start && this.#flow.dominates(other.node, node),
      );
    const bodies = around.filter((change) => change.body.kind !== 'none' && !isOfAnother(change));
    const attached = event.body.kind === 'none' ? bodies.at(-1)?.body : event.body;
    if (attached) return attached;
    // without a body Koa sends the reason phrase, where the status allows one
    const isWhole = event.pattern.source === event.framework.idioms?.sendEmpty;
    const hasNone = isWhole || status?.options.every(({ code }) => statusFacts(code)?.body === 'forbidden');
    return hasNone || this.#isLeftEmpty(event) ? { kind: 'none' } : { kind: 'unknown' };
  }

  #setBefore(event: ResponseEvent, reaching: readonly ResponseEvent[]): Body {
    if (event.body.kind !== 'none') return event.body;
    const earlier = reaching.findLast((change) => change.body.kind !== 'none');
    return earlier?.body ?? event.body;
  }

  /** What is written to the body once the status is out. */
  #writtenAfter(event: ResponseEvent): readonly ResponseEvent[] {
    return this.#changes
      .around(event)
      .filter(
        (change) =>
          change !== event &&
          change.body.kind !== 'none' &&
          change.function === event.function &&
          isSameResponse(change, event) &&
          this.#flow.mayReach(event.node, change.node),
      );
  }

  #writtenBody(event: ResponseEvent, written: readonly ResponseEvent[], reaching: readonly ResponseEvent[]): Body {
    if (event.body.kind !== 'none') return event.body;
    const [first] = written;
    if (first) return first.body;
    // too late for the status, but there it is: `w.Write(text)` before `w.WriteHeader(502)`
    const earlier = reaching.find((change) => change.body.kind !== 'none');
    if (earlier) return earlier.body;
    const end = event.function?.node.end;
    if (!event.receiver || end === undefined) return event.body;
    const passed = passedOn(this.#context, event.receiver, this.#events, event.node.end, end);
    const reached = passed.filter((node) => this.#flow.mayReach(event.node, node));
    const [only] = reached;
    const given = only && reached.length === 1 ? writtenWith(this.#context, only) : undefined;
    if (given) return { kind: 'present', expression: given, node: given.node };
    const isOpen = reached.length > 0 || givesMore(this.#context, this.#flow, event);
    return isOpen ? { kind: 'unknown' } : event.body;
  }

  #isLeftEmpty(event: ResponseEvent): boolean {
    if (!event.framework.sendsUnwritten || !this.#handlers.isHandler(event.function)) return false;
    return isLeftEmpty(this.#context, this.#flow, event, this.#events);
  }
}
