import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { speak } from '../../../server/src/features/language.ts';
import { useMessages } from '../../../server/src/localisation.ts';
import { readTranslationFile } from '../../../server/src/node/translationFiles.ts';
import { hoverMarkdown, pageMarkdown } from '../../../server/src/status/markdown.ts';
import { allStatuses, statusFacts, useStatusTexts } from '../../../server/src/status/registry.ts';

/** Sections of quotations. */
const quotations = /^(?:不同的原因短语|出处)\n/;

/** Without messages, phrases, code and what is cited, which are the same in every language. */
function withoutNames(markdown: string): string {
  return markdown
    .replace(/^```http\n.*?\n```$/gms, '')
    .split(/^## /m)
    .filter((section) => !quotations.test(section))
    .join('')
    .replace(/^# .*$|`[^`]*`|“[^”]*”|\[[^\]]*\]\([^)]*\)|\*\*\d{3} [^*]*\*\*|\((?:appendix|Upload)[^)]*\)/gm, '');
}

suite('In Simplified Chinese', () => {
  before(() => speak('zh-cn', readTranslationFile));
  after(() => {
    useMessages({});
    useStatusTexts([]);
  });

  test('hovers and pages of codes have no English sentence', () => {
    const found = allStatuses.flatMap((facts) =>
      [hoverMarkdown(facts), pageMarkdown(facts)]
        .flatMap((markdown) => withoutNames(markdown).split('\n'))
        .filter((line) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(line))
        .map((line) => `${facts.code}: ${line}`),
    );
    assert.deepEqual(found, []);
  });

  test('a page says who has to do what, and what is to know of a header field', () => {
    const facts = statusFacts(401);
    assert.ok(facts);
    const page = pageMarkdown(facts);
    assert.match(page, /^- \*\*MUST\*\* `WWW-Authenticate` 始终：.*在 §11\.6\.1 中再次说明。/m);
    assert.match(page, /^- \*\*SHOULD\*\* \*用户代理\* · 尝试之后又收到同样的质询：向用户显示所附的表示 ·/m);
  });

  test('the conditions of header fields stay as code compares them', () => {
    assert.equal(statusFacts(201)?.headers?.[0]?.condition, 'for a POST');
  });
});
