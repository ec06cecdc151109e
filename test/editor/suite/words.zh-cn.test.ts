import * as assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import { type CodeAction, commands, env, type Hover, languages, MarkdownString, window } from 'vscode';
import { eventually, open, rangeOf } from './editing.ts';
import { closePages, pageTitle } from './pages.ts';
import { click, press, see, type } from './screen.ts';

const rows = '.quick-input-list .monaco-list-row';
const labels = `${rows} .label-name`;
const anyOf = async (selector: string, text: string) => (await see(selector)).some((each) => each.includes(text));

function withoutHan(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !/\p{Script=Han}/u.test(text));
}

suite('In Simplified Chinese', () => {
  teardown(closePages);

  test('commands have their titles in the palette', async () => {
    assert.equal(env.language, 'zh-cn');
    await open('src/orders.ts');
    await press('F1');
    await type('状态码');
    for (const title of ['查找状态码…', '我该用哪个状态码？', '解释光标处的状态码']) {
      await eventually(() => anyOf(labels, `HTTP Status: ${title}`));
    }
  });

  test('a code is found by what people mean, and explained on its page', async () => {
    await open('src/orders.ts');
    void commands.executeCommand('httpStatus.lookUp');
    await eventually(() => anyOf('.quick-input-title', 'HTTP 状态码'));
    await type('限流');
    await eventually(async () => (await see(labels)).at(0)?.startsWith('429'));
    assert.ok(await anyOf(rows, '客户端在给定时间内发送了太多请求。'));
    await press('Enter');
    assert.equal(await eventually(pageTitle), '429 Too Many Requests');
    for (const heading of ['何时发送', '客户端应当', '要求']) await eventually(() => anyOf('h2', heading));
    await eventually(() => anyOf('li', '缓存不得存储此响应'));
  });

  test('a hover explains the response', async () => {
    const { document } = await open('src/orders.ts');
    const { start } = rangeOf(await open('src/orders.ts'), '201');
    const hovers = await eventually(async () => {
      const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, start);
      return found.length > 0 && found;
    });
    const texts = hovers.flatMap(({ contents }) => contents).filter((each) => each instanceof MarkdownString);
    assert.match(texts.map(({ value }) => value).join('\n'), /发送原因：.*\n[\s\S]*何时发送/);
  });

  test('findings and their fixes are told', async () => {
    const editor = await open('src/orders.ts');
    const { uri } = editor.document;
    const found = await eventually(() =>
      languages.getDiagnostics(uri).find(({ message }) => message.includes('201 Created')),
    );
    assert.equal(found.message, '201 Created 应说明新资源在哪里：缺少 Location 标头。');
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, found.range);
    assert.ok(actions.some(({ title }) => title.startsWith('添加 Location: ')));
  });

  test('the view of responses has its name, its menu and its rows', async () => {
    await open('src/orders.ts');
    await commands.executeCommand('workbench.view.explorer');
    // a tree shows the rows only for which there is room
    await click('.explorer-viewlet .pane-header');
    await commands.executeCommand('httpStatus.responses.focus');
    await eventually(() => anyOf('.pane-header .title', 'HTTP 响应'));
    await eventually(async () => (await see('.pane-header [aria-label^="按路径分组响应"]')).length > 0);
    await eventually(() => anyOf('.pane-body [aria-label="HTTP 响应"] .monaco-list-row', 'POST /orders'));
  });

  test('the guide asks its questions', async () => {
    await open('src/invoices.ts');
    void commands.executeCommand('httpStatus.guide');
    await eventually(async () => (await see(labels)).length > 0);
    const answers = await see(labels);
    assert.deepEqual(withoutHan(answers), []);
    await click('.quick-input-titlebar [aria-label^="在一页上显示所有问题"]');
    const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
    await eventually(() => tabs().includes('我该用哪个状态码？'));
  });
});
