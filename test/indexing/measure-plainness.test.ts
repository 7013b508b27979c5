import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measurePlainness } from '../../scripts/indexing/checks/measure-plainness.ts';

const measure = (...texts: string[]) => {
  const plainness = measurePlainness(texts);
  assert.ok(plainness);
  return plainness;
};

describe('measuring how plain a text is', () => {
  it('counts words a sentence, and Flesch’s reading ease', () => {
    // 6 and 4 words, 6 and 4 syllables: 206.835 - 1.015 * 5 - 84.6 * 1.
    const { sentenceLength, readingEase } = measure('The cat sat on the mat. It was a dog.');
    assert.equal(sentenceLength, 5);
    assert.ok(Math.abs(readingEase - 117.16) < 0.01, `${readingEase}`);
  });

  it('takes each text for itself, and does not end a sentence after "Dr."', () => {
    assert.equal(measure('Ask Dr. Sample first', 'Then us').sentenceLength, 3);
  });

  it('finds long words in long sentences harder', () => {
    const plain = measure('We meet. We talk. We choose.');
    const hard = measure(
      'Organisational accountability necessitates participatory decision-making irrespective of institutional considerations.',
    );
    assert.ok(plain.readingEase > 90 && hard.readingEase < 0);
  });

  it('says nothing of a text without words', () => {
    assert.equal(measurePlainness(['', '…']), undefined);
  });
});
