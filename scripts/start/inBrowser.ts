import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EditorServer, installExtension } from '../host/editorServer.ts';
import { npm } from '../host/npm.ts';
import { editorCache, projectRoot } from '../host/places.ts';
import { provideEditor } from '../host/provideEditor.ts';

/** Serves a VS Code that has the packaged extension installed, so that any browser finds it there. Ends with the server. */
export async function startInBrowser(workspace: string, wantedPort: number): Promise<void> {
  await provideEditor();
  console.log('Packaging the extension …');
  await npm(['run', '--silent', 'package'], projectRoot);
  const dataDirectory = join(editorCache, 'data');
  await rm(join(dataDirectory, 'extensions'), { recursive: true, force: true });
  await installExtension(join(projectRoot, 'http-status-assistant.vsix'), dataDirectory);

  const port = await freePort(wantedPort);
  const server = await EditorServer.start({ dataDirectory, port });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => server.stop());
  console.log(`
  HTTP Status Assistant runs in VS Code at

      ${server.address(workspace)}

  Open src/orders.ts there, hover a status code, press Ctrl+. on what is underlined. Ctrl+C here ends it.
`);
  await server.ended;
}

/** The port that is wanted, or any other while something else listens there. */
function freePort(wanted: number): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? settle(0) : fail(error)));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => settle(wanted)));
  });
}
