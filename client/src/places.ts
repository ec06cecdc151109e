import { Position, Range } from 'vscode';
import type { Place } from '../../server/src/protocol.ts';

/** A place that the server tells, as the editor has it. */
export function rangeOf({ start, end }: Place): Range {
  return new Range(positionOf(start), positionOf(end));
}

export function positionOf({ line, character }: Place['start']): Position {
  return new Position(line, character);
}
