import type { Analyser } from '../analyser.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadText } from '../configuration/configurationFiles.ts';
import type { OnFailure } from '../findings.ts';
import type { CallToolResult } from '../protocol.ts';

/** What tools get to see of the project. They change nothing in it. */
export interface Project {
  readonly analyser: Analyser;
  /** The folders that tools may read in, as URIs without a slash at their end. */
  readonly folders: readonly string[];
  /** The text of a file, given as a URI; undefined where there is none. */
  readonly readText: ReadText;
  /** Where a file really is, all symbolic links followed; undefined where there is none. Given and answered as URIs. */
  readonly realAddress: (uri: string) => Promise<string | undefined>;
  readonly configurationOf: (uri: string) => Promise<{
    readonly configuration: Configuration;
    /** The project wants no findings there. */
    readonly isIgnored: boolean;
  }>;
  /** Brings what files say to each other up to date. */
  readonly refresh: () => Promise<void>;
  readonly onFailure: OnFailure;
}

/** Something a language model can ask: over the Model Context Protocol, or through the tools of an editor. */
export interface Tool {
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly summary: string;
  /** For models: when to use it, and what it answers. */
  readonly description: string;
  /** JSON Schema of the input, an object. */
  readonly inputSchema: { readonly type: 'object'; readonly [keyword: string]: unknown };
  readonly answer: (
    input: Readonly<Record<string, unknown>>,
    project: Project,
  ) => CallToolResult | Promise<CallToolResult>;
}

export function refusal(text: string): CallToolResult {
  return { text, isError: true };
}
