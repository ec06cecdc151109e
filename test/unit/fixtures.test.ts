import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { analyser } from '../support/analyser.ts';
import { readMarks } from '../support/markers.ts';

const root = path.join(import.meta.dirname, '..', 'fixtures');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

suite('fixtures: every status code is found, in its role, and nothing else is', () => {
  for (const file of files) {
    const language = analyser.languageOfPath(file);
    if (!language) continue;
    test(file, async () => {
      const text = readFileSync(path.join(root, file), 'utf8');
      await analyser.prepare(language);
      const document = analyser.open(language, `file:///fixtures/${file}`, text);
      const { analysis } = analyser.analyse(language, document);
      const marks = readMarks(text);
      const found = (analysis?.references ?? []).map((reference) => {
        const { line, character } = document.positionAt(reference.node.start);
        const at = marks.find((candidate) => candidate.line === line && candidate.start === character);
        const { framework, handler } = reference.response ?? { framework: reference.framework, handler: undefined };
        return [
          `${line + 1}:${character + 1}`,
          `${reference.code}`,
          reference.role,
          at?.framework && (framework?.name ?? 'none'),
          at?.method && (handler?.methods.join(',') ?? ''),
          at?.route && (handler?.route ?? ''),
          at ? `+${reference.node.end - reference.node.start}` : 'has no mark',
        ]
          .filter((part) => part !== undefined)
          .join(' ');
      });
      const expected = marks.map((at) =>
        [
          `${at.line + 1}:${at.start + 1}`,
          `${at.code}`,
          at.role,
          at.framework,
          at.method,
          at.route,
          `+${at.end - at.start}`,
        ]
          .filter((part) => part !== undefined)
          .join(' '),
      );
      assert.deepEqual(found, expected.toSorted(byPlace));
    });
  }
});

function byPlace(a: string, b: string): number {
  const [lineA = 0, columnA = 0] = a.split(/[ :]/).map(Number);
  const [lineB = 0, columnB = 0] = b.split(/[ :]/).map(Number);
  return lineA - lineB || columnA - columnB;
}
