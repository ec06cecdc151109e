import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatusFacts } from '../../../server/src/status/facts.ts';
import { hoverBody, hoverHeading, hoverMarkdown, pageMarkdown } from '../../../server/src/status/markdown.ts';
import { allStatuses, statusFacts } from '../../../server/src/status/registry.ts';

function factsOf(code: number): StatusFacts {
  const facts = statusFacts(code);
  assert.ok(facts, `${code} has no file`);
  return facts;
}

const headings: readonly (readonly [code: number, heading: string])[] = [
  [404, '**404 Not Found** · 4xx Client Error'],
  [200, '**200 OK** · 2xx Successful'],
  [418, "**418 I'm a teapot** · 4xx Client Error · unused"],
  [305, '**305 Use Proxy** · 3xx Redirection · deprecated'],
  [499, '**499 Client Closed Request** · 4xx Client Error · unofficial, nginx'],
  [999, '**999 Request denied** · outside 100–599, no HTTP status code · unofficial, LinkedIn, Yahoo'],
];

for (const [code, heading] of headings) {
  test(`the hover of ${code} begins with its name and class`, () => {
    assert.equal(hoverHeading(factsOf(code)), heading);
    assert.equal(hoverMarkdown(factsOf(code)).split('\n')[0], heading);
  });
}

/** The unconditional and conditional MUSTs of RFC 9110, by hand. */
const owedByRfc9110: Readonly<Record<number, readonly string[]>> = {
  101: ['Upgrade', 'Connection'],
  206: ['Content-Range', 'Date', 'Cache-Control', 'ETag', 'Expires', 'Content-Location', 'Vary'],
  304: ['Date', 'Cache-Control', 'ETag', 'Expires', 'Content-Location', 'Vary'],
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  407: ['Proxy-Authenticate'],
  426: ['Upgrade', 'Connection'],
};

for (const [code, names] of Object.entries(owedByRfc9110)) {
  test(`the hover of ${code} shows the headers RFC 9110 demands`, () => {
    const lines = hoverBody(factsOf(Number(code))).split('\n');
    for (const name of names) {
      assert.ok(
        lines.some((line) => line.startsWith('- **MUST**') && line.includes(`\`${name}\``)),
        name,
      );
    }
  });
}

test('a hover can be taken in at a glance', () => {
  for (const facts of allStatuses) {
    const lines = hoverMarkdown(facts).split('\n');
    assert.ok(lines.filter((line) => line !== '').length <= 30, `${facts.code} has too many lines`);
    for (const line of lines) assert.ok(line.length <= 260, `${facts.code}: ${line}`);
  }
});

test('a hover names the neighbouring code a question leads to', () => {
  assert.match(hoverBody(factsOf(401)), /^- Is the caller known, and lacks permission\? → \*\*403 Forbidden\*\*$/m);
});

test('a hover links the section of the RFC and the page of MDN', () => {
  assert.equal(
    hoverMarkdown(factsOf(404)).split('\n').at(-1),
    '[RFC 9110 §15.5.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5) · ' +
      '[MDN](https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/404)',
  );
});

test('no hover and no page has an empty section, an open fence or an undefined value', () => {
  for (const facts of allStatuses) {
    for (const text of [hoverMarkdown(facts), pageMarkdown(facts)]) {
      assert.doesNotMatch(text, /undefined|NaN|\[object/, `${facts.code}`);
      assert.doesNotMatch(text, /^#+ .*\n+(?=#|$(?![\s\S]))/m, `${facts.code} has an empty section`);
      assert.doesNotMatch(text, /^\*\*[^*]+\*\*\n\n/m, `${facts.code} has an empty list`);
      assert.doesNotMatch(text, /\n{3,}/, `${facts.code} has a gap`);
      assert.equal((text.match(/^```/gm) ?? []).length % 2, 0, `${facts.code} leaves a fence open`);
    }
  }
});

test('a page has the whole of the facts', () => {
  const page = pageMarkdown(factsOf(401));
  assert.match(page, /^# 401 Unauthorized$/m);
  assert.match(page, /^- \*\*MUST\*\* `WWW-Authenticate` always: .* · \[RFC 9110 §15\.5\.2\]\(/m);
  assert.match(page, /^- \*\*SHOULD\*\* \*resource server\* · .*invalid_token/m);
  assert.match(page, /^\| JavaScript, http-status-codes \| `StatusCodes\.UNAUTHORIZED` \|/m);
  for (const title of ['Send when', 'Do not send when', 'Clients should', 'Confused with', 'Example', 'Caching']) {
    assert.ok(page.includes(`\n## ${title}\n`), title);
  }
});

test('a page says once what holds for several header fields, and names the methods where not all are meant', () => {
  assert.match(pageMarkdown(factsOf(304)), /^- \*\*MUST\*\* `Date`, `ETag`, .*`Vary` if a 200/m);
  assert.match(pageMarkdown(factsOf(201)), /^## Methods\n\n`POST`, `PUT`, `PATCH`$/m);
  assert.doesNotMatch(pageMarkdown(factsOf(401)), /Methods/);
});

test('tables of a page have as many cells in every row as in their head', () => {
  const cells = (row: string) => row.replaceAll('\\|', '').split('|').length;
  for (const facts of allStatuses) {
    for (const table of pageMarkdown(facts).match(/(?:^\|.*\n)+/gm) ?? []) {
      const [head = '', ...rows] = table.trim().split('\n');
      for (const row of rows) assert.equal(cells(row), cells(head), row);
    }
  }
});
