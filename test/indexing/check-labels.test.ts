import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLabels } from '../../scripts/indexing/checks/check-labels.ts';
import { parseEssay } from '../../scripts/indexing/essays/parse-essay.ts';
import { essaySlug } from '../../server/domain/ids.ts';

const FRONT = `---
title: On labels
kind: guide
authors: [{ name: Example }]
published: 2024-05-06
updated: 2024-05-06
summary: On labels.
inShort: [One., Two., Three.]
perspective: editors
rights: { licence: CC BY 4.0, holder: Example }
---
`;
const words = (count: number) => `${'Word '.repeat(count - 1)}word.`;

/** What is wrong with the labels of a text of passages. */
function problemsOf(body: string): string[] {
  const { essay, problems } = parseEssay(
    { file: 'content/essays/on-labels.md', slug: essaySlug('on-labels'), text: FRONT + body },
    {},
  );
  assert.deepEqual(problems, []);
  return checkLabels(essay ? [essay] : []).map(({ line, reason }) => `${line}: ${reason}`);
}

describe('the check of labels', () => {
  it('refuses words of ours in a passage that reports another view', () => {
    for (const text of [
      'She waits. Our suggestion: ask her.',
      'She waits, and we found no reason.',
      'This is ours.',
      'Tell us why.',
    ]) {
      assert.match(
        problemsOf(`${text} {#aaa1 perspective="carer"}`).join(),
        /^12: ".*" is ours, and the passage reports another view \(carer\); part the two, or take the label off$/,
        text,
      );
    }
  });

  it('lets us speak in passages of our own, and others in what they are quoted with', () => {
    assert.deepEqual(problemsOf('Our suggestion: ask her. {#aaa1}'), []);
    assert.deepEqual(problemsOf('“We wait,” she writes, in the US. {#aaa1 perspective="carer"}'), []);
  });

  it('wants what is to be quoted in one paragraph of 30 to 60 words, whole without its context', () => {
    assert.deepEqual(problemsOf(`${words(30)} {#aaa1 .quotable}`), []);
    assert.deepEqual(problemsOf(`${words(60)} {#aaa1 .quotable}`), []);
    assert.deepEqual(problemsOf(`${words(29)} {#aaa1 .quotable}\n\n${words(61)} {#aaa2 .quotable}`), [
      '12: a ".quotable" passage has 30 to 60 words, and this one 29',
      '14: a ".quotable" passage has 30 to 60 words, and this one 61',
    ]);
    assert.deepEqual(problemsOf(`${words(20)} {#aaa1 .quotable}\n\n${words(20)}`), [
      '12: a ".quotable" passage is one paragraph; take the class off',
    ]);
    assert.deepEqual(problemsOf(`But ${words(35)} {#aaa1 .quotable}`), [
      '12: a ".quotable" passage stands alone, and "But" points to what is before it',
    ]);
  });

  it('wants advice without a source to be ours, to cite nothing, and to stand once in a section', () => {
    assert.deepEqual(problemsOf('## One\n\nAsk. {#aaa1 .try-this}\n\n## Two\n\nAsk. {#aaa2 .try-this}'), []);
    assert.deepEqual(problemsOf('## One\n\nAsk. {#aaa1 .try-this}\n\nAsk more. {#aaa2 .try-this}'), [
      '16: this section has a ".try-this" already; join the two, or keep the better one',
    ]);
    assert.deepEqual(problemsOf('Ask. [@source1] {#aaa1 .try-this}'), [
      '12: a ".try-this" is advice that no source carries; tell what the source says in a passage of its own',
    ]);
    assert.deepEqual(problemsOf('Ask. {#aaa1 .try-this perspective="carer"}'), [
      '12: a ".try-this" is advice of ours; its perspective is "editors"',
    ]);
  });

  it('names a class that is not known', () => {
    const { problems } = parseEssay(
      { file: 'x.md', slug: essaySlug('x'), text: `${FRONT}Ask. {#aaa1 .quoteable}` },
      {},
    );
    assert.deepEqual(
      problems.map(({ reason }) => reason),
      ['".quoteable" is not a class that is known here; there are .quotable and .try-this'],
    );
  });
});
