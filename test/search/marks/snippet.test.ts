import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { markWords, rangesOf, toMarked } from '../../../server/search/marks/mark-words.ts';
import { toSegments } from '../../../server/search/marks/segments.ts';
import { makeSnippet } from '../../../server/search/marks/snippet.ts';

const FILLER = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
const marked = (...terms: string[]) => toMarked(terms.map((term) => [term]));
const shown = (segments: readonly { text: string; isMatch: boolean }[]) =>
  segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

describe('makeSnippet', () => {
  it('gives a short text whole', () => {
    assert.equal(shown(makeSnippet('Grief takes time.', marked('grief'))), '[Grief] takes time.');
  });

  it('chooses the stretch with the most distinct terms, cut between words', () => {
    const text = `Power first. ${FILLER} grief and power meet here. ${FILLER}`;
    const snippet = shown(makeSnippet(text, marked('grief', 'power')));
    assert.match(snippet, /^… word\d+ .*\[grief\] and \[power\] meet here\. .*word\d+ …$/);
  });

  it('marks phrases as a whole, and not their words alone', () => {
    const phrase = toMarked([['live', 'experi']]);
    assert.equal(
      shown(makeSnippet('Lived experience is experience.', phrase)),
      '[Lived] [experience] is experience.',
    );
  });

  it('shows the sentences that it stands in whole', () => {
    const sentence = (word: string) => `${word} of twelve words that stand in a row to its very end.`;
    const text = ['One', 'Two', 'Three', 'Grief', 'Five', 'Six', 'Seven'].map(sentence).join(' ');
    assert.equal(
      shown(makeSnippet(text, marked('grief'))),
      `… ${sentence('[Grief]')} ${['Five', 'Six', 'Seven'].map(sentence).join(' ')}`,
    );
    assert.match(
      shown(makeSnippet(text, marked('three', 'grief'))),
      /^… \[Three\] of .* \[Grief\] of .* end\. …$/,
    );
  });

  it('does not take an abbreviation for the end of a sentence', () => {
    const advice =
      'The advice that Dr. Sample gives to groups on grief is plain enough to be read by all who come to them in their first weeks.';
    const text = `${FILLER}. ${advice} W${FILLER}`;
    assert.equal(shown(makeSnippet(text, marked('grief'))), `… ${advice.replace('grief', '[grief]')} …`);
  });

  it('starts at the start when nothing matches, as for a list by tag', () => {
    assert.match(shown(makeSnippet(FILLER, marked())), /^word0 word1 .* word39 …$/);
  });
});

describe('marked words', () => {
  const highlight = (text: string, terms: ReturnType<typeof toMarked>) =>
    toSegments(text, rangesOf(markWords(text, terms)), { start: 0, end: text.length });

  it('hold every form of a term, and their segments lose nothing', () => {
    assert.equal(
      shown(highlight('They grieve; grieving helps.', marked('griev'))),
      'They [grieve]; [grieving] helps.',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        assert.equal(
          highlight(text, marked('a', 'griev'))
            .map((segment) => segment.text)
            .join(''),
          text,
        );
      }),
    );
  });
});
