import type { DocId } from '../index/stored-passage-index.ts';
import type { Ranking } from './rank-passages.ts';

/** What its essay does for a passage; measured in docs/decisions/0040. */
export const CONTEXT = {
  /** Times the mean score of the essay's best passages. */
  weight: 0.8,
  /** So many of them; an essay with fewer has 0 for each that is missing. */
  passages: 3,
} as const;

/**
 * Raises passages whose essays hold other good ones: an author does not repeat in each paragraph what the chapter is about.
 *
 * @param essayOf what tells essays apart, by document
 * @returns the essays that were found, best first
 */
export function addEssayContext<Essay>(
  { docIds, scores }: Ranking,
  essayOf: (docId: DocId) => Essay,
): readonly Essay[] {
  const best = new Map<Essay, number[]>();
  for (const docId of docIds) {
    const score = scores[docId] ?? 0;
    const row = best.get(essayOf(docId));
    if (!row) best.set(essayOf(docId), [score]);
    else if (row.length < CONTEXT.passages || score > (row.at(-1) ?? 0)) {
      row.push(score);
      row.sort((a, b) => b - a);
      row.length = Math.min(row.length, CONTEXT.passages);
    }
  }
  const mean = new Map(
    [...best].map(([essay, row]) => [essay, row.reduce((sum, score) => sum + score, 0) / CONTEXT.passages]),
  );
  for (const docId of docIds)
    scores[docId] = (scores[docId] ?? 0) + CONTEXT.weight * (mean.get(essayOf(docId)) ?? 0);
  return [...mean].sort(([, a], [, b]) => b - a).map(([essay]) => essay);
}
