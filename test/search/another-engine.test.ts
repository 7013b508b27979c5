import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../server/app.ts';
import { loadContent } from '../fixture-app.ts';
import { createListSearch } from './list-search.ts';

describe('another search engine behind the same door', () => {
  let app: Express;
  before(async () => {
    const { corpus } = await loadContent();
    app = createApp({ corpus, search: createListSearch(corpus), baseUrl: 'https://example.org' });
  });
  const pageAt = async (address: string, status = 200) =>
    (await request(app).get(address).expect(status).expect('Content-Type', /html/)).text;
  const apiAt = async (address: string) => (await request(app).get(`/api/v1${address}`).expect(200)).body;
  /** The addresses of passages in a page's lists, in order. */
  const listedIn = (html: string) =>
    [...html.matchAll(/<a href="(\/passages\/[^"]*)">Cite this passage/g)].map(([, href]) => href);
  const markedIn = (html: string) => [...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, words]) => words);

  it('fills the page of results: passages in its order, its marks, and filters with its counts', async () => {
    const html = await pageAt('/search?q=agenda');
    assert.deepEqual(listedIn(html), [
      '/passages/ccc3?q=agenda',
      '/passages/aaa1?q=agenda',
      '/passages/aaa3?q=agenda',
    ]);
    assert.deepEqual(markedIn(html), ['agenda', 'agenda', 'agenda']);
    assert.match(html, /<h2 id="results" tabindex="-1">3 passages<\/h2>/);
    assert.match(html, /value="guide" id="kind-guide">\s*<label [^>]*>Guide <span class="count">2</);
  });

  it('narrows by a filter, and lists a topic', async () => {
    assert.deepEqual(listedIn(await pageAt('/search?q=agenda&kind=guide')), [
      '/passages/aaa1?q=agenda',
      '/passages/aaa3?q=agenda',
    ]);
    assert.deepEqual(listedIn(await pageAt('/tags/commissioning')), ['/passages/ccc2']);
  });

  it('marks the words in the passage and the essay that a result leads to, and finds what is related', async () => {
    const passage = await pageAt('/passages/ccc2?q=anger');
    assert.deepEqual(markedIn(passage), ['marked', 'anger']);
    assert.deepEqual(listedIn(passage), ['/passages/ccc1', '/passages/ccc3']);
    assert.deepEqual(markedIn(await pageAt('/essays/long-loss?q=grief')), ['marked', 'Grief', 'grief']);
  });

  it('searches for the words of an address that leads nowhere', async () => {
    assert.deepEqual(listedIn(await pageAt('/essays/agenda.html', 404)), [
      '/passages/ccc3?q=agenda',
      '/passages/aaa1?q=agenda',
      '/passages/aaa3?q=agenda',
    ]);
  });

  it('answers the API', async () => {
    const { total, hits, facets } = await apiAt('/search?q=agenda&perPage=1');
    assert.deepEqual(
      {
        total,
        hits: hits.map((hit: { passage: { id: string }; score: number; snippet: object }) => ({
          id: hit.passage.id,
          score: hit.score,
          snippet: hit.snippet,
        })),
        kinds: facets.kinds,
      },
      {
        total: 3,
        hits: [
          {
            id: 'ccc3',
            score: 1,
            snippet: [
              { text: 'Our suggestion: leave room for grief before the ', isMatch: false },
              { text: 'agenda', isMatch: true },
              { text: '. Coproduction can wait a week.', isMatch: false },
            ],
          },
        ],
        kinds: [
          { id: 'reading-note', label: 'Reading note', count: 1 },
          { id: 'guide', label: 'Guide', count: 2 },
        ],
      },
    );
    assert.deepEqual((await apiAt('/passages/ccc2')).related, [
      { id: 'ccc1', url: 'https://example.org/passages/ccc1' },
      { id: 'ccc3', url: 'https://example.org/passages/ccc3' },
    ]);
    assert.deepEqual(await apiAt('/suggest?q=gri'), {
      query: 'gri',
      suggestions: [
        { kind: 'concept', text: 'Grief and loss', id: 'grief', url: 'https://example.org/tags/grief' },
      ],
    });
  });

  it('leaves every page that asks nothing of it as it was', async () => {
    for (const page of ['/', '/tags', '/explore', '/essays', '/sources', '/help', '/about'])
      await pageAt(page);
  });
});
