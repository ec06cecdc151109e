import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { firstQuestion, guideSteps, outcomeOf, questionFor, suggestionsOf } from '../../../server/src/guide/guide.ts';
import { guideMarkdown } from '../../../server/src/guide/guideMarkdown.ts';
import { type GuideAnswer, guideQuestions } from '../../../server/src/guide/tree.ts';
import { fittingCodes } from '../../../server/src/rules/reasonedStatus.ts';
import { allStatuses, isRegistered } from '../../../server/src/status/registry.ts';

const answers: readonly GuideAnswer[] = guideQuestions.flatMap((each) => [...each.answers, each.otherwise]);
const codes = new Set(answers.flatMap(({ to }) => ('code' in to ? to.code : [])));
const questions = new Set(guideQuestions.map(({ id }) => id));

suite('The guide', () => {
  test('ends in registered codes', () => {
    assert.deepEqual(
      [...codes].filter((code) => !isRegistered(code)),
      [],
    );
  });

  test('asks every question on the way from the first', () => {
    const reached = new Set([firstQuestion]);
    for (const id of reached) {
      const asked = guideQuestions.find((each) => each.id === id);
      assert.ok(asked, `There is no question ${id}.`);
      for (const { to } of [...asked.answers, asked.otherwise]) if ('question' in to) reached.add(to.question);
    }
    assert.deepEqual([...questions].sort(), [...reached].sort());
    assert.equal(questions.size, guideQuestions.length);
  });

  test('never asks a question twice', () => {
    const follow = (id: string, before: readonly string[]): void => {
      assert.ok(!before.includes(id), [...before, id].join(' → '));
      const asked = guideQuestions.find((each) => each.id === id);
      for (const { to } of asked ? [...asked.answers, asked.otherwise] : [])
        if ('question' in to) follow(to.question, [...before, id]);
    };
    follow(firstQuestion, []);
  });

  test('has an answer for whom none fits, the last of each question', () => {
    for (const { id, answers: shown } of guideSteps()) {
      const last = shown.at(-1);
      assert.match(last?.text ?? '', /^None of these|^That does not matter/, id);
      assert.equal(last?.question, undefined, `${id}: it is the end of the questions`);
    }
  });

  test('leads to every code that handlers answer with', () => {
    const wellKnown = [
      101, 200, 201, 202, 204, 205, 206, 207, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407,
      408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502,
      503, 504, 505, 507, 508, 511,
    ];
    assert.deepEqual(
      wellKnown.filter((code) => !codes.has(code)),
      [],
    );
  });

  test('leaves out only what the server software sends by itself, or nobody sends any more', () => {
    const left = allStatuses.filter(({ code, standing }) => standing === 'registered' && !codes.has(code));
    assert.deepEqual(
      left.map(({ code }) => code),
      [100, 103, 203, 208, 226, 506],
    );
  });

  test('says why a code is the one, and what would be another', () => {
    for (const code of codes) {
      const outcome = outcomeOf(code);
      assert.ok(outcome && outcome.summary.length > 10 && outcome.sendWhen.length > 0, String(code));
      assert.ok(outcome.neighbours.length > 0, `${code} has neighbours`);
    }
    const { title, neighbours } = outcomeOf(401) ?? assert.fail();
    assert.equal(title, '401 Unauthorized');
    assert.deepEqual(neighbours[0], {
      code: 403,
      title: '403 Forbidden',
      question: 'Is the caller known, and lacks permission?',
    });
  });

  test('goes on from every reason that code shows, to the code that rules want for it', () => {
    for (const [reason, [best = 0]] of Object.entries(fittingCodes)) {
      const begin = questionFor(reason as keyof typeof fittingCodes);
      assert.notEqual(begin, firstQuestion, reason);
      assert.ok(
        suggestionsOf([best]).some(({ question }) => question === begin),
        `${reason}: ${best} is an answer of ${begin}`,
      );
    }
    assert.equal(questionFor(undefined), firstQuestion);
  });

  test('is a page as well', () => {
    const page = guideMarkdown();
    assert.equal(page.match(/^## /gm)?.length, guideQuestions.length);
    for (const code of codes) assert.match(page, new RegExp(`\\*\\*${code} `));
    assert.doesNotMatch(page, /undefined/);
    assert.match(page, /It was accepted, the work is still to be done \(a job in a queue\) →/);
    assert.match(page, /\(If-None-Match, If-Modified-Since\)/);
  });
});
