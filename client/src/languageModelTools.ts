import {
  Disposable,
  type Extension,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  lm,
} from 'vscode';
import { callTool } from './questions.ts';
import type { Server } from './server.ts';

interface Manifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

/** Lets language models ask the server. Some hosts have the rest of the editor, and none of this. */
export function provideTools(server: Server, extension: Extension<unknown>): Disposable {
  if (typeof lm?.registerTool !== 'function') return Disposable.from();
  const { contributes }: Manifest = extension.packageJSON;
  return Disposable.from(
    ...contributes.languageModelTools.map(({ name }) => lm.registerTool(name, toolOf(server, name))),
  );
}

function toolOf(server: Server, name: string): LanguageModelTool<object> {
  return {
    invoke: async ({ input }, token) => {
      const { text, isError } = await callTool(server, name, input, token);
      // What is thrown is what the model is told.
      if (isError) throw new Error(text);
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    },
  };
}
