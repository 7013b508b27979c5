import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFacetTable } from '../../../server/search/facets/facet-table.ts';
import { forEachFacet } from '../../../server/search/facets/facets.ts';
import { createBoxReader } from '../../../server/search/query/box-filters.ts';
import { collectFilters, listTypedFilters, splitPieces } from '../../../server/search/query/typed-filters.ts';
import { tinyCorpus } from '../tiny-corpus.ts';

const corpus = tinyCorpus(
  [
    { text: 'one', essay: 'long-loss', tags: ['grief'], nations: ['northern-ireland'] },
    { text: 'two', essay: 'long-walk', tags: ['carers'], nations: ['wales'] },
    { text: 'three', essay: 'after-it' },
  ],
  {
    concepts: [
      { id: 'grief', prefLabel: 'Grief and loss', labels: ['mourning'] },
      { id: 'carers', prefLabel: 'Carers' },
    ],
    essays: {
      'long-loss': { title: 'A long loss', authors: ['Jenny Example'] },
      'after-it': { title: 'After a long loss', authors: ['Ann Other'] },
      'long-walk': { title: 'A long walk', authors: ['Ann Other'] },
    },
  },
);
const essayOf = corpus.passages.map(
  ({ essay }) => corpus.essays.find(({ slug }) => slug === essay) ?? assert.fail(essay),
);
const reader = createBoxReader(createFacetTable(corpus, essayOf));
const read = (text: string) => {
  const { filters, unknown, isWithin } = reader.readFilters(collectFilters(splitPieces(text)));
  const set = Object.entries(filters).filter(([, chosen]) => chosen.length > 0);
  return {
    ...Object.fromEntries(set),
    ...(unknown.length > 0 && { unknown }),
    ...(isWithin && { within: [0, 1, 2].filter(isWithin) }),
  };
};

describe('filters in the box', () => {
  it('name a topic by its id, its label, another name or a word that leaves no doubt', () => {
    for (const typed of ['tag:grief', 'tag:"Grief and loss"', 'tag:mourning', 'tag:loss', 'TAG:Grief'])
      assert.deepEqual(read(typed), { tag: ['grief'] }, typed);
  });

  it('name a nation as people write it', () => {
    for (const typed of ['nation:northern-ireland', 'nation:"Northern Ireland"', 'nation:Ireland'])
      assert.deepEqual(read(typed), { nation: ['northern-ireland'] }, typed);
    assert.deepEqual(read('nation:wales nation:uk'), { nation: ['wales', 'uk'] });
  });

  it('take an author by words of the name, and essays by words of their titles', () => {
    assert.deepEqual(read('author:jenny'), { author: ['jenny'] });
    assert.deepEqual(read('in:long'), { within: [0, 1, 2] });
    assert.deepEqual(read('in:long-walk'), { within: [1] });
    assert.deepEqual(read('in:long in:loss'), { within: [0, 2] });
  });

  it('take words for those of a title, even if they are also an address but for its hyphens', () => {
    assert.deepEqual(read('in:"long loss"'), { within: [0, 2] });
    assert.deepEqual(read('in:long-loss'), { within: [0] });
    assert.deepEqual(read('in:"a long loss"'), { within: [0] });
  });

  it('say what fits nothing', () => {
    assert.deepEqual(read('tag:greif nation:cornwall author:nobody in:nowhere'), {
      unknown: ['tag:greif', 'nation:cornwall', 'author:nobody', 'in:nowhere'],
    });
  });

  it('keep out what any of them fits, after a minus', () => {
    const { isExcluded, unknown } = reader.readExclusions({
      ...forEachFacet(() => []),
      tag: ['grief', 'greif'],
      nation: ['uk'],
    });
    assert.deepEqual([[0, 1].map(isExcluded), unknown], [[true, false], ['-tag:greif']]);
  });

  it('can be taken out of the text one by one', () => {
    assert.deepEqual(listTypedFilters('anger tag:grief nation:"Northern Ireland" view:x'), [
      { typed: 'tag:grief', rest: 'anger nation:"Northern Ireland" view:x' },
      { typed: 'nation:"Northern Ireland"', rest: 'anger tag:grief view:x' },
    ]);
  });
});
