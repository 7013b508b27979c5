import type { DocId } from '../index/stored-passage-index.ts';

/**
 * The documents with the highest scores, best first, ties by the lower id. Sorting all of thousands would take longer than
 * finding them.
 *
 * @param scores by document
 */
export function topK(docIds: readonly DocId[], scores: Float32Array, k: number): DocId[] {
  const scoreOf = (docId: DocId): number => scores[docId] ?? 0;
  const byScore = (a: DocId, b: DocId): number => scoreOf(b) - scoreOf(a) || a - b;
  if (docIds.length <= k) return [...docIds].sort(byScore);
  const sorted = new Float32Array(docIds.length);
  for (let at = 0; at < docIds.length; at += 1) sorted[at] = scores[docIds[at] ?? 0] ?? 0;
  const least = sorted.sort()[docIds.length - k] ?? 0;
  return docIds
    .filter((docId) => scoreOf(docId) >= least)
    .sort(byScore)
    .slice(0, k);
}
