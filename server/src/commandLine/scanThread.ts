/**
 * A thread of a scan: takes turns with the others and hands in what came of it, and does so once more when it is told what
 * all of them have read.
 */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Scan } from './scan.ts';
import { ScanPart } from './scanPart.ts';
import type { ReadByAll, ThreadStart } from './scanThreads.ts';
import { turns } from './turns.ts';
import { makerOf } from './work.ts';

const { paths, surroundings, work, options, first, second, begun }: ThreadStart = workerData;

async function takePart(): Promise<void> {
  if (!parentPort) throw new Error('This is part of the program http-status and does nothing by itself.');
  const scan = new Scan();
  scan.surroundings = surroundings;
  const part = new ScanPart(scan, options, (onFailure) => makerOf(work, scan, onFailure));
  const told = once(parentPort, 'message');
  Atomics.add(begun, 0, 1);
  parentPort.postMessage(await part.first(paths, turns(first, paths.length)));
  const [read]: ReadByAll[] = await told;
  if (!read) return;
  scan.know(read);
  parentPort.postMessage(await part.second(read, turns(second, read.length)));
}

void takePart();
