import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { createMarker, markHtml } from '../../server/http/views/partials/mark-html.ts';
import type { Search } from '../../server/search/search.ts';
import { loadContent } from '../fixture-app.ts';

describe('marking HTML', () => {
  let search: Search;
  before(async () => {
    search = (await loadContent()).search;
  });
  const mark = (text: string, ...pieces: string[]) => markHtml(search, { text, isExact: false }, pieces);
  const markExactly = (text: string, ...pieces: string[]) =>
    markHtml(search, { text, isExact: true }, pieces);

  it('marks words in text, in every form, and leaves tags, their attributes and entities alone', async () => {
    assert.deepEqual(
      await mark(
        'grieve amp tags',
        '<p>They <em>grieve</em> &amp; <a href="/tags/grief">grieving</a> helps.</p>',
        '<p>No words.</p>',
      ),
      [
        '<p>They <em><mark>grieve</mark></em> &amp; <a href="/tags/grief"><mark>grieving</mark></a> helps.</p>',
        '<p>No words.</p>',
      ],
    );
  });

  it('marks related words only for a search that also finds them', async () => {
    const html = '<p>Grief and bereavement.</p>';
    const text = 'bereavement';
    assert.deepEqual(await markHtml(search, { text, isExact: false }, [html]), [
      '<p><mark>Grief</mark> and <mark>bereavement</mark>.</p>',
    ]);
    assert.deepEqual(await markExactly(text, html), ['<p>Grief and <mark>bereavement</mark>.</p>']);
  });

  it('marks the words of a phrase that stands nowhere, for these were looked for', async () => {
    const html = '<p>A stamp of rubber.</p>';
    assert.deepEqual(await markHtml(search, { text: '"stamp rubber"', isExact: false }, [html]), [
      '<p>A <mark>stamp</mark> of <mark>rubber</mark>.</p>',
    ]);
  });

  it('changes nothing but to add marks', async () => {
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
    await fc.assert(
      fc.asyncProperty(fc.array(pieces), async (row) => {
        const html = row.join('');
        const [marked] = await mark('grief x', html);
        assert.equal(marked?.replace(/<\/?mark>/g, ''), html);
      }),
    );
  });

  it('is not done for readers who came another way', () => {
    assert.equal(createMarker(search, { text: '  ', isExact: false }), undefined);
  });
});
