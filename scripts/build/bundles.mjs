/** What is built, and where each part of it runs. */
import { readFile } from 'node:fs/promises';
import { minifiedFurther } from './minifiedFurther.mjs';

/**
 * Activation has to be quick, so the client's bundle holds only what registers commands. The language client library,
 * many times its size, is a bundle of its own that is loaded when the server starts.
 * @type {import('esbuild').Plugin}
 */
const separateLanguageClient = {
  name: 'separate-language-client',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageclient(?:\/node)?$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './languageClient.js', external: true },
    );
  },
};

/**
 * Node.js keeps what it compiled of the modules that are loaded once it is told to: the program's first lines tell it, so
 * the rest is a bundle of its own.
 * @type {import('esbuild').Plugin}
 */
const separateProgram = {
  name: 'separate-program',
  setup({ onResolve }) {
    onResolve({ filter: /\/program\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './program.js', external: true },
    );
  },
};

/** What the language client does for servers that offer it: this one does not, as a test makes sure. */
const unusedFeatures = [
  'callHierarchy',
  'colorProvider',
  'declaration',
  'definition',
  'documentHighlight',
  'documentSymbol',
  'fileOperations',
  'foldingRange',
  'formatting',
  'implementation',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'reference',
  'rename',
  'selectionRange',
  'semanticTokens',
  'signatureHelp',
  'textDocumentContent',
  'typeDefinition',
  'typeHierarchy',
  'workspaceSymbol',
];

/** The client's class asks for the names of one of them when it is made. */
const unusedMessages = unusedFeatures.filter((feature) => feature !== 'semanticTokens');

/**
 * Leaves out the messages of features that nothing here uses: what is left of the protocol names each where it is used.
 * @param {readonly string[]} features
 * @returns {import('esbuild').Plugin}
 */
const withoutMessages = (features) => ({
  name: 'without-messages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^\\./protocol\\.(?:${features.join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'unused-messages',
    }));
    onLoad({ filter: /.*/, namespace: 'unused-messages' }, () => ({ contents: 'module.exports = {};' }));
  },
});

/**
 * Leaves them out, a sixth of what a browser fetches for the client. In their stead is a feature that asks for nothing.
 * @type {import('esbuild').Plugin}
 */
const withoutUnusedFeatures = {
  name: 'without-unused-features',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^\\./(?:${unusedFeatures.join('|')})$`) }, ({ path, importer }) =>
      /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]client\.js$/.test(importer)
        ? { path, namespace: 'unused-features' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused-features' }, () => ({
      contents: `
        class UnusedFeature {
          fillClientCapabilities() {}
          initialize() {}
          getState() { return { kind: 'static' }; }
          clear() {}
        }
        module.exports = new Proxy({}, { get: () => UnusedFeature });
      `,
    }));
  },
};

/** What the library of servers can do beyond what this one does. */
const unusedServerFeatures = [
  'callHierarchy',
  'fileOperations',
  'foldingRange',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'moniker',
  'notebook',
  'semanticTokens',
  'textDocumentContent',
  'typeHierarchy',
];

/**
 * Leaves them out: each is a class that extends another, which does without.
 * @type {import('esbuild').Plugin}
 */
const withoutUnusedServerFeatures = {
  name: 'without-unused-server-features',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^\\./(?:${unusedServerFeatures.join('|')})$`) }, ({ path, importer }) =>
      /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/](?:server|api)\.js$/.test(importer)
        ? { path, namespace: 'unused-server-features' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused-server-features' }, () => ({
      contents:
        'module.exports = new Proxy({}, { get: (_, name) => (/Feature$/.test(name) ? (Base) => Base : undefined) });',
    }));
  },
};

/**
 * Cells of notebooks are no files of handlers. Diagnostics listen to what happens to them, so in the stead of this feature is one
 * to which nothing happens.
 * @type {import('esbuild').Plugin}
 */
