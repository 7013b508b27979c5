import { ABBREVIATIONS_LIKE_WORDS } from '../../language/abbreviations-like-words.ts';
import { type Term, termOf } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { PassageIndex } from '../index/passage-index.ts';

/** Terms that are the same word as one that was typed, in another form that the index prints. */
export type WordForms = ReadonlyMap<Term, readonly string[]>;

/** Of a word that is only begun, so many of those that go on are looked for: the commonest. */
const MOST_BEGUN = 30;
/** So many begun words are looked up: each is a walk through all words. */
const MOST_STARS = 4;

/**
 * Finds the other forms of typed words, beside those that stem alike:
 *
 *     time bank         both are "timebank" too
 *     co-lead           lead, where nothing prints "co-lead"
 *     token*            token, tokens, tokenism, tokenistic
 *
 * @param begun normalised words that a star stood behind
 */
export function findWordForms(
  words: readonly Term[],
  begun: readonly string[],
  index: PassageIndex,
): WordForms {
  const holds = (normal: string): boolean => index.wordCounts.has(normal);
  const begunWords = new Map(
    [...new Set(begun)].slice(0, MOST_STARS).map((beginning) => [beginning, wordsFrom(beginning, index)]),
  );
  return new Map(
    words.map((word, at) => {
      const { normal } = word;
      const joined = [
        `${words[at - 1]?.normal ?? ''}${normal}`,
        `${normal}${words[at + 1]?.normal ?? ''}`,
      ].filter((one, side) => isJoinable(words[at + side - 1], words[at + side]) && holds(one));
      const forms = [
        ...joined,
        ...withoutPrefix(normal, holds),
        ...(!holds(normal) && holds(normal.replace(/s$/, '')) ? [normal.replace(/s$/, '')] : []),
        ...(begunWords.get(normal) ?? []),
      ];
      return [word, forms.map(termOf).filter((term) => term !== word.term)] as const;
    }),
  );
}

/** What follows "co" in a normalised word that begins with it: of "colead", "lead". */
export const restAfterCo = (normal: string): string | undefined => /^co(\w{3,})$/.exec(normal)?.[1];

/** Of "colead", which nothing prints, "lead". */
const withoutPrefix = (normal: string, holds: (normal: string) => boolean): string[] => {
  const rest = restAfterCo(normal);
  return rest !== undefined && !holds(normal) && holds(rest) ? [rest] : [];
};

/** A word as the abbreviation that it may be, though it was typed in small letters; "it" and "who" mean themselves. */
export function inCapitals(normal: string): string | undefined {
  const capitals = normal.toUpperCase();
  return ABBREVIATIONS_LIKE_WORDS.has(capitals) && !STOP_WORDS.has(normal) ? capitals : undefined;
}

/** Two words that may be one: "a" and "long" are not "along". */
const isJoinable = (one: Term | undefined, other: Term | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  [one, other].every(({ normal }) => normal.length > 1 && !STOP_WORDS.has(normal));

function wordsFrom(beginning: string, { wordCounts }: PassageIndex): string[] {
  const found = [...wordCounts].filter(([word]) => word.startsWith(beginning));
  return found
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_BEGUN)
    .map(([word]) => word);
}
