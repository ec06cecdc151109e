import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { CodeLensRequest, CodeLensResolveRequest, type CompletionItem } from 'vscode-languageserver/node';
import {
  type CallToolResult,
  callToolRequest,
  type GuideResult,
  guideRequest,
  type PageResult,
  pageRequest,
  type SearchResult,
  searchRequest,
} from '../../server/src/protocol.ts';
import { LanguageClient, markdownOf, rangeIn } from './languageClient.ts';

const uri = 'file:///shop/orders.js';
const text = `const express = require("express")
const app = express()
app.get("/orders/:id", requireUser, async (req, res) => {
  const order = await orders.find(req.params.id)
  if (!order) return res.status(400).json({ error: "unknown" })
  res.json(order)
})
app.post("/orders", async (req, res) => {
  const order = await orders.create(req.body)
  res.status(201).json(order)
})
`;

suite('An editor in Simplified Chinese', () => {
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start({ locale: 'zh-cn' });
    await client.open(uri, text);
  });
  after(() => client.stop());

  test('explains a code and why it is sent', async () => {
    const hover = markdownOf(await client.hover(uri, rangeIn(text, '400').start));
    assert.match(hover, /^\*\*400 Bad Request\*\* · 4xx 客户端错误$/m);
    assert.match(hover, /^发送原因：没有找到 `order`（/m);
    assert.match(hover, /^\*\*何时发送\*\*$/m);
    assert.match(hover, /^- 缺少凭据：401。缺少权限：403。$/m);
    assert.match(hover, /^- 同样的请求在资源处于另一状态时是否可行？ → \*\*409 Conflict\*\*$/m);
    assert.doesNotMatch(hover, /Send when|Clients should|Cacheable/);
  });

  test('tells of findings and their fixes', async () => {
    const diagnostics = await client.diagnostics(uri);
    const found = diagnostics.find(({ code }) => code === 'location-on-201');
    assert.equal(found?.message, '201 Created 应说明新资源在哪里：缺少 Location 标头。');
    const [first, ...others] = await client.codeActions(uri, rangeIn(text, '201'));
    assert.match(first?.title ?? '', /^添加 Location: /);
    assert.ok(others.some(({ title }) => title === '在此行抑制 location-on-201'));
  });

  test('draws lenses that need no words', async () => {
    const [lens] = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    assert.ok(lens);
    const { command } = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
    assert.match(command?.title ?? '', /^GET \/orders\/:id → /);
  });

  test('finds codes by what people mean, in both languages', async () => {
    for (const [query, code] of [
      ['限流', 429],
      ['权限不足', 403],
      ['找不到', 404],
      ['已存在', 409],
      ['请求体过大', 413],
      ['rate limit', 429],
      ['404', 404],
    ] as const) {
      const [first] = await client.ask<readonly SearchResult[]>(searchRequest, { query });
      assert.equal(first?.code, code, query);
    }
  });

  test('shows the page of a code', async () => {
    const { markdown = '' } = (await client.ask<PageResult | null>(pageRequest, { code: 429 })) ?? {};
    assert.match(markdown, /^## 何时发送$/m);
    assert.match(markdown, /^客户端在给定时间内发送了太多请求。$/m);
    assert.match(markdown, /`Retry-After`/);
  });

  test('asks the questions of the guide', async () => {
    const { steps, reason } = await client.ask<GuideResult>(guideRequest, {
      textDocument: { uri },
      position: rangeIn(text, '400').start,
    });
    assert.equal(steps[0]?.question, '请求怎么样了？');
    assert.equal(reason, '没有找到 order');
  });

  test('answers the questions of language models', async () => {
    const ask = async (name: string, input: object) =>
      (await client.ask<CallToolResult>(callToolRequest, { name, input })).text;
    assert.match(await ask('explain_status_code', { code: 401 }), /^## 何时发送$[\s\S]*^- \*\*MAY\*\* .*用户代理/m);
    assert.match(
      await ask('suggest_status_code', { situation: '未登录' }),
      /^## 401 Unauthorized[\s\S]*^何时发送：$[\s\S]*^- MUST WWW-Authenticate 始终$/m,
    );
    const review = await ask('review_responses', { text, language: 'javascript' });
    assert.match(
      review,
      /^untitled\.js：\d 个问题$[\s\S]*^## 第 5 行：.*$\n^警告，规则 not-found-is-404，[\s\S]*^修复：/m,
    );
    assert.match(await ask('review_responses', { path: 'a.js' }), /^没有可以读取文件的文件夹/);
  });

  test('completes codes with what they suit', async () => {
    const items: readonly CompletionItem[] = await client.completion(uri, rangeIn(text, '400').end);
    assert.equal(items.find(({ label }) => label === '404')?.labelDetails?.description, '未找到');
  });
});

test('An editor in a language without a translation is answered in English', async () => {
  const client = await LanguageClient.start({ locale: 'de' });
  await client.open(uri, text);
  assert.match(markdownOf(await client.hover(uri, rangeIn(text, '201').start)), /^\*\*Send when\*\*$/m);
  await client.stop();
});

test('A client hands the texts over to a server without files', async () => {
  const translation = { 'bundle.l10n.zh-cn.json': JSON.stringify({ 'Send when': '何时' }) };
  const client = await LanguageClient.start({ locale: 'zh-cn', initializationOptions: { translation } });
  await client.open(uri, text);
  const hover = markdownOf(await client.hover(uri, rangeIn(text, '201').start));
  assert.match(hover, /^\*\*何时\*\*$/m);
  assert.match(hover, /^\*\*Do not send when\*\*$/m);
  await client.stop();
});
