import { statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredText } from '../workspace/rememberedSummaries.ts';

/** Keeps the summaries of a workspace from one start to the next, in a folder that the client gives. */
export function storedSummaries(folder: string): StoredText | undefined {
  return folder.startsWith('file:') ? storedText(join(fileURLToPath(folder), 'summaries')) : undefined;
}

/** Keeps a text in a file. */
export function storedText(path: string): StoredText {
  return {
    build: buildOf(import.meta.filename),
    read: () => readFile(path, 'utf8').catch(() => undefined),
    write: async (text) => {
      await mkdir(dirname(path), { recursive: true });
      // two programs may write at once: each its own file, whole when it gets its name
      const whole = `${path}.${process.pid}`;
      await writeFile(whole, text);
      await rename(whole, path);
    },
  };
}

/** Names the product by the file it is bundled in: another build has another size, or was written at another time. */
function buildOf(bundle: string): string {
  const { size, mtimeMs } = statSync(bundle);
  return `${size} ${mtimeMs}`;
}
