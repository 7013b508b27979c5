import type { PassageQuestion } from '../../domain/passage-question.ts';
import { splitTerms, type Term } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import { idf } from '../index/bm25.ts';
import type { FamilyFinder, FamilyMatch } from '../plan/word-families.ts';

/** A question that is near what was asked. */
export type FoundQuestion = {
  readonly question: PassageQuestion;
  /** How much of it and of the query is the same, 0 to 1; 1 where both have the same words. */
  readonly closeness: number;
};

/** What a word counts towards the closeness of two questions, times its idf among all questions. */
export const CLOSENESS = {
  /** A word that most questions have, such as "how": it tells little, but "how" is not "why". */
  stopWord: 0.35,
  /** Another form of the word, or another word of its family, instead of the word itself. */
  alike: 1,
  same: 0.8,
  near: 0.4,
  /** Questions less close than this have nothing to do with each other: of those at .3, one in three did. */
  least: 0.3,
} as const;

/**
 * Makes the finder of questions that are near a query. How near is told by the words that both have, the rarer the more:
 * Dice's coefficient over their idf.
 *
 *     "can i refuse what they want"   "can we say no to what they ask for"
 *      refuse is of the family of "say no", want of that of "ask for"           → near
 */
export function createQuestionFinder(
  questions: readonly PassageQuestion[],
  findFamilies: FamilyFinder,
): (words: readonly Term[], families: readonly FamilyMatch[]) => FoundQuestion[] {
  const rows = questions.map(({ ask }) => {
    const words = splitTerms(ask);
    return {
      terms: new Set(words.map(({ term }) => term)),
      tokens: new Set(findFamilies(words).map(({ family }) => family.token)),
      stopTerms: words.flatMap(({ normal, term }) => (STOP_WORDS.has(normal) ? [term] : [])),
    };
  });
  const stopTerms = new Set(rows.flatMap(({ stopTerms: own }) => own));
  const rowsWith = new Map<string, number[]>();
  for (const [row, { terms, tokens }] of rows.entries()) {
    for (const held of [...terms, ...tokens]) {
      const known = rowsWith.get(held);
      if (known) known.push(row);
      else rowsWith.set(held, [row]);
    }
  }
  const weightOf = (term: string): number =>
    idf(rowsWith.get(term)?.length ?? 0, rows.length) * (stopTerms.has(term) ? CLOSENESS.stopWord : 1);
  const weigh = (terms: ReadonlySet<string>): number =>
    [...terms].reduce((sum, term) => sum + weightOf(term), 0);
  const lengths = rows.map(({ terms }) => weigh(terms));

  return (words, families) => {
    const asked = new Set(words.map(({ term }) => term));
    const length = weigh(asked);
    const shared = new Float32Array(rows.length);
    const parts = new Float32Array(rows.length);
    const found = new Set<number>();
    for (const term of asked) {
      const touched: number[] = [];
      const meet = (token: string, weight: number) => {
        for (const row of rowsWith.get(token) ?? []) {
          if (parts[row] === 0) touched.push(row);
          parts[row] = Math.max(parts[row] ?? 0, weight);
        }
      };
      meet(term, weightOf(term));
      for (const { family, at, length: width } of families)
        if (words.slice(at, at + width).some((word) => word.term === term))
          meet(family.token, CLOSENESS[family.closeness] * Math.min(weightOf(term), weightOf(family.token)));
      for (const row of touched) {
        shared[row] = (shared[row] ?? 0) + (parts[row] ?? 0);
        parts[row] = 0;
        found.add(row);
      }
    }
    return [...found].flatMap((row): FoundQuestion[] => {
      const question = questions[row];
      const closeness = Math.min(1, (2 * (shared[row] ?? 0)) / (length + (lengths[row] ?? 0)));
      return question && closeness >= CLOSENESS.least ? [{ question, closeness }] : [];
    });
  };
}
