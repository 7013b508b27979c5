import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildPassageIndex } from '../../scripts/indexing/index-file/build-passage-index.ts';
import { essaySlug } from '../../server/domain/ids.ts';
import { createSearch } from '../../server/search/create-search.ts';
import type { Filters } from '../../server/search/facets/facets.ts';
import { EMPTY_QUERY, narrow, type Query } from '../../server/search/query/query.ts';
import { tinyCorpus } from './tiny-corpus.ts';

const base = tinyCorpus(
  [
    { text: 'Agendas are shared here.', essay: 'sharing-power', tags: ['power-sharing'] },
    { text: 'Papers in plain words.', essay: 'plain-papers' },
    { text: 'Who decides on agendas.', essay: 'a-note' },
  ],
  {
    concepts: [{ id: 'power-sharing', prefLabel: 'Sharing power', labels: ['who decides'] }],
    essays: {
      'sharing-power': { title: 'Sharing power: agendas and chairs' },
      'plain-papers': { title: 'Papers people can read' },
      'a-note': { title: 'A note on agendas', kind: 'reading-note' },
    },
  },
);
const corpus = {
  ...base,
  concepts: base.concepts.map((concept) => ({ ...concept, guide: essaySlug('sharing-power') })),
};
const search = createSearch(corpus, buildPassageIndex(corpus));
const guides = async (text: string, filters: Partial<Filters> = {}, rest: Partial<Query> = {}) =>
  (await search.find(narrow({ ...EMPTY_QUERY, ...rest, text }, filters))).guides.map(String);

describe('suggestions for what stands in the box', () => {
  const suggested = async (typed: string) => (await search.suggest(typed)).map(({ id }) => id);

  it('go on from its words, without its operators', async () => {
    assert.deepEqual(await suggested('agend'), ['a-note', 'sharing-power']);
    assert.deepEqual(await suggested('"agend'), ['a-note', 'sharing-power']);
    assert.deepEqual(await suggested('-plain agend'), ['a-note', 'sharing-power']);
    assert.deepEqual(await suggested('agend -plain '), []);
    assert.deepEqual(await suggested('sharing'), ['power-sharing', 'sharing-power']);
    assert.deepEqual(await suggested('-"sharing power"'), []);
  });

  it('leave out what a minus or a filter keeps out', async () => {
    assert.deepEqual(await suggested('agend -"sharing power"'), ['a-note']);
    assert.deepEqual(await suggested('agend -chairs'), ['a-note']);
    assert.deepEqual(await suggested('-in:"sharing power" agend'), ['a-note']);
    assert.deepEqual(await suggested('in:note agend'), ['a-note']);
    assert.deepEqual(await suggested('sharing -tag:power-sharing'), []);
  });
});

describe('the guides to what was asked', () => {
  it('are those whose titles hold the words, and those to the topics that the words mean', async () => {
    assert.deepEqual(await guides('papers'), ['plain-papers']);
    assert.deepEqual(await guides('who decides'), ['sharing-power']);
  });

  it('are guides only, on the first page, and none for a search for exactly these words', async () => {
    assert.deepEqual(await guides('agendas'), ['sharing-power']);
    assert.deepEqual(await guides('agendas', {}, { page: 2 }), []);
    assert.deepEqual(await guides('agendas', {}, { isExact: true }), []);
  });

  it('are not found by what the reader keeps out', async () => {
    assert.deepEqual(await guides('papers -agendas'), ['plain-papers']);
    assert.deepEqual(await guides('agendas -"sharing power"'), []);
    assert.deepEqual(await guides('agendas -chairs'), []);
    assert.deepEqual(await guides('who decides -"sharing power"'), []);
  });

  it('are none that a filter, or a minus before one, keeps out', async () => {
    assert.deepEqual(await guides('agendas -in:"sharing power"'), []);
    assert.deepEqual(await guides('agendas -tag:power-sharing'), []);
    assert.deepEqual(await guides('agendas in:note'), []);
    assert.deepEqual(await guides('agendas', { kind: ['reading-note'] }), []);
    assert.deepEqual(await guides('agendas', { tag: ['power-sharing'] }), ['sharing-power']);
  });

  it('are found by the words, not by the word of a filter or a phrase’s quotation marks', async () => {
    assert.deepEqual(await guides('"papers" tag:nowhere'), ['plain-papers']);
    assert.deepEqual(await guides('tag:power-sharing'), []);
  });
});
