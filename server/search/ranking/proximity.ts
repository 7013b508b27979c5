import { idf } from '../index/bm25.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import type { QueryTerm } from '../plan/query-plan.ts';
import { topK } from './top-k.ts';

/** What two terms that follow each other in the query add when they stand near each other in a passage. */
const PROXIMITY = {
  /** Times the lower idf of the two: all of it side by side, a share of it over a gap. */
  weight: 0.3,
  /** What of it counts when they stand in the other order. */
  otherOrder: 0.5,
  /** The widest gap that counts, in words. */
  maxGap: 8,
  /** Only so many of the best passages are looked at. */
  documents: 100,
} as const;

/** Raises the best documents for terms of the query that stand near each other in their texts. */
export function addProximity(
  index: PassageIndex,
  queryTerms: readonly QueryTerm[],
  docIds: readonly DocId[],
  scores: Float32Array,
): void {
  const terms = queryTerms
    .map(({ term }) => ({
      id: index.termId(term),
      idf: idf(index.documentFrequency(term), index.size),
    }))
    .filter(({ id }) => id !== -1);
  if (terms.length < 2) return;
  const ids = terms.map(({ id }) => id);
  for (const docId of topK(docIds, scores, PROXIMITY.documents)) {
    let bonus = 0;
    for (const [at, nearness] of nearestPairs(index.bodyOf(docId), ids).entries())
      bonus += nearness * Math.min(terms[at]?.idf ?? 0, terms[at + 1]?.idf ?? 0);
    scores[docId] = (scores[docId] as number) + PROXIMITY.weight * bonus;
  }
}

/**
 * For each pair of terms that follow each other in the query, how near they come in a text: 1 side by side, half of it one
 * word apart, 0 far apart.
 *
 * @param body ids of the terms of a text, in order
 */
export function nearestPairs(body: Uint32Array, terms: readonly number[]): number[] {
  const best: number[] = new Array(terms.length - 1).fill(0);
  const last: number[] = new Array(terms.length).fill(Number.NEGATIVE_INFINITY);
  const weigh = (pair: number, gap: number, share: number) => {
    if (gap > 0 && gap <= PROXIMITY.maxGap) best[pair] = Math.max(best[pair] ?? 0, share / gap);
  };
  for (let at = 0; at < body.length; at += 1) {
    for (let term = 0; term < terms.length; term += 1) {
      if (terms[term] !== body[at]) continue;
      if (term > 0) weigh(term - 1, at - (last[term - 1] as number), 1);
      if (term + 1 < terms.length) weigh(term, at - (last[term + 1] as number), PROXIMITY.otherOrder);
      last[term] = at;
    }
  }
  return best;
}
