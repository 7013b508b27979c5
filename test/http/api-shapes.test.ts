import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { buildPassageIndex } from '../../scripts/indexing/index-file/build-passage-index.ts';
import { createApp } from '../../server/app.ts';
import { createSearch } from '../../server/search/create-search.ts';
import { type Loaded, loadContent } from '../fixture-app.ts';

const SITE = 'https://example.org';
const RIGHTS = { licence: 'CC BY 4.0', holder: 'Fixture Editors' };
const FIXTURE2013 = { id: 'fixture2013', url: `${SITE}/sources/fixture2013` };
const UNDATED = { id: 'fixture-undated', url: `${SITE}/sources/fixture-undated` };
const GRIEF = { id: 'grief', label: 'Grief and loss' };
const CARERS = { id: 'carers', label: 'Carers' };

/** The passage ccc3 of the fixture as it stands in lists. */
const CCC3 = {
  id: 'ccc3',
  essay: { slug: 'long-loss', title: 'A long loss', kind: 'reading-note', rights: RIGHTS },
  position: 3,
  locator: { headings: ['What it means'], paragraph: 3, lastParagraph: 3 },
  text: 'Our suggestion: leave room for grief before the agenda. Coproduction can wait a week.',
  html: `<p>Our suggestion: leave room for grief before the agenda. Coproduction can wait a week. <cite>(<a class="citation" href="${SITE}/sources/fixture2013">Sample and The Table Society, 2013, p. 4</a>; <a class="citation" href="${SITE}/sources/fixture-undated">Example, no date</a>)</cite></p>`,
  tags: [GRIEF],
  perspective: 'editors',
  nations: [],
  isQuotable: false,
  isTryThis: false,
  url: `${SITE}/passages/ccc3`,
};

/** The essay long-loss of the fixture as it stands in lists. */
const LONG_LOSS = {
  slug: 'long-loss',
  title: 'A long loss',
  kind: 'reading-note',
  authors: [{ name: 'Fixture Editors' }],
  published: '2023-05-06',
  updated: '2023-05-06',
  summary: 'Notes on grief among carers.',
  inShort: ['Carers grieve.', 'Grief takes time.', 'Groups can wait.'],
  perspective: 'carer',
  rights: RIGHTS,
  tags: [GRIEF, CARERS],
  contentNote: 'This note speaks of bereavement.',
  reviewed: [],
  nations: ['wales'],
  about: { title: 'On loss', authors: [{ name: 'Ada Example', role: 'carer' }], date: '2019-05' },
  words: 53,
  passageCount: 3,
  url: `${SITE}/essays/long-loss`,
};

/** Every kind of answer, by an example of it. */
const ENDPOINTS = [
  '/search?q=greif&tag=carers&perspective=carer&perPage=1',
  '/suggest?q=grief',
  '/suggest?q=kitchen',
  '/suggest?q=rubber',
  '/essays',
  '/essays/long-loss',
  '/essays/brought-in',
  '/passages/ccc2',
  '/passages/ccc3',
  '/tags',
  '/tags/carers',
  '/sources',
  '/sources/fixture2013',
  '/glossary',
  '/timeline',
];

