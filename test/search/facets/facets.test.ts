import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countFacets } from '../../../server/search/facets/count-facets.ts';
import { createFacetTable } from '../../../server/search/facets/facet-table.ts';
import { FACET_NAMES, type Filters, facetOf, NO_FILTERS } from '../../../server/search/facets/facets.ts';
import { makeFilter, type TagMode } from '../../../server/search/facets/filter-passages.ts';
import { tinyCorpus } from '../tiny-corpus.ts';

const corpus = tinyCorpus(
  [
    { text: 'one', essay: 'a', tags: ['grief', 'carers'], perspective: 'carer', nations: ['wales'] },
    { text: 'two', essay: 'a', tags: ['grief'], nations: ['england', 'wales'] },
    { text: 'three', essay: 'b', tags: ['carers'], nations: ['uk'] },
    { text: 'four', essay: 'b' },
  ],
  {
    concepts: [
      { id: 'grief', prefLabel: 'Grief' },
      { id: 'carers', prefLabel: 'Carers' },
    ],
    essays: {
      a: { authors: ['Jenny Example'] },
      b: { authors: ['Example', 'Ann Other'], kind: 'reading-note' },
    },
  },
);
const essays = new Map(corpus.essays.map((essay) => [essay.slug, essay]));
const table = createFacetTable(
  corpus,
  corpus.passages.map(({ essay }) => essays.get(essay) ?? assert.fail(essay)),
);
const all = [...corpus.passages.keys()];
const filter = (chosen: Partial<Filters>, tagMode: TagMode = 'all') =>
  makeFilter({ ...NO_FILTERS, ...chosen }, tagMode, table);
const kept = (chosen: Partial<Filters>, tagMode?: TagMode) =>
  all.filter((docId) => filter(chosen, tagMode)(docId) === 0);

describe('filters', () => {
  it('keep everything when nothing is chosen', () => assert.deepEqual(kept({}), all));

  it('keep passages with all of several tags, or with any where the reader says so', () => {
    assert.deepEqual(kept({ tag: ['grief', 'carers'] }), [0]);
    assert.deepEqual(kept({ tag: ['grief', 'carers'] }, 'any'), [0, 1, 2]);
  });

  it('keep passages of any of several nations', () => {
    assert.deepEqual(kept({ nation: ['wales'] }), [0, 1]);
    assert.deepEqual(kept({ nation: ['england', 'uk'] }), [1, 2]);
  });

  it('must all be met', () => assert.deepEqual(kept({ tag: ['grief'], perspective: ['carer'] }), [0]));

  it('take words of an author’s name for every name that holds them all', () => {
    assert.deepEqual(kept({ author: ['example'] }), all);
    assert.deepEqual(kept({ author: ['Jenny Example'] }), [0, 1]);
    assert.deepEqual(kept({ author: ['Ann Example'] }), []);
  });

  it('keep nothing for a value that there is not', () => assert.deepEqual(kept({ essay: ['nowhere'] }), []));
});

describe('the counts of facets', () => {
  const counts = (chosen: Partial<Filters>, tagMode: TagMode = 'all') => {
    const facets = countFacets(all, filter(chosen, tagMode), tagMode, table);
    return (name: keyof typeof facets) => facets[name].map(({ id, count }) => `${id} ${count}`);
  };

  it('are by number, then label', () => {
    assert.deepEqual(counts({})('nation'), ['wales 2', 'england 1', 'uk 1']);
    assert.deepEqual(counts({})('tag'), ['carers 2', 'grief 2']);
  });

  it('promise what choosing gives: one more tag narrows, another value of the rest replaces or widens', () => {
    assert.deepEqual(counts({ tag: ['grief'] })('tag'), ['grief 2', 'carers 1']);
    assert.deepEqual(counts({ tag: ['grief'] }, 'any')('tag'), ['carers 2', 'grief 2']);
    assert.deepEqual(counts({ nation: ['uk'] })('nation'), ['wales 2', 'england 1', 'uk 1']);
    assert.deepEqual(counts({ nation: ['uk'] })('tag'), ['carers 1']);
  });

  it('count for a name the passages of every name that holds it', () => {
    assert.deepEqual(counts({})('author'), ['Example 4', 'Ann Other 2', 'Jenny Example 2']);
  });
});

describe('the table of facets', () => {
  it('gives each facet a list of its own and a word for the box that no other has', () => {
    const fields = FACET_NAMES.map((name) => facetOf(name).field);
    const words = FACET_NAMES.flatMap((name) => facetOf(name).boxWord ?? []);
    assert.equal(new Set(fields).size, fields.length);
    assert.equal(new Set(words).size, words.length);
  });
});
