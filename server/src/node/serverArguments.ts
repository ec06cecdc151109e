import manifest from '../../../package.json' with { type: 'json' };

const help = `Usage: http-status-language-server --stdio

The language server of ${manifest.displayName}, for editors that speak the Language Server Protocol.

  --stdio          messages come and go on the standard streams
  --socket=<port>  over a connection to this port, where the editor listens
  --pipe=<name>    over this pipe, where the editor listens
  --version        the version
  --help           this text
`;

/** Ways of carrying messages: the library that carries them reads the rest of it. */
const transport = /^--(?:stdio|node-ipc|socket(?:=\d+)?|pipe(?:=.+)?)$/;

/** What people who call the server by hand are told; undefined where an editor calls it. */
export function answerToPeople(
  programArguments: readonly string[],
): { readonly text: string; readonly isError: boolean } | undefined {
  if (programArguments.some((argument) => argument === '--help' || argument === '-h')) {
    return { text: help, isError: false };
  }
  if (programArguments.includes('--version')) return { text: `${manifest.version}\n`, isError: false };
  if (programArguments.some((argument) => transport.test(argument))) return undefined;
  return { text: help, isError: true };
}
