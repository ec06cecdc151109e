import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DocumentLink } from 'vscode-languageserver';
import { linksInCode, linksInConfiguration } from '../../../server/src/features/documentLinks.ts';
import { SourceDocument } from '../../../server/src/syntax/document.ts';
import { ready } from '../../support/ready.ts';

/** What each link is on, and the page it leads to. */
function shown(document: SourceDocument, links: readonly DocumentLink[]): readonly string[] {
  return links.map(({ range, target = '' }) => {
    const text = document.text.slice(document.offsetAt(range.start), document.offsetAt(range.end));
    return `${text} → ${target.slice(target.lastIndexOf('/') + 1)}`;
  });
}

const code: readonly (readonly [name: string, path: string, text: string, links: readonly string[]])[] = [
  [
    'every rule that a comment suppresses',
    'app.js',
    "import express from 'express';\nconst app = express();\napp.post('/users', (req, res) => {\n  // http-status-ignore-next-line location-on-201, error-body -- why\n  res.status(201).json({});\n});\n",
    ['location-on-201 → location-on-201.md', 'error-body → error-body.md'],
  ],
  [
    'in Python as well',
    'app.py',
    'from flask import Flask\napp = Flask(__name__)\n\n@app.get("/")\ndef show():\n    return "", 204  # http-status-ignore-line no-body-allowed\n',
    ['no-body-allowed → no-body-allowed.md'],
  ],
  ['no rule there is none of', 'app.js', '// http-status-ignore-file location-on-2001\n', []],
  ['nothing without suppressions', 'app.js', "import express from 'express';\n// location-on-201\n", []],
];

const configurations: readonly (readonly [name: string, text: string, links: readonly string[]])[] = [
  [
    'the keys of its rules',
    '{ "preset": "strict", "rules": { "location-on-201": "off", "error-body": "warning", "unknown": "off" } }',
    ['location-on-201 → location-on-201.md', 'error-body → error-body.md'],
  ],
  ['those of a file that is being written', '{\n  // why\n  "rules": { "error-body": ', ['error-body → error-body.md']],
  ['nothing else', '{ "ignore": ["error-body"] }', []],
  ['nothing in no configuration', '[', []],
];

suite('links', () => {
  for (const [name, path, text, links] of code) {
    test(`lead from comments: ${name}`, async () => {
      const open = await ready(text, undefined, path);
      assert.deepEqual(shown(open.document, linksInCode(open)), links);
    });
  }
  for (const [name, text, links] of configurations) {
    test(`lead from a configuration file: ${name}`, () => {
      const document = new SourceDocument('file:///http-status.config.json', 'json', text);
      assert.deepEqual(shown(document, linksInConfiguration(document)), links);
    });
  }
});
