import * as assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import {
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentLink,
  type InlayHint,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually } from './editing.ts';
import { hasScreen, see } from './screen.ts';

const text = `import express from 'express';
const app = express();
app.get('/old', (req, res) => {
  res.redirect('/new');
});
app.post('/orders', (req, res) => {
  // http-status-ignore-next-line location-on-201
  res.status(201).json({ id: 1 });
});
app.post('/carts', (req, res) => {
  res.status(
});
`;

async function shown(): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'javascript', content: text });
  await window.showTextDocument(document);
  return document;
}

suite('What the editor shows of its own accord', () => {
  // what nobody closes is seen by the tests that come after
  teardown(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  test('completion in half-typed code begins with what suits the method', async () => {
    const document = await shown();
    const position = document.positionAt(text.lastIndexOf('status(') + 'status('.length);
    const items = await eventually(async () => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
        '(',
      );
      const ours = list.items.filter(({ label }) => /^\d{3}$/.test(typeof label === 'string' ? label : label.label));
      return ours.length > 0 && ours;
      // the editor asks everybody who completes anything, which takes seconds on a busy machine
    }, 90_000);
    const sorted = [...items].sort((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? ''));
    assert.deepEqual(
      sorted.slice(0, 3).map(({ label }) => (typeof label === 'string' ? label : label.label)),
      ['201', '400', '409'],
    );
  });

  test('a lens sums a handler up, and a click lists the places', async () => {
    const document = await shown();
    const lenses = await eventually(async () => {
      const found = await commands.executeCommand<readonly CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      const ours = found.filter(({ command }) => command?.title.includes('→'));
      return ours.length > 0 && ours;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['GET /old → 302', 'POST /orders → 201'],
    );
    const [first] = lenses;
    assert.equal(first?.command?.command, 'httpStatus.showPlaces');
    if (!hasScreen) return;
    await commands.executeCommand(first.command.command, ...(first.command.arguments ?? []));
    await eventually(async () => (await see('.zone-widget .peekview-widget, .peekview-widget')).length > 0);
    await commands.executeCommand('closeReferenceSearch');
  });

  test('a hint says the status that no code writes', async () => {
    const document = await shown();
    const hints = await eventually(async () => {
      const found = await commands.executeCommand<readonly InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new Range(0, 0, 20, 0),
      );
      return found.length > 0 && found;
    });
    assert.deepEqual(
      hints.map(({ label, position }) => `${position.line + 1} ${label}`),
      ['4 302'],
    );
  });

  test('a suppressed rule links to its page', async () => {
    const document = await shown();
    const links = await eventually(async () => {
      const found = await commands.executeCommand<readonly DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      const ours = found.filter(({ target }) => target?.path.includes('/docs/rules/'));
      return ours.length > 0 && ours;
    });
    assert.equal(document.getText(links[0]?.range), 'location-on-201');
  });

  test('so does a rule of a configuration file', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = Uri.joinPath(folder.uri, 'linked', 'http-status.config.json');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('{ "rules": { "error-body": "off" } }'));
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    const links = await eventually(async () => {
      const found = await commands.executeCommand<readonly DocumentLink[]>('vscode.executeLinkProvider', uri);
      const ours = found.filter(({ target }) => target?.path.includes('/docs/rules/'));
      return ours.length > 0 && ours;
    });
    assert.equal(document.getText(links[0]?.range), 'error-body');
  });

  test('what a configuration file gets wrong is said once, by whoever knows it', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const place = Uri.joinPath(folder.uri, 'mistaken');
    const uri = Uri.joinPath(place, 'http-status.config.json');
    const mistaken = '{\n  // noisy\n  "preset": "loud",\n  "status": ["if STATUS then"]\n}\n';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(mistaken));
    const handlers = Uri.joinPath(place, 'handlers.js');
    const code = "import express from 'express';\nexpress().get('/', (req, res) => res.sendStatus(204));\n";
    await workspace.fs.writeFile(handlers, new TextEncoder().encode(code));
    const said = () => languages.getDiagnostics(uri).map(({ source, range }) => [source ?? 'schema', range.start.line]);
    await window.showTextDocument(await workspace.openTextDocument(handlers));
    await eventually(async () => said().length === 2);
    assert.deepEqual(said(), [
      ['http-status', 2],
      ['http-status', 3],
    ]);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    assert.equal(document.languageId, 'jsonc');
    await eventually(async () => said().some(([source]) => source !== 'http-status'));
    await eventually(async () => said().length === 2);
    assert.deepEqual(
      said().sort(([, one], [, other]) => Number(one) - Number(other)),
      [
        ['schema', 2],
        ['http-status', 3],
      ],
    );
    await workspace.fs.delete(place, { recursive: true });
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
});
