import type { PassageQuestion } from '../../domain/passage-question.ts';
import type { WordFamily as ListedFamily } from '../../domain/word-family.ts';
import { splitTerms, type Term } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import { idf } from '../index/bm25.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import { createFamilyFinder } from '../plan/word-families.ts';

/** A question that is near what was asked, and its passage. */
export type FoundQuestion = {
  readonly question: PassageQuestion;
  readonly docId: DocId;
  /** How much of it and of the query is the same: 0 to 1, 1 where both have the same words. */
  readonly closeness: number;
};

export const QUESTION = { stop: 0.25, family: 0.8 };

/**
 * Makes the finder of questions that passages answer. How close a question is to a query is told by the words that both
 * have, the rarer the more (Dice's coefficient over their idf):
 *
 *     "say no to a request"   "can we say no to what they ask for"   say and no: near
 */
export function createQuestionFinder(
  questions: readonly PassageQuestion[],
  docIdOf: (question: PassageQuestion) => DocId | undefined,
  families: readonly ListedFamily[],
): (words: readonly Term[], least: number) => FoundQuestion[] {
  const findFamilies = createFamilyFinder(families);
  const rows = questions.map(({ ask }) => {
    const words = splitTerms(ask);
    return {
      terms: new Set(words.map(({ term }) => term)),
      tokens: new Set(findFamilies(words).map(({ family }) => family.token)),
      words,
    };
  });
  const byTerm = new Map<string, number[]>();
  for (const [at, { terms, tokens }] of rows.entries())
    for (const term of [...terms, ...tokens]) {
      const known = byTerm.get(term);
      if (known) known.push(at);
      else byTerm.set(term, [at]);
    }
  const stopTerms = new Set(
    rows.flatMap(({ words }) => words.filter(({ normal }) => STOP_WORDS.has(normal)).map(({ term }) => term)),
  );
  const weightOf = (term: string): number =>
    idf(byTerm.get(term)?.length ?? 0, questions.length) *
    (stopTerms.has(term) || STOP_WORDS.has(term) ? QUESTION.stop : 1);
  const lengths = rows.map(({ terms }) => [...terms].reduce((sum, term) => sum + weightOf(term), 0));
  const docIds = questions.map(docIdOf);

  return (words, least) => {
    const asked = [...new Map(words.map((word) => [word.term, word])).values()];
    const found = findFamilies(words);
    const length = asked.reduce((sum, { term }) => sum + weightOf(term), 0);
    if (length === 0) return [];
    const shared = new Float32Array(questions.length);
    const best = new Float32Array(questions.length);
    const touched = new Set<number>();
    for (const { term } of asked) {
      const weight = weightOf(term);
      best.fill(0);
      const own: number[] = [];
      const meet = (token: string, part: number) => {
        for (const at of byTerm.get(token) ?? []) {
          if ((best[at] ?? 0) < part) {
            if (best[at] === 0) own.push(at);
            best[at] = part;
          }
        }
      };
      meet(term, 1);
      for (const { family, at, length: size } of found)
        if (words.slice(at, at + size).some((word) => word.term === term))
          meet(family.token, family.closeness === 'same' ? QUESTION.family : QUESTION.family / 2);
      for (const at of own) {
        shared[at] = (shared[at] ?? 0) + weight * (best[at] ?? 0);
        touched.add(at);
      }
    }
    return [...touched].flatMap((at): FoundQuestion[] => {
      const closeness = (2 * (shared[at] ?? 0)) / (length + (lengths[at] ?? 0));
      const question = questions[at];
      const docId = docIds[at];
      return closeness >= least && question && docId !== undefined ? [{ question, docId, closeness }] : [];
    });
  };
}
