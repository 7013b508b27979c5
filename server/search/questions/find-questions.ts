import type { PassageQuestion } from '../../domain/passage-question.ts';
import { splitTerms, type Term } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import { idf } from '../index/bm25.ts';
import { wordsOf } from '../plan/stretch.ts';
import type { FamilyFinder, FamilyMatch } from '../plan/word-families.ts';

/** A question that is near what was asked. */
export type FoundQuestion = {
  readonly question: PassageQuestion;
  /** How much of it and of the query is the same, 0 to 1; 1 where both have the same words. */
  readonly closeness: number;
  /** Whether the query means it: close, asked in the same manner, and with the word that tells most. */
  readonly isMeant: boolean;
};

/** What a word counts towards the closeness of two questions, times its idf among all questions. */
const CLOSENESS = {
  /** A word that most questions have, such as "how": it tells little, but "how" is not "why". */
  stopWord: 0.35,
  /** Another form of the word, or another word of its family, instead of the word itself. */
  alike: 1,
  same: 0.8,
  near: 0.4,
  /** From this closeness on, a query that is asked in the same manner means the question. */
  means: 0.7,
  /** Questions less close than this have nothing to do with each other: of those at .3, one in three did. */
  least: 0.3,
} as const;

/** A query of more different words is compared with no question. */
const MOST_WORDS = 24;

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
      manner: mannerOf(words),
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

  /** The content term of some words that tells most. */
  const heaviest = (terms: ReadonlySet<string>): string | undefined => {
    let best: string | undefined;
    for (const term of terms)
      if (!stopTerms.has(term) && (best === undefined || weightOf(term) > weightOf(best))) best = term;
    return best;
  };
  const heaviestOf = rows.map(({ terms }) => heaviest(terms));

  return (words, families) => {
    const asked = new Set(words.map(({ term }) => term));
    // A longer text is no question.
    if (asked.size > MOST_WORDS) return [];
    const length = weigh(asked);
    const shared = new Float32Array(rows.length);
    const parts = new Float32Array(rows.length);
    const found: number[] = [];
    for (const term of asked) {
      if (stopTerms.has(term) && asked.size > 1) continue;
      const touched: number[] = [];
      const meet = (token: string, weight: number) => {
        for (const row of rowsWith.get(token) ?? []) {
          if (parts[row] === 0) touched.push(row);
          parts[row] = Math.max(parts[row] ?? 0, weight);
        }
      };
      meet(term, weightOf(term));
      for (const match of families) {
        const { family } = match;
        if (wordsOf(match, words).some((word) => word.term === term))
          meet(family.token, CLOSENESS[family.closeness] * Math.min(weightOf(term), weightOf(family.token)));
      }
      for (const row of touched) {
        if (shared[row] === 0) found.push(row);
        shared[row] = (shared[row] ?? 0) + (parts[row] ?? 0);
        parts[row] = 0;
      }
    }
    // Most questions have these, so they find none by themselves.
    for (const term of asked)
      if (stopTerms.has(term) && asked.size > 1)
        for (const row of found)
          if (rows[row]?.terms.has(term)) shared[row] = (shared[row] ?? 0) + weightOf(term);
    const manner = mannerOf(words);
    const core = heaviest(asked);
    const tokens = new Set(families.map(({ family }) => family.token));
    const isMeant = (row: number): boolean => {
      const { terms, tokens: own, manner: other } = rows[row] ?? EMPTY_ROW;
      const isSame = (term: string | undefined, others: ReadonlySet<string>): boolean =>
        term === undefined || others.has(term) || [...tokens].some((token) => own.has(token));
      return (
        manner.isNegative === other.isNegative &&
        (manner.asks === other.asks || manner.asks === undefined || other.asks === undefined) &&
        isSame(core, terms) &&
        isSame(heaviestOf[row], asked)
      );
    };
    return found.flatMap((row): FoundQuestion[] => {
      const question = questions[row];
      const closeness = Math.min(1, (2 * (shared[row] ?? 0)) / (length + (lengths[row] ?? 0)));
      if (!question || closeness < CLOSENESS.least) return [];
      return [{ question, closeness, isMeant: closeness >= CLOSENESS.means && isMeant(row) }];
    });
  };
}

/** How something is asked: what it wants to know, and whether it is turned round by a "not". */
type Manner = { readonly asks?: string; readonly isNegative: boolean };

/** Words that tell what is wanted, by what they want; the first that stands in a question counts. */
const ASKING: Readonly<Record<string, string>> = {
  who: 'who',
  whose: 'who',
  why: 'why',
  where: 'where',
  when: 'when',
  many: 'number',
  much: 'number',
  difference: 'difference',
  example: 'example',
  examples: 'example',
};
const NEGATIVE: ReadonlySet<string> = new Set(
  `not no never without stop refuse refused cannot cant dont doesnt didnt wont isnt arent wasnt werent shouldnt wouldnt couldnt hasnt
  havent`.split(/\s+/),
);

function mannerOf(words: readonly Term[]): Manner {
  const asks = words.flatMap(({ normal }) =>
    Object.hasOwn(ASKING, normal) ? (ASKING[normal] ?? []) : [],
  )[0];
  return {
    ...(asks !== undefined && { asks }),
    isNegative: words.some(({ normal }) => NEGATIVE.has(normal)),
  };
}

const EMPTY_ROW = {
  terms: new Set<string>(),
  tokens: new Set<string>(),
  manner: { isNegative: false } as Manner,
};