const withoutNotebooks = {
  name: 'without-notebooks',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/notebook$/ }, ({ path, importer }) =>
      /[\\/]vscode-languageclient[\\/]/.test(importer) ? { path, namespace: 'notebooks' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'notebooks' }, () => ({
      contents: `
        const never = () => ({ dispose() {} });
        exports.NotebookDocumentSyncFeature = class {
          registrationType = { method: 'notebookDocument/sync' };
          onOpenNotificationSent = never;
          onChangeNotificationSent = never;
          onSaveNotificationSent = never;
          onCloseNotificationSent = never;
          fillClientCapabilities() {}
          initialize() {}
          register() {}
          unregister() {}
          getState() { return { kind: 'static' }; }
          handles() { return false; }
          clear() {}
        };
      `,
    }));
  },
};

/**
 * The language client brings a library for globs, a thirtieth of what a browser fetches, for servers that want to be told
 * of files that are renamed. This one does not.
 * @type {import('esbuild').Plugin}
 */
const withoutGlobs = {
  name: 'without-globs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^minimatch$/ }, ({ path }) => ({ path, namespace: 'without-globs' }));
    onLoad({ filter: /.*/, namespace: 'without-globs' }, () => ({
      contents:
        "exports.Minimatch = class { constructor() { throw new Error('File operations need globs: see bundles.mjs'); } };",
    }));
  },
};

/**
 * Of the manifest the code asks for names and the version; what editors read in it is many times that.
 * @type {import('esbuild').Plugin}
 */
const shortManifest = {
  name: 'short-manifest',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      const { name, displayName, version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ name, displayName, version }), loader: 'json' };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const everywhere = {
  bundle: true,
  format: 'cjs',
  outdir: 'dist',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const inNode = {
  ...everywhere,
  platform: 'node',
  // Some packages' main file is a module of a kind that cannot be bundled.
  mainFields: ['module', 'main'],
  // Module addresses mean the bundle's own place once the modules are bundled.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename', 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/**
 * What runs in a browser: the build fails where it needs a module of Node.js.
 * @type {import('esbuild').BuildOptions}
 */
const inBrowser = {
  ...everywhere,
  platform: 'browser',
  target: 'es2022',
  // The parser asks where it lies, and is given its bytes all the same. A worker's own address is none to start from.
  define: { 'import.meta.url': '"file:///"' },
};

/** @type {import('esbuild').BuildOptions[]} */
export const bundles = [
  {
    ...inNode,
    entryPoints: { client: 'client/src/main.ts', languageClient: 'vscode-languageclient/node' },
    external: ['vscode'],
    plugins: [separateLanguageClient, withoutUnusedFeatures, withoutGlobs],
    target: 'node20',
  },
  {
    ...inNode,
    entryPoints: { server: 'server/src/server.ts' },
    plugins: [shortManifest, withoutUnusedServerFeatures],
    target: 'node20',
  },
  {
    ...inBrowser,
    entryPoints: { browserClient: 'client/src/browser.ts' },
    external: ['vscode'],
    plugins: [withoutUnusedFeatures, withoutMessages(unusedMessages), withoutNotebooks, withoutGlobs, minifiedFurther],
  },
  {
    ...inBrowser,
    entryPoints: { browserServer: 'server/src/browser.ts' },
    format: 'iife',
    plugins: [
      shortManifest,
      withoutUnusedServerFeatures,
      withoutMessages([...unusedMessages, ...unusedServerFeatures]),
      minifiedFurther,
    ],
  },
  {
    ...inNode,
    entryPoints: { cli: 'server/src/cli.ts' },
    plugins: [separateProgram],
    // what is required is there sooner than what is imported
    supported: { 'dynamic-import': false },
    target: 'node20',
  },
  {
    ...inNode,
    entryPoints: {
      program: 'server/src/commandLine/program.ts',
      scanThread: 'server/src/commandLine/scanThread.ts',
    },
    plugins: [shortManifest],
    target: 'node20',
  },
];
