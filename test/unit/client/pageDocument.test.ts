import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pageDocument } from '../../../client/src/pageDocument.ts';

const page = {
  title: '401 <Unauthorized>',
  language: 'en',
  statusClass: 4,
  content: '<ul><li>May the caller not? → <strong>403 Forbidden</strong></li></ul>',
  styleSheet: 'https://host/media/page.css',
  resourceOrigin: 'https://host',
};

suite('The page of a code', () => {
  test('loads its style sheet and nothing else, and runs no script', () => {
    const html = pageDocument(page);
    assert.match(html, /content="default-src 'none'; style-src https:\/\/host"/);
    assert.doesNotMatch(html, /<script|script-src|unsafe-inline/);
  });

  test('shows its title as text', () => {
    assert.match(pageDocument(page), /<title>401 &lt;Unauthorized><\/title>/);
  });

  test('leads to the question that follows an answer', () => {
    const content = '<ul><li>Yes → “What failed?”</li></ul><h2 data-line="3" id="what-failed">What failed?</h2>';
    assert.match(pageDocument({ ...page, content }), /Yes → <a href="#what-failed">What failed\?<\/a>/);
  });

  test('leads to the pages of the codes that it names', () => {
    assert.match(
      pageDocument(page),
      /<a href="command:httpStatus\.showPage\?%5B403%5D"><strong>403 Forbidden<\/strong><\/a>/,
    );
  });
});
