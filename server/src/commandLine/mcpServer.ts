import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { chdir } from 'node:process';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import manifest from '../../../package.json' with { type: 'json' };
import { callTool, tools } from '../tools/tools.ts';
import { exitCodes } from './exitCodes.ts';
import { Failures } from './failures.ts';
import { projectIn } from './projectFolder.ts';

const instructions =
  'Look up a code before you write a response whose status is not obvious, and review a file after you wrote or changed its request handlers.';

/** Serves the tools about one project until the client hangs up. Gives the exit code. */
export async function serveTools(folder: string): Promise<number> {
  const failures = new Failures();
  const root = resolve(folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    failures.say(`${folder}: There is no such folder.`);
    return exitCodes.failure;
  }
  chdir(root);
  const project = projectIn(root, failures);
  const server = new Server(
    { name: 'http-status', title: manifest.displayName, version: manifest.version },
    { capabilities: { tools: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema: { ...inputSchema },
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const { text, isError = false } = await callTool(params.name, params.arguments, project);
    return { content: [{ type: 'text', text }], isError };
  });
  await server.connect(new StdioServerTransport());
  return exitCodes.clean;
}
