/**
 * Runs before the program in each of its threads. The first thread waits until another has begun, which on a small project
 * it would not; the others end where the environment says so.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { isMainThread, parentPort } from 'node:worker_threads';

const { THREAD_FAULT: fault, THREAD_BEGAN: began = '' } = env;
const longestWait = 20_000;
const { add } = Atomics;

/** Sleeps for some milliseconds, all of the thread. */
function sleep(time: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
}

let calls = 0;
function countedAdd(counter: Int32Array, index: number, value: number): number {
  calls++;
  if (isMainThread) {
    for (let waited = 0; calls === 1 && !existsSync(began) && waited < longestWait; waited += 20) sleep(20);
    // each gets its turns
    sleep(2);
  }
  if (!isMainThread && calls === 4) {
    writeFileSync(began, '');
    if (fault === 'first look') throw new Error('A fault in a thread.');
  }
  return add(counter, index, value);
}
Object.assign(Atomics, { add: countedAdd });
if (!isMainThread && fault === 'start') {
  writeFileSync(began, '');
  process.exit(3);
}
if (!isMainThread && fault === 'second look') parentPort?.once('message', () => process.exit(3));
