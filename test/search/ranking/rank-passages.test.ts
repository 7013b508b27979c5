import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createPlanner } from '../../../server/search/plan/plan-query.ts';
import { proximityOfPairs } from '../../../server/search/ranking/proximity.ts';
import { listPassages, rankPassages } from '../../../server/search/ranking/rank-passages.ts';
import { topK } from '../../../server/search/ranking/top-k.ts';
import { type TinyRest, tinyCorpus, tinyIndex } from '../tiny-corpus.ts';

/** The documents of a ranking, best first. */
function rank(texts: readonly string[], text: string, rest: TinyRest = {}) {
  const corpus = tinyCorpus(texts, rest);
  const index = tinyIndex(corpus);
  const ranking = rankPassages(index, createPlanner(corpus, index, () => true)({ text, isExact: false }));
  return { ...ranking, best: topK(ranking.docIds, ranking.scores, texts.length) };
}

describe('ranking', () => {
  it('finds what holds any of the words, and puts first what holds more of them', () => {
    const { best, hasAllWords } = rank(['trust', 'money', 'trust and money', 'neither'], 'trust money');
    assert.equal(best[0], 2);
    assert.deepEqual(new Set(best), new Set([0, 1, 2]));
    assert.deepEqual([0, 1, 2].map(hasAllWords), [false, false, true]);
  });

  it('lets a synonym stand for a word of the query', () => {
    const { hasAllWords, best } = rank(['bereavement is long', 'a long road', 'other'], 'long grief', {
      wordFamilies: [{ closeness: 'same', members: ['grief', 'bereavement'], says: [] }],
    });
    assert.equal(best[0], 0);
    assert.ok(hasAllWords(0));
  });

  it('finds nothing by a word in most passages alone, while a rarer one is asked for', () => {
    const texts = ['power', 'power', 'power and trust', 'power'];
    assert.deepEqual(rank(texts, 'power trust').best, [2]);
    assert.equal(rank(texts, 'power').best.length, 4);
  });

  it('raises words that stand near each other, more in the order of the query', () => {
    const gap = 'one two three four five six seven eight nine ten';
    const { scores } = rank(
      [`share ${gap} power`, `share power ${gap}`, `power share ${gap}`, 'x', 'y', 'z'],
      'share power',
    );
    assert.ok((scores[1] ?? 0) > (scores[2] ?? 0) && (scores[2] ?? 0) > (scores[0] ?? 0));
  });

  it('lists passages of tags by their strength when no words are asked for', () => {
    const corpus = tinyCorpus([{ text: 'one' }, { text: 'two', tags: ['grief'] }]);
    const { docIds, scores } = listPassages(corpus, ['grief']);
    assert.deepEqual(
      [docIds, [...scores]],
      [
        [0, 1],
        [0, 2],
      ],
    );
    assert.deepEqual(listPassages(corpus, undefined).docIds, []);
  });
});

describe('top k', () => {
  it('gives the first of all in order, ties by the lower id', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 50 }), (row, k) => {
        const all = [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
        assert.deepEqual(topK([...row.keys()], Float32Array.from(row), k), all.slice(0, k));
      }),
    );
  });
});

describe('the nearest pairs', () => {
  it('are 1 side by side, a share of it over a gap, half in the other order, 0 far apart or missing', () => {
    assert.deepEqual(proximityOfPairs(Uint32Array.of(7, 8), [7, 8]), [1]);
    assert.deepEqual(proximityOfPairs(Uint32Array.of(7, 1, 8), [7, 8]), [0.5]);
    assert.deepEqual(proximityOfPairs(Uint32Array.of(8, 7), [7, 8]), [0.5]);
    assert.deepEqual(proximityOfPairs(Uint32Array.of(7, 1, 1, 1, 1, 1, 1, 1, 1, 8), [7, 8]), [0]);
    assert.deepEqual(proximityOfPairs(Uint32Array.of(7, 8, 1), [7, 8, 9]), [1, 0]);
  });
});
