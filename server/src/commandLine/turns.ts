/**
 * Numbers below a length, each once, for whichever thread asks next: a slow file keeps nobody else waiting. The counter
 * lies in memory that the threads share.
 */
export function* turns(counter: Int32Array, length: number): Generator<number> {
  for (let turn = Atomics.add(counter, 0, 1); turn < length; turn = Atomics.add(counter, 0, 1)) yield turn;
}

export function newCounter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}