describe('the shapes of the API', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });
  const ask = async (path: string) => (await request(loaded.app).get(`/api/v1${path}`).expect(200)).body;

  it('give the answer to a search, with what was asked by the names of the parameters', async () => {
    const body = await ask('/search?q=greif&tag=carers&perspective=carer&perPage=1');
    const value = (id: string, label: string) => ({ id, label, count: 1 });
    const [{ passage, score }] = body.hits;
    assert.deepEqual(body, {
      query: {
        q: 'greif',
        tag: ['carers'],
        tagMode: 'all',
        perspective: 'carer',
        nation: [],
        exact: false,
        without: [],
        match: 'best',
        sort: 'relevance',
        page: 1,
        perPage: 1,
      },
      total: 1,
      totalMatchingAll: 1,
      totalNear: 0,
      page: 1,
      perPage: 1,
      hits: [
        {
          passage,
          score,
          snippet: [
            {
              text: 'Ada Example writes that carers who grieve are asked to plan services in the same week. ',
              isMatch: false,
            },
            { text: 'Grief', isMatch: true },
            { text: ', she says, needs time.', isMatch: false },
          ],
        },
      ],
      facetsCount: 'matchingAll',
      facets: {
        tags: [value('carers', 'Carers'), value('grief', 'Grief and loss')],
        perspectives: [value('carer', 'A carer’s view')],
        nations: [value('wales', 'Wales')],
        authors: [value('Ada Example', 'Ada Example'), value('Fixture Editors', 'Fixture Editors')],
        kinds: [value('reading-note', 'Reading note')],
        essays: [value('long-loss', 'A long loss')],
        quotable: [],
      },
      correction: [{ from: 'greif', to: 'grief' }],
      alsoSearched: [{ kind: 'family', id: 'grief', label: 'grief' }],
    });
  });

  it('give an essay in a list, and by itself with its passages and sources', async () => {
    assert.deepEqual((await ask('/essays')).essays[0], LONG_LOSS);
    const { passages, ...rest } = await ask('/essays/long-loss');
    assert.deepEqual(rest, { ...LONG_LOSS, sources: [FIXTURE2013, UNDATED] });
    assert.deepEqual(passages[2], CCC3);
  });

  it('give a passage by itself', async () => {
    const body = await ask('/passages/ccc3');
    const { credit, harvard } = body.citation;
    assert.deepEqual(body, {
      ...CCC3,
      tags: [{ ...GRIEF, by: 'rule', evidence: [{ words: 'grief', start: 31, end: 36 }] }],
      sources: [FIXTURE2013, UNDATED],
      previous: { id: 'ccc2', position: 2, url: `${SITE}/passages/ccc2` },
      next: null,
      related: body.related.map(({ id }: { id: string }) => ({ id, url: `${SITE}/passages/${id}` })),
      citation: { credit, harvard },
    });
    assert.match(credit, /‘A long loss’, para\. 3/);
    assert.match(harvard, /https:\/\/example\.org\/passages\/ccc3/);
    assert.ok(body.related.length > 0);
  });

  it('give a tag in the list of all, and by itself', async () => {
    const carers = { ...CARERS, definition: 'Family carers.', count: 2, url: `${SITE}/tags/carers` };
    assert.deepEqual((await ask('/tags')).tags[3], carers);
    assert.deepEqual(await ask('/tags/carers'), {
      ...carers,
      scopeNote: 'Their part.',
      altLabels: [],
      broader: [GRIEF],
      narrower: [],
      related: [],
      guide: null,
      passagesUrl: `${SITE}/api/v1/search?tag=carers`,
    });
  });

  it('give a source, in the list and by itself alike', async () => {
    const body = await ask('/sources/fixture2013');
    assert.deepEqual(body, {
      id: 'fixture2013',
      type: 'report',
      title: 'A report on tables',
      author: [{ family: 'Sample', given: 'Carla Dee' }, { literal: 'The Table Society' }],
      editor: [],
      issued: { year: 2013, month: 1 },
      publisher: 'Table Press',
      read: 'excerpt',
      accessed: { year: 2024, month: 3, day: 1 },
      url: `${SITE}/sources/fixture2013`,
      externalUrl: 'https://example.org/tables',
      harvard: body.harvard,
      citedBy: ['ccc3', 'aaa1'].map((id) => ({ id, url: `${SITE}/passages/${id}` })),
    });
    assert.match(body.harvard, /A report on tables/);
    const { sources } = await ask('/sources');
    assert.deepEqual(
      sources.find(({ id }: { id: string }) => id === 'fixture2013'),
      body,
    );
  });

  it('give suggestions, words and events', async () => {
    assert.deepEqual(await ask('/suggest?q=grief'), {
      query: 'grief',
      suggestions: [{ kind: 'concept', text: 'Grief and loss', id: 'grief', url: `${SITE}/tags/grief` }],
    });
    assert.deepEqual((await ask('/glossary')).words[0], {
      id: 'fixture-act',
      term: 'Care',
      also: ['carer'],
      definition: 'A word to test capitals with. It has a source.',
      tags: [CARERS],
      sources: [FIXTURE2013],
      guide: null,
      url: `${SITE}/glossary#word-fixture-act`,
    });
    assert.deepEqual((await ask('/timeline')).events[1], {
      id: 'event-2013-01',
      date: '2013-01',
      what: 'A report on tables comes out.',
      tags: [{ id: 'power-sharing', label: 'Sharing power' }],
      sources: [FIXTURE2013],
      url: `${SITE}/timeline#event-2013-01`,
    });
  });

  it('publish no field that the domain learns to hold until somebody writes it out', async () => {
    const corpus = structuredClone(loaded.corpus);
    plantField(corpus);
    const search = createSearch(corpus, JSON.parse(JSON.stringify(buildPassageIndex(loaded.corpus))));
    const app = createApp({ corpus, search, baseUrl: SITE });
    for (const path of ENDPOINTS) {
      const { text } = await request(app).get(`/api/v1${path}`).expect(200);
      assert.doesNotMatch(text, /unasked/, path);
      assert.deepEqual(JSON.parse(text), await ask(path), path);
    }
  });
});

/** Puts a field that nobody knows into every object of a value. */
function plantField(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) plantField(inner);
  if (!Array.isArray(value)) Object.assign(value, { unasked: 'unasked' });
}
