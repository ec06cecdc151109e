import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Folders that hold other people's code, or what is made of one's own. */
const leftOut =
  /^(?:\..*|node_modules|bower_components|jspm_packages|vendor|dist|build|out|target|coverage|venv|env|site-packages|__pycache__)$/;

/** Nobody waits for more. */
const mostFiles = 50_000;

/** The files below a folder that may be of the workspace's own code, as URIs. Those of other file systems are not found. */
export async function* workspaceFiles(folder: string): AsyncGenerator<string> {
  if (!folder.startsWith('file:')) return;
  const open = [fileURLToPath(folder)];
  let found = 0;
  for (let path = open.pop(); path !== undefined && found < mostFiles; path = open.pop()) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!leftOut.test(entry.name)) open.push(inner);
      } else if (entry.isFile()) {
        found++;
        yield pathToFileURL(inner).href;
      }
    }
  }
}
