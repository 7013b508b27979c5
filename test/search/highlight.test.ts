import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { highlight, makeSnippet, toMarked } from '../../server/search/highlight.ts';

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

  it('starts at the start when nothing matches, as for a list by tag', () => {
    assert.match(shown(makeSnippet(FILLER, marked())), /^word0 word1 .* word39 …$/);
  });
});

describe('highlight', () => {
  it('marks every form of a term and loses nothing', () => {
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
