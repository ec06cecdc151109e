import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver/node';
import { LanguageClient, rangeIn } from './languageClient.ts';

suite('Links', () => {
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start({ capabilities: {} });
  });
  after(() => client.stop());

  async function linksIn(uri: string): Promise<readonly DocumentLink[]> {
    return (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } })) ?? [];
  }

  test('lead from a suppression to the page of its rule', async () => {
    const uri = 'file:///shop/orders.js';
    const text = '// http-status-ignore-file location-on-201\nimport express from "express";\n';
    await client.open(uri, text);
    const [link] = await linksIn(uri);
    assert.deepEqual(link?.range, rangeIn(text, 'location-on-201'));
    assert.match(link?.target ?? '', /docs\/rules\/location-on-201\.md$/);
  });

  test('lead from the rules of a configuration file, and follow what is typed', async () => {
    const uri = 'file:///shop/http-status.config.json';
    const text = '{ "rules": { "error-body": "off" } }';
    await client.open(uri, text, 'json');
    assert.deepEqual((await linksIn(uri))[0]?.range, rangeIn(text, 'error-body'));
    await client.change(uri, 2, { range: rangeIn(text, 'error-body'), text: 'allow-on-405' });
    assert.match((await linksIn(uri))[0]?.target ?? '', /allow-on-405\.md$/);
    await client.close(uri);
    assert.deepEqual(await linksIn(uri), []);
  });
});
