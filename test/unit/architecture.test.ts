import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { suite, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const serverSource = join(root, 'server/src');
const clientSource = join(root, 'client/src');

/** The layers of the core, each of which knows only those after it. */
const layers = [
  'features',
  'guide',
  'responseMap',
  'configuration',
  'rules',
  'workspace',
  'responses',
  'frameworks',
  'languages',
  'syntax',
];

/** What is not in a layer, and the layers it may look into. */
const others: Readonly<Record<string, readonly string[]>> = {
  // what HTTP says is read by all and reads nobody
  status: ['status', 'localisation.ts'],
  // the words of all of them
  'localisation.ts': [],
  // only Node.js has them: processes and files
  node: ['node', 'configuration', 'workspace', 'syntax'],
  commandLine: [
    'commandLine',
    'node',
    'tools',
    'status',
    'analyser.ts',
    'findings.ts',
    'protocol.ts',
    ...layers.slice(1),
  ],
  'server.ts': ['features', 'node'],
  'browser.ts': ['features', 'workspace', 'protocol.ts'],
  'cli.ts': ['commandLine'],
  // what language models may ask, in whatever way
  tools: ['tools', 'protocol.ts', 'status', 'localisation.ts', 'analyser.ts', 'findings.ts', ...layers.slice(1)],
  // the facades of the core: what a text holds, and what there is to say about it
  'analyser.ts': ['workspace', 'rules', 'responses', 'frameworks', 'languages', 'syntax'],
  'findings.ts': ['analyser.ts', 'configuration', 'rules', 'responses', 'languages', 'syntax'],
  'judgedSections.ts': ['rules', 'responses', 'syntax'],
  'editedFindings.ts': [
    'analyser.ts',
    'findings.ts',
    'judgedSections.ts',
    'configuration',
    'rules',
    'responses',
    'languages',
    'syntax',
  ],
  'protocol.ts': [],
};

/** What layers may use beside those below them: the facades of the core, and the shapes of what clients are told. */
const facades: Readonly<Record<string, readonly string[]>> = {
  features: ['analyser.ts', 'findings.ts', 'editedFindings.ts', 'protocol.ts', 'tools'],
  guide: ['protocol.ts'],
  responseMap: ['protocol.ts'],
};

/** Who may use packages and modules that tie the core to a place where it runs. */
const reserved: readonly (readonly [modules: RegExp, readers: RegExp])[] = [
  [/^vscode-languageserver(?:\/|$)/, /^(?:features\/|server\.ts$|browser\.ts$)/],
  [/^vscode-languageserver-textdocument$/, /^syntax\/document\.ts$/],
  [/^web-tree-sitter$/, /^syntax\//],
  [/^node:(?!url$)/, /^(?:node\/|commandLine\/|cli\.ts$|server\.ts$)/],
  [/^node:url$/, /^(?:node|commandLine)\//],
  [/^commander$|^env-paths$|^globby$|^sarif$|^@modelcontextprotocol\//, /^commandLine\//],
  [/^(?:jsonc-parser|ignore)$/, /^(?:configuration|commandLine)\//],
  [/^minisearch$/, /^status\//],
  [/^@vscode\/l10n$/, /^localisation\.ts$/],
];

interface Import {
  /** From `server/src`, with `/` between its parts. */
  readonly file: string;
  readonly source: string;
}

function importsIn(folder: string): readonly Import[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const text = readFileSync(path, 'utf8');
      return [
        ...text.matchAll(/^(?:import|export) [^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gms),
      ].map(([, from, bare, dynamic]) => ({
        file: slashed(relative(folder, path)),
        source: from ?? bare ?? dynamic ?? '',
      }));
    });
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}

/** `responses` for `responses/code/flow.ts`; a file beside the layers is its own. Generated lists belong to what they list. */
function partOf(file: string): string {
  const listed = /^generated\/(\w+)/.exec(file)?.[1];
  if (listed !== undefined) return listed === 'statuses' ? 'status' : listed;
  return file.split('/')[0] ?? file;
}

function allowed(part: string): readonly string[] {
  const layer = layers.indexOf(part);
  if (layer < 0) return others[part] ?? [];
  return [...layers.slice(layer), 'status', 'localisation.ts', ...(facades[part] ?? [])];
}

suite('the layers of the server', () => {
  const imports = importsIn(serverSource);

  test('are all known', () => {
    const parts = new Set(imports.map(({ file }) => partOf(file)));
    assert.deepEqual(
      [...parts].filter((part) => !layers.includes(part) && !(part in others)),
      [],
    );
  });

  test('know only those below them', () => {
    const wrong = imports.flatMap(({ file, source }) => {
      if (!source.startsWith('.')) return [];
      const target = slashed(relative(serverSource, resolve(serverSource, dirname(file), source)));
      if (target.endsWith('package.json') && ['commandLine', 'node'].includes(partOf(file))) return [];
      return allowed(partOf(file)).includes(partOf(target)) ? [] : [`${file} imports ${target}`];
    });
    assert.deepEqual(wrong, []);
  });

  test('leave packages and the machine to those who are for them', () => {
    const wrong = imports.flatMap(({ file, source }) => {
      if (source.startsWith('.')) return [];
      const rule = reserved.find(([modules]) => modules.test(source));
      return rule?.[1].test(file) ? [] : [`${file} imports ${source}`];
    });
    assert.deepEqual(wrong, []);
  });
});

test('the client knows nothing of the server but what they say to each other', () => {
  const wrong = importsIn(clientSource).filter(({ file, source }) => {
    const target = slashed(relative(root, resolve(clientSource, dirname(file), source)));
    return source.startsWith('.') && target.startsWith('server/') && target !== 'server/src/protocol.ts';
  });
  assert.deepEqual(wrong, []);
});
