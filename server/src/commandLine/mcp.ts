import { Command } from 'commander';

/** `http-status mcp`: what a language model may ask, over the Model Context Protocol. */
export function mcpCommand(): Command {
  return new Command('mcp')
    .description('Answer language models over the Model Context Protocol, on the standard streams.')
    .argument('[folder]', 'the project; nothing outside is read', '.')
    .action(async (folder: string) => {
      const { serveTools } = await import('./mcpServer.ts');
      process.exitCode = await serveTools(folder);
    });
}
