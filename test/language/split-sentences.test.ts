import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { splitSentences } from '../../server/language/split-sentences.ts';

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('ends a sentence at its full stop, and keeps the space with it', () => {
    assert.deepEqual(sentences('One came. Two stayed! Who left?'), [
      'One came. ',
      'Two stayed! ',
      'Who left?',
    ]);
  });

  it('does not end one after a title, an initial or an abbreviation', () => {
    assert.deepEqual(sentences('Dr. Sample met Prof. Example. They spoke.'), [
      'Dr. Sample met Prof. Example. ',
      'They spoke.',
    ]);
    assert.deepEqual(sentences('See A. Example et al. 2013.'), ['See A. Example et al. 2013.']);
    assert.deepEqual(sentences('Bring papers, e.g. Minutes. Sit down.'), [
      'Bring papers, e.g. Minutes. ',
      'Sit down.',
    ]);
  });

  it('does not end one after the number of an entry of a list', () => {
    assert.deepEqual(sentences('Do this:\n1. Ask. Listen.\n12. Decide.'), [
      'Do this:\n',
      '1. Ask. ',
      'Listen.\n',
      '12. Decide.',
    ]);
  });

  it('covers the whole text without gap or overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        assert.equal(sentences(text).join(''), text);
      }),
    );
  });
});
