import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Response } from '../model.ts';
import type { Provenance, Provenances } from '../origins/provenance.ts';
import type { Reason, ReasonKind } from './reason.ts';

/** One thing that a condition asks, on which a response hangs. */
export interface DecidingAtom {
  readonly context: FileContext;
  readonly provenances: Provenances;
  readonly atom: Atom;
  readonly response: Response;
  /** Where the value comes from that it asks about. */
  readonly provenance: Provenance;
  /** The reason of a kind, with what the atom shows of it. */
  readonly conclude: Conclude;
}

export type Conclude = (kind: ReasonKind, confidence?: Reason['confidence']) => Reason;
