import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parse } from 'marked';
import { codeSpan, escapeMarkdown } from '../../../server/src/features/markdownText.ts';

/** As VS Code does it. */
function rendered(markdown: string): string {
  return parse(markdown, { async: false, gfm: true });
}

const hostile: readonly string[] = [
  '`code`',
  '``` fence',
  '~~~ fence',
  '**bold** _emphasis_ ~~struck~~',
  '[a link](https://evil.example)',
  '[a command](command:workbench.action.terminal.sendSequence?%7B%7D)',
  '[a reference][x]',
  '[x]: https://evil.example',
  '![an image](https://evil.example/a.png)',
  '<https://evil.example>',
  '<command:httpStatus.showPage>',
  '<img src=x onerror=alert(1)>',
  '<a href="command:httpStatus.showPage">x</a>',
  '<!-- comment -->',
  'https://evil.example/path',
  'http://evil.example',
  'www.evil.example',
  'WWW.evil.example',
  'someone@evil.example',
  'mailto:someone@evil.example',
  'ftp://evil.example',
  '# heading',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '1) item',
  '> quote',
  '---',
  '===',
  '***',
  '| a | b |',
  '&lt;b&gt; &amp; &#60;',
  '$(alert) $x$',
  'back\\slash \\[escaped\\](https://evil.example)',
  'two\nlines',
  'two\r\n\r\n# paragraphs',
  '    indented',
  '\ttab',
];

suite('text of a workspace in Markdown is text', () => {
  for (const text of hostile) {
    test(JSON.stringify(text), () => {
      for (const markdown of [escapeMarkdown(text), codeSpan(text), `- ${escapeMarkdown(text)}`]) {
        const html = rendered(markdown);
        const tags = [...html.matchAll(/<\/?([a-z][a-z\d]*)/g)].map(([, name]) => name);
        const allowed = ['p', 'code', 'ul', 'li'];
        assert.deepEqual(
          tags.filter((name) => !allowed.includes(name ?? '')),
          [],
          `${markdown} became ${html}`,
        );
      }
      assert.equal(shownBy(escapeMarkdown(text)), text.replace(/\s+/g, ' ').trim());
      assert.equal(shownBy(codeSpan(text)), text.replace(/\s+/g, ' ').trim());
    });
  }

  for (const sign of ['\u202E', '\u2066', '\u200F', '\u200B', '\u0000', '\u001B', '\uD83D', '\u2028', '\uFEFF']) {
    test(`U+${sign.charCodeAt(0).toString(16)} cannot hide or turn text`, () => {
      for (const markdown of [escapeMarkdown(`a${sign}b`), codeSpan(`a${sign}b`)]) {
        assert.ok(!markdown.includes(sign));
        assert.match(markdown, /^`?a[\uFFFD ]b`?$/);
      }
    });
  }

  test('letters of every script stay as they are', () => {
    assert.equal(escapeMarkdown('Größe, 大きさ, حجم, 👩‍💻'), 'Größe, 大きさ, حجم, 👩‍💻');
  });

  test('a long text is cut', () => {
    assert.ok(escapeMarkdown('a'.repeat(10_000)).length < 300);
    assert.equal(codeSpan('😀'.repeat(1000)).includes('\uFFFD'), false);
  });

  test('no text is no code', () => assert.equal(codeSpan(''), ''));
});

/** What a reader sees. */
function shownBy(markdown: string): string {
  return rendered(markdown)
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}
