import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Analyser } from '../../../server/src/analyser.ts';
import { aliasFileNames, pathAliases } from '../../../server/src/configuration/pathAliases.ts';
import { readGrammarFile } from '../../../server/src/node/grammarFiles.ts';
import { judge } from '../../../server/src/rules/judge.ts';
import { readMarks } from '../../support/markers.ts';

/**
 * Each folder is a workspace of its own, whole as its authors would write it. Those named `errors-…` raise an error whose
 * message clients see and one whose message they do not, in the way of their framework.
 */
const root = path.join(import.meta.dirname, '..', '..', 'fixtures-workspace');
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** What only a look at other files can tell. */
const judged = new Set([
  'forbidden-for-authenticated',
  'conflict-is-409',
  'not-found-is-404',
  'client-fault-is-4xx',
  'server-fault-is-5xx',
  'error-detail-leak',
  'retry-after-on-503',
  'no-content-is-204',
]);

suite('workspaces: files say to each other what answers', () => {
  for (const { name } of cases) {
    test(name, async () => {
      const folder = path.join(root, name);
      const analyser = new Analyser(readGrammarFile);
      const opened = [];
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const file = path.join(entry.parentPath, entry.name);
        const language = analyser.languageOfPath(file);
        const uri = `file:///work/${path.relative(root, file)}`;
        if (aliasFileNames.some((each) => each === entry.name)) {
          const found = pathAliases(uri.slice('file://'.length), readFileSync(file, 'utf8'));
          if (found) analyser.index.aliases = [found];
        }
        if (!entry.isFile() || !language) continue;
        await analyser.prepare(language);
        const text = readFileSync(file, 'utf8');
        const document = analyser.open(language, uri, text);
        opened.push({ language, document, file: path.relative(folder, file), marks: readMarks(text) });
        analyser.addToIndex(language, document);
      }
      for (const { language, document, file, marks } of opened) {
        const { analysis } = analyser.analyse(language, document);
        const findings = analysis ? judge(analysis, ({ id }) => judged.has(id), assert.fail) : [];
        const found = (analysis?.references ?? []).map((reference) => {
          const { line, character } = document.positionAt(reference.node.start);
          const at = marks.find((mark) => mark.line === line && mark.start === character);
          const { framework, handler } = reference.response ?? { framework: reference.framework, handler: undefined };
          return [
            `${line + 1}:${character + 1} ${reference.code} ${reference.role}`,
            at?.framework && framework?.name,
            at?.method && handler?.methods.join(','),
            at?.route && handler?.route,
            ...findings.filter(({ node }) => node.start === reference.node.start).map(({ rule }) => `! ${rule.id}`),
          ]
            .filter((part) => part !== undefined)
            .join(' ');
        });
        const expected = marks.map((mark) =>
          [
            `${mark.line + 1}:${mark.start + 1} ${mark.code} ${mark.role}`,
            mark.framework,
            mark.method,
            mark.route,
            ...mark.findings.map((id) => `! ${id}`),
          ]
            .filter((part) => part !== undefined)
            .join(' '),
        );
        assert.deepEqual(found, expected, file);
      }
    });
  }
});
