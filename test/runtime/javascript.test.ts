import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { frameworkTests, type Server } from './frameworkTests.ts';

const folder = path.join(import.meta.dirname, 'javascript');

/** Handlers are served by this process itself; what is TypeScript is made JavaScript before. */
async function serve(file: string): Promise<Server> {
  let place = file;
  if (file.endsWith('.ts')) {
    const tsconfigRaw = { compilerOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } };
    const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', tsconfigRaw });
    place = file.replace(/\.ts$/, '.js');
    writeFileSync(place, code);
  }
  const { start } = (await import(pathToFileURL(place).href)) as { start(): Promise<Server> };
  return start();
}

frameworkTests({
  folder,
  handlers: Object.fromEntries(
    readdirSync(path.join(folder, 'handlers')).map((name) => [path.parse(name).name, path.join('handlers', name)]),
  ),
  serve,
  lacking: {
    fastify: ['response-after-response'],
    hapi: ['response-after-response'],
    hono: ['response-after-response'],
    // an error's phrase is its body
    koa: ['response-after-response', 'error-body'],
    'node-http': ['not-found-is-404'],
  },
});
