import { normalWords } from '../../../server/language/split-words.ts';
import type { Problem } from '../problems/problem.ts';
import type { Question } from '../settings/parse-questions.ts';
import type { KnownContent } from './known-content.ts';

/** So many questions a passage should have: one alone leans on its words, and more than five say the same. */
export const QUESTIONS_A_PASSAGE = { min: 2, max: 5 } as const;

/**
 * Checks the questions that passages answer: each passage is there and in the essay that the file is named after, and a
 * question of several passages says in which order they answer it.
 */
export function checkQuestions(questions: readonly Question[], known: KnownContent): Problem[] {
  const claims = new Map<string, Question[]>();
  for (const question of questions) {
    const key = normalWords(question.ask).join(' ');
    claims.set(key, [...(claims.get(key) ?? []), question]);
  }
  return [
    ...questions.filter(isFirstOfPassage).flatMap((question) => wrongPassage(question, known)),
    ...[...claims.values()].flatMap(unordered),
  ];
}

const warning = ({ file, at }: Question, reason: string): Problem => ({
  file,
  ...at,
  reason,
  severity: 'warning',
});

/** A passage that is gone is named once, not for each of its questions. */
const isFirstOfPassage = (question: Question, at: number, all: readonly Question[]): boolean =>
  all[at - 1]?.passage !== question.passage || all[at - 1]?.file !== question.file;

function wrongPassage(question: Question, known: KnownContent): Problem[] {
  const { essay, passage } = question;
  const found = known.essays.get(essay);
  if (!found)
    return known.unread.has(essay)
      ? []
      : [warning(question, `there is no essay "${essay}", after which this file is named`)];
  return found.passages.some(({ id }) => id === passage)
    ? []
    : [
        warning(
          question,
          `the essay "${essay}" has no passage "#${passage}"; give its questions to another, or delete them`,
        ),
      ];
}

/** Of one question that several claim, all but the first without an order of their own. */
function unordered(claims: readonly Question[]): Problem[] {
  const orders = claims.map(({ order }) => order);
  if (claims.length < 2 || (!orders.includes(undefined) && new Set(orders).size === orders.length)) return [];
  return claims
    .slice(1)
    .map((question) =>
      warning(
        question,
        `"${question.ask}" is a question of "#${claims[0]?.passage}" too; delete one, or give each an order: { ask: "…", order: 1 }`,
      ),
    );
}
