/** Runs before the server, in its process: whoever asks is told how much memory is in use when all garbage is gone. */
import process from 'node:process';

process.on('message', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send({ objects: heapUsed, beside: external });
});
process.channel.unref();
