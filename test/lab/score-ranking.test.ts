import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meanScore, scoreRanking } from '../../scripts/lab/evaluation/score-ranking.ts';

describe('scoreRanking', () => {
  const judged = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 0],
  ]);

  it('gives 1 to the ideal ranking', () => {
    const { ndcg10, averagePrecision, reciprocalRank10, recall100 } = scoreRanking(['a', 'b', 'c'], judged);
    assert.deepEqual([ndcg10, averagePrecision, reciprocalRank10, recall100], [1, 1, 1, 1]);
  });

  it('discounts by place, with linear gain', () => {
    const { ndcg10, averagePrecision, precision5, reciprocalRank10, recall100 } = scoreRanking(
      ['x', 'b', 'c', 'a'],
      judged,
    );
    assert.equal(ndcg10, (1 / Math.log2(3) + 2 / Math.log2(5)) / (2 + 1 / Math.log2(3)));
    assert.deepEqual([averagePrecision, precision5, reciprocalRank10, recall100], [0.5, 0.4, 0.5, 1]);
  });

  it('gives 0 where nothing relevant was found, and refuses a query that nothing fits', () => {
    assert.equal(scoreRanking([], judged).ndcg10, 0);
    assert.throws(() => scoreRanking(['a'], new Map([['a', 0]])), /without any relevant document/);
  });

  it('says whether the first hit helps or answers well, and whether none of ten does', () => {
    const firstPage = (ranking: readonly string[]) => {
      const { usefulFirst, bestFirst, noneInTen } = scoreRanking(ranking, judged);
      return [usefulFirst, bestFirst, noneInTen];
    };
    assert.deepEqual(firstPage(['a', 'c']), [1, 1, 0]);
    assert.deepEqual(firstPage(['b', 'a']), [1, 0, 0]);
    assert.deepEqual(firstPage(['c', 'a']), [0, 0, 0]);
    assert.deepEqual(firstPage([...'0123456789', 'a']), [0, 0, 1]);
    assert.deepEqual(firstPage([]), [0, 0, 1]);
  });

  it('is averaged measure by measure', () => {
    assert.equal(meanScore([scoreRanking(['a', 'b'], judged), scoreRanking([], judged)]).ndcg10, 0.5);
  });
});
