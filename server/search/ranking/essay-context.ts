import type { Ranking } from './rank-passages.ts';

/** What its essay does for a passage; measured in docs/decisions/0039. */
const CONTEXT = {
  /** Times the mean score of the essay's best passages. */
  weight: 0.8,
  /** So many of them; an essay with fewer has 0 for each that is missing. */
  passages: 3,
} as const;

/**
 * Raises passages whose essays hold other good ones: an author does not repeat in each paragraph what the chapter is about.
 *
 * @param essayOf for each document the number of its essay, from 0
 * @returns the numbers of the essays that were found, best first
 */
export function addEssayContext({ docIds, scores }: Ranking, essayOf: Uint32Array): number[] {
  // The best scores of each essay, one essay after the other, highest first.
  const best = new Float32Array(
    (essayOf.reduce((most, essay) => Math.max(most, essay), 0) + 1) * CONTEXT.passages,
  );
  for (const docId of docIds) {
    let score = scores[docId] ?? 0;
    const start = (essayOf[docId] ?? 0) * CONTEXT.passages;
    for (let at = start; at < start + CONTEXT.passages; at += 1) {
      const held = best[at] ?? 0;
      if (score <= held) continue;
      best[at] = score;
      score = held;
    }
  }
  const mean = (essay: number): number => {
    let sum = 0;
    for (let at = 0; at < CONTEXT.passages; at += 1) sum += best[essay * CONTEXT.passages + at] ?? 0;
    return sum / CONTEXT.passages;
  };
  const means = Float32Array.from({ length: best.length / CONTEXT.passages }, (_, essay) => mean(essay));
  for (const docId of docIds)
    scores[docId] = (scores[docId] ?? 0) + CONTEXT.weight * (means[essayOf[docId] ?? 0] ?? 0);
  return [...means.keys()]
    .filter((essay) => (means[essay] ?? 0) > 0)
    .sort((a, b) => (means[b] ?? 0) - (means[a] ?? 0));
}
