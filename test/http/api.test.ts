import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { type Loaded, loadContent } from '../fixture-app.ts';

describe('the API', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });
  const get = (address: string) => request(loaded.app).get(`/api/v1${address}`);

  it('gives passages with tags, snippets and facets', async () => {
    const { body } = await get('/search?q=anger&perPage=5').expect(200).expect('Content-Type', /json/);
    assert.deepEqual(
      { total: body.total, page: body.page, perPage: body.perPage, q: body.query.q },
      { total: 1, page: 1, perPage: 5, q: 'anger' },
    );
    assert.deepEqual(body.hits, [
      {
        passage: {
          id: 'ccc2',
          essay: {
            slug: 'long-loss',
            title: 'A long loss',
            kind: 'reading-note',
            rights: { licence: 'CC BY 4.0', holder: 'Fixture Editors' },
          },
          position: 2,
          locator: { headings: [], paragraph: 2, lastParagraph: 2 },
          text: 'Carers in her group were angry about the commissioning of respite care, and their anger was about loss.',
          html: '<p>Carers in her group were angry about the commissioning of respite care, and their anger was about loss.</p>',
          tags: [
            { id: 'grief', label: 'Grief and loss' },
            { id: 'carers', label: 'Carers' },
            { id: 'commissioning', label: 'Planning services' },
          ],
          perspective: 'carer',
          nations: [],
          isQuotable: false,
          isTryThis: false,
          contentNote: 'Speaks of anger.',
          url: 'https://example.org/passages/ccc2',
        },
        score: body.hits[0].score,
        snippet: [
          {
            text: 'Carers in her group were angry about the commissioning of respite care, and their ',
            isMatch: false,
          },
          { text: 'anger', isMatch: true },
          { text: ' was about loss.', isMatch: false },
        ],
      },
    ]);
    assert.ok(body.hits[0].score > 0);
    assert.deepEqual(body.facets.tags, [
      { id: 'carers', label: 'Carers', count: 1 },
      { id: 'grief', label: 'Grief and loss', count: 1 },
      { id: 'commissioning', label: 'Planning services', count: 1 },
    ]);
  });

  it('gives a passage with the evidence of its tags, its neighbours and its citation', async () => {
    const { body } = await get('/passages/ccc2').expect(200);
    assert.deepEqual(
      body.tags.map(({ id, by }: { id: string; by: string }) => [id, by]),
      [
        ['grief', 'rule'],
        ['carers', 'rule'],
        ['commissioning', 'editor'],
      ],
    );
    for (const { evidence } of body.tags) {
      for (const { words, start, end } of evidence) assert.equal(body.text.slice(start, end), words);
    }
    assert.deepEqual([body.previous.id, body.next.id], ['ccc1', 'ccc3']);
    assert.match(body.citation.harvard, /^Fixture Editors \(2023\) ‘A long loss’, Fixture Site, para\. 2\./);
    assert.equal((await get('/passages/ccc1')).body.previous, null);
    for (const { id } of body.related) assert.ok(!['ccc1', 'ccc2', 'ccc3'].includes(id), id);
  });

  it('gives suggestions with addresses', async () => {
    const { body } = await get('/suggest?q=shared%20dec').expect(200);
    assert.deepEqual(body, {
      query: 'shared dec',
      suggestions: [
        {
          kind: 'concept',
          text: 'Sharing power',
          id: 'power-sharing',
          url: 'https://example.org/tags/power-sharing',
        },
      ],
    });
    assert.equal((await get('/suggest?q=a&q=b')).status, 400);
    assert.deepEqual((await get('/suggest').expect(200)).body.suggestions, []);
  });

  it('counts facets over all passages when asked to', async () => {
    const query = '/search?q=rubber+stamp+co-production';
    const { body: best } = await get(query).expect(200);
    const { body: some } = await get(`${query}&match=some`).expect(200);
    const sum = ({ facets }: typeof best) =>
      facets.kinds.reduce((total: number, { count }: { count: number }) => total + count, 0);
    assert.deepEqual([best.facetsCount, sum(best)], ['matchingAll', best.totalMatchingAll]);
    assert.deepEqual([some.facetsCount, sum(some)], ['matchingSome', some.total]);
  });

  it('gives essays, and one with its passages in order', async () => {
    const { body: all } = await get('/essays').expect(200);
    assert.deepEqual(
      all.essays.map(({ slug }: { slug: string }) => slug),
      ['long-loss', 'kitchen-table', 'seating-plan', 'brought-in'],
    );
    const { body } = await get('/essays/kitchen-table').expect(200);
    assert.deepEqual(
      body.passages.map(({ id }: { id: string }) => id),
      ['aaa1', 'aaa2', 'aaa3', 'aaa4'],
    );
    assert.equal(body.passageCount, 4);
  });

  it('gives tags with counts that a search confirms, and one with its neighbours', async () => {
    const { body: all } = await get('/tags').expect(200);
    assert.equal(all.total, 6);
    for (const { id, count } of all.tags)
      assert.equal((await get(`/search?tag=${id}`)).body.total, count, id);
    const { body } = await get('/tags/grief').expect(200);
    assert.deepEqual(body.narrower, [{ id: 'carers', label: 'Carers' }]);
    assert.equal(body.guide, null);
  });

  it('gives sources with the passages that cite them', async () => {
    const { body } = await get('/sources').expect(200);
    assert.equal(body.total, 2);
    const { body: one } = await get('/sources/fixture2013').expect(200);
    assert.deepEqual(
      one.citedBy.map(({ id }: { id: string }) => id),
      ['ccc3', 'aaa1'],
    );
    assert.equal(
      one.harvard,
      'Sample, C.D. and The Table Society (2013) A report on tables. Table Press. Available at: https://example.org/tables.',
    );
  });

  const BAD = {
    '/search?page=0': 'page',
    '/search?page=1.5': 'page',
    '/search?page=99999999999': 'page',
    '/search?perPage=101': 'perPage',
    '/search?perPage=-1': 'perPage',
    '/search?sort=best': 'sort',
    '/search?tagMode=some': 'tagMode',
    '/search?tag=nope': 'tag',
    '/search?perspective=boss': 'perspective',
    '/search?kind=blog': 'kind',
    '/search?essay=nope': 'essay',
    '/search?q=a&q=b': 'q',
    '/search?match=few': 'match',
  };
  for (const [address, parameter] of Object.entries(BAD)) {
    it(`refuses ${address} and names the parameter`, async () => {
      const { body } = await get(address)
        .expect(400)
        .expect('Content-Type', /application\/problem\+json/);
      assert.deepEqual(
        [body.status, body.title, body.errors.length, body.errors[0].parameter],
        [400, 'Bad Request', 1, parameter],
      );
      assert.ok(body.detail.includes(parameter) && body.errors[0].reason.length > 5);
    });
  }

  it('cuts an over-long query, answers it, and says so', async () => {
    const { body } = await get(`/search?q=grief${'%20x'.repeat(300)}`).expect(200);
    assert.ok(body.total > 0);
    assert.match(body.notice, /longer than 400 characters/);
    assert.equal(body.query.q.length, 400);
  });

  it('answers a page after the last with no hits and a notice', async () => {
    const { body } = await get('/search?q=grief&page=7').expect(200);
    assert.deepEqual(body.hits, []);
    assert.match(body.notice, /There is no page 7: the results end on page 1/);
  });

  for (const address of ['/passages/nope', '/essays/nope', '/tags/nope', '/sources/nope', '/nope', '/']) {
    it(`answers ${address} with a problem document`, async () => {
      const { body } = await get(address)
        .expect(404)
        .expect('Content-Type', /application\/problem\+json/);
      assert.deepEqual([body.status, body.title, typeof body.detail], [404, 'Not Found', 'string']);
    });
  }

  it('follows a passage that moved, and tells of one that was taken out', async () => {
    await get('/passages/old1').expect(301).expect('Location', '/api/v1/passages/aaa1');
    const { body } = await get('/passages/old2').expect(410);
    assert.match(body.detail, /taken out of the essay “long-loss”/);
  });

  it('may be used by other sites, and is compact', async () => {
    const response = await get('/tags').expect('Access-Control-Allow-Origin', '*');
    assert.ok(!response.text.includes('\n'));
  });

  it('gives the glossary and the timeline', async () => {
    const { body: glossary } = await get('/glossary').expect(200);
    assert.deepEqual(
      [glossary.total, glossary.words[1]],
      [
        2,
        {
          id: 'rubber-stamp',
          term: 'rubber stamp',
          also: ['rubber-stamping'],
          definition: 'To say yes to what others have decided. It is a form of tokenism.',
          tags: [{ id: 'tokenism', label: 'Tokenism' }],
          sources: [],
          guide: { slug: 'kitchen-table', url: 'https://example.org/essays/kitchen-table' },
          url: 'https://example.org/glossary#word-rubber-stamp',
        },
      ],
    );
    const { body: timeline } = await get('/timeline').expect(200);
    assert.deepEqual(
      [timeline.total, timeline.events[0]],
      [
        2,
        {
          id: 'event-1998',
          date: '1998',
          what: 'Nothing much happens.',
          tags: [],
          sources: [{ id: 'fixture2013', url: 'https://example.org/sources/fixture2013' }],
          url: 'https://example.org/timeline#event-1998',
        },
      ],
    );
  });
});
