import { idf } from '../index/bm25.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import type { QueryTerm } from '../plan/query-plan.ts';
import { topK } from './top-k.ts';

/** What two terms that follow each other in the query add when they stand near each other in a passage. */
const PROXIMITY = {
  /** Times the lower idf of the two, times their proximity. */
  weight: 0.3,
  /** The share of it that counts when they stand in the other order. */
  otherOrder: 0.5,
  /** The widest distance that counts, in words; 1 is side by side. */
  maxDistance: 8,
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
    for (const [at, proximity] of proximityOfPairs(index.bodyOf(docId), ids).entries())
      bonus += proximity * Math.min(terms[at]?.idf ?? 0, terms[at + 1]?.idf ?? 0);
    scores[docId] = (scores[docId] ?? 0) + PROXIMITY.weight * bonus;
  }
}

/**
 * For each pair of terms that follow each other in the query, their proximity in a text where they stand nearest: 1
 * over their distance in words, less in the other order, 0 where they are far apart.
 *
 *     terms  plan service people    text  "plan for services, with people"   → [1 ÷ 2, 1 ÷ 2]
 *
 * @param body ids of the terms of a text, in order
 */
export function proximityOfPairs(body: Uint32Array, terms: readonly number[]): number[] {
  const best: number[] = new Array(terms.length - 1).fill(0);
  const last: number[] = new Array(terms.length).fill(Number.NEGATIVE_INFINITY);
  const weigh = (pair: number, distance: number, share: number) => {
    if (distance > 0 && distance <= PROXIMITY.maxDistance)
      best[pair] = Math.max(best[pair] ?? 0, share / distance);
  };
  for (let at = 0; at < body.length; at += 1) {
    for (let term = 0; term < terms.length; term += 1) {
      if (terms[term] !== body[at]) continue;
      if (term > 0) weigh(term - 1, at - (last[term - 1] ?? 0), 1);
      if (term + 1 < terms.length) weigh(term, at - (last[term + 1] ?? 0), PROXIMITY.otherOrder);
      last[term] = at;
    }
  }
  return best;
}
