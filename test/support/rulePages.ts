import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const pagesFolder = path.join(import.meta.dirname, '..', '..', 'docs', 'rules');

/** A fenced block of a rule's page whose info string is `js bad`, `ts good app/users/route.ts` and the like. */
export interface PageExample {
  readonly kind: 'bad' | 'good' | 'fixed';
  /** The file it is said to stand in; some frameworks know handlers by their place. */
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

const extensions: Readonly<Record<string, string>> = {
  js: 'js',
  ts: 'ts',
  tsx: 'tsx',
  jsx: 'jsx',
  python: 'py',
  py: 'py',
  go: 'go',
};

export function ruleIdsWithPages(): readonly string[] {
  return readdirSync(pagesFolder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length));
}

export function readPage(id: string): string {
  return readFileSync(path.join(pagesFolder, `${id}.md`), 'utf8');
}

export function examplesOf(page: string): readonly PageExample[] {
  return [...page.matchAll(/^```(\w+) (bad|good|fixed)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map((found) => {
    const [, language = '', kind = '', file, text = ''] = found;
    return {
      kind: kind as PageExample['kind'],
      file: file ?? `src/example.${extensions[language] ?? language}`,
      text,
      line: page.slice(0, found.index).split('\n').length,
    };
  });
}
