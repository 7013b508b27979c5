import type { DocId } from '../index/stored-passage-index.ts';
import type { FoundQuestion } from '../questions/find-questions.ts';
import { highestScore, type Ranking } from './rank-passages.ts';

/** What a question that a passage answers does for it; measured in docs/decisions/0039. */
const ANSWERS = {
  /** Times the closeness of the question, times the highest score of all. */
  weight: 1.5,
  /** The same where a name is all that is asked for: then passages on it count as much as questions that hold it. */
  weightForName: 0.5,
  /** A passage without any word of the query is listed from this closeness on, so that lists stay short. */
  lists: 0.5,
  /** What each place further down an editor's order takes off. */
  later: 0.1,
} as const;

/** Which question of a passage a query is nearest to. */
export type Answers = ReadonlyMap<DocId, FoundQuestion>;

/**
 * Raises passages by how near a question that they answer is to the query. Of passages that answer the same question, the
 * one that the editor puts first gains most.
 *
 * @returns the questions that the query means, by the passages that answer them
 */
export function raiseAnswers(
  { docIds, scores }: Ranking,
  found: readonly FoundQuestion[],
  docIdOf: (question: FoundQuestion['question']) => DocId | undefined,
  isName: boolean,
): Answers {
  const nearest = new Map<DocId, FoundQuestion>();
  for (const one of found) {
    const docId = docIdOf(one.question);
    if (docId !== undefined && one.closeness > (nearest.get(docId)?.closeness ?? 0)) nearest.set(docId, one);
  }
  const top = highestScore({ docIds, scores });
  const isListed = new Set(docIds);
  const meant = new Map<DocId, FoundQuestion>();
  for (const [docId, one] of nearest) {
    if (!isListed.has(docId)) {
      if (one.closeness < ANSWERS.lists) continue;
      docIds.push(docId);
    }
    const later = ((one.question.order ?? 1) - 1) * ANSWERS.later;
    scores[docId] =
      (scores[docId] ?? 0) +
      (isName ? ANSWERS.weightForName : ANSWERS.weight) * top * one.closeness * (1 - later);
    if (one.isMeant) meant.set(docId, one);
  }
  return meant;
}
