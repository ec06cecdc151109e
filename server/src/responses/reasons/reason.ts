import type { SyntaxNode } from '../../syntax/node.ts';

/** Why a response is sent. */
export type ReasonKind =
  | 'missing credentials'
  | 'lacking permission'
  | 'forgery'
  | 'not found'
  | 'invalid input'
  | 'conflict'
  | 'expired'
  | 'precondition failed'
  | 'precondition required'
  | 'not modified'
  | 'too large'
  | 'unsupported media type'
  | 'not acceptable'
  | 'method not supported'
  | 'rate limit'
  | 'maintenance'
  | 'misconfigured'
  | 'unexpected failure'
  | 'upstream failure'
  | 'upstream time-out'
  | 'created'
  | 'accepted'
  | 'done'
  | 'done without content';

export interface Reason {
  readonly kind: ReasonKind;
  /** `high` where the code leaves no other reading, `low` where names or texts alone say so. */
  readonly confidence: 'high' | 'low';
  /** The guard that decides. */
  readonly guard: SyntaxNode;
  /** Where the value it tests came from. */
  readonly source: SyntaxNode | undefined;
  /** What the tested value is called. */
  readonly subject: string;
  /** The subject is the error itself, which the function that answers is given. */
  readonly isError?: boolean;
  /** The subject is no value but what shows that one is wrong: a call that failed, an error that was caught. */
  readonly isWitness?: boolean;
  /** The value is not there at all; else it is there and is not as it should be, or nothing tells. */
  readonly isAbsent?: boolean;
  /** Of a conflict: what was found is in a state that stands against the request; else it is that it exists. */
  readonly isState?: boolean;
  /** The authenticated caller, where the decision uses it. */
  readonly principal: SyntaxNode | undefined;
}
