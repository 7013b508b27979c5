import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { highlightHtml } from '../../server/search/highlight-html.ts';
import { toMarked } from '../../server/search/marks/mark-words.ts';

describe('highlightHtml', () => {
  it('marks words in text, in every form, and leaves tags and their attributes alone', () => {
    assert.equal(
      highlightHtml(
        '<p>They <em>grieve</em> &amp; <a href="/tags/grief">grieving</a> helps.</p>',
        toMarked([['griev'], ['amp'], ['tag']]),
      ),
      '<p>They <em><mark>grieve</mark></em> &amp; <a href="/tags/grief"><mark>grieving</mark></a> helps.</p>',
    );
  });

  it('changes nothing but to add marks', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      'grief',
      ' ',
      '&lt;',
      '<a href="grief">',
      '</a>',
      'é',
      '<br>',
      'co-',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces), (row) => {
        const html = row.join('');
        const marked = highlightHtml(html, toMarked([['grief'], ['x']]));
        assert.equal(marked.replace(/<\/?mark>/g, ''), html);
      }),
    );
  });
});
