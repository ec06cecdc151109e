import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import {
  type CodeAtResult,
  codeAtRequest,
  type PageResult,
  pageRequest,
  type SearchResult,
  type SpellingResult,
  searchRequest,
  spellingRequest,
} from '../../server/src/protocol.ts';
import { LanguageClient, rangeIn } from './languageClient.ts';

const uri = 'file:///shop/orders.ts';
const text = `import { StatusCodes } from 'http-status-codes';
export function show(req: Request, res: Response) {
  res.status(StatusCodes.NOT_FOUND).end();
}
`;

suite('Lookup', () => {
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start();
    await client.open(uri, text, 'typescript');
  });
  after(() => client.stop());

  const search = (query: string) => client.ask<SearchResult[]>(searchRequest, { query });

  test('lists every code in order', async () => {
    const codes = (await search('')).map(({ code }) => code);
    assert.ok(codes.length > 60);
    assert.deepEqual(
      codes,
      codes.toSorted((one, other) => one - other),
    );
  });

  for (const [query, code] of [
    ['404', 404],
    ['not found', 404],
    ['rate limit', 429],
    ['already exists', 409],
    ['teapot', 418],
  ] as const) {
    test(`finds ${code} for "${query}"`, async () => {
      const [best] = await search(query);
      assert.equal(best?.code, code);
    });
  }

  test('finds more than one answer to "validation"', async () => {
    const codes = (await search('validation')).map(({ code }) => code);
    assert.ok(codes.indexOf(400) >= 0 && codes.indexOf(400) < 3);
    assert.ok(codes.indexOf(422) >= 0 && codes.indexOf(422) < 3);
  });

  test('has a page for every code that it finds, and none for others', async () => {
    for (const { code, name } of await search('')) {
      const page = await client.ask<PageResult | null>(pageRequest, { code });
      assert.equal(page?.title, `${code} ${name}`);
      assert.ok(page.markdown.startsWith(`# ${code} ${name}`), page.markdown.slice(0, 80));
    }
    assert.equal(await client.ask(pageRequest, { code: 799 }), null);
  });

  test('knows the code at a position, and how the file would write another', async () => {
    const position = rangeIn(text, 'NOT_FOUND').start;
    const found = await client.ask<CodeAtResult | null>(codeAtRequest, { textDocument: { uri }, position });
    assert.deepEqual(found, { code: 404 });
    const spelling = await client.ask<SpellingResult>(spellingRequest, { textDocument: { uri }, position, code: 409 });
    assert.deepEqual(spelling, { number: '409', constant: 'StatusCodes.CONFLICT' });
  });
});
