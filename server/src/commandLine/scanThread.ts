/**
 * A thread of a scan: takes turns with the others and hands in what came of it, and does so once more when it is told what
 * all of them have read.
 */
import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Scan } from './scan.ts';
import { ScanPart } from './scanPart.ts';
import type { ReadByAll, ThreadStart } from './scanThreads.ts';
import { turns } from './turns.ts';
import { makerOf } from './work.ts';

/** Takes part in the scan that the thread was started for. */
async function takePart(port: MessagePort): Promise<void> {
  const { paths, surroundings, work, options, first, second, begun }: ThreadStart = workerData;
  const scan = new Scan();
  scan.surroundings = surroundings;
  const part = new ScanPart(scan, options, (onFailure) => makerOf(work, scan, onFailure));
  const told = once(port, 'message');
  Atomics.add(begun, 0, 1);
  port.postMessage(await part.first(paths, turns(first, paths.length)));
  const [known]: ReadByAll[] = await told;
  if (!known) return;
  scan.know(known.read);
  port.postMessage(await part.second(known, turns(second, known.due.length)));
}

if (parentPort) void takePart(parentPort);
else console.error('This is a part of the program http-status, which starts it.');
