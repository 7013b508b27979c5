import { ABBREVIATIONS_LIKE_WORDS } from '../../language/abbreviations-like-words.ts';
import { type Term, termOf } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { PassageIndex } from '../index/passage-index.ts';

/** Terms that are the same word as one that was typed, in another form that the index prints. */
export type WordForms = ReadonlyMap<Term, readonly string[]>;

/** Of a word that is only begun, so many of those that go on are looked for: the commonest. */
const MOST_BEGUN = 30;

/**
 * Finds the other forms of typed words, beside those that stem alike:
 *
 *     nice guidance     nice is NICE too, which the index prints in capitals
 *     well being        both are "wellbeing" too
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
  return new Map(
    words.map((word, at) => {
      const { normal } = word;
      const capitals = inCapitals(normal);
      const joined = [
        `${words[at - 1]?.normal ?? ''}${normal}`,
        `${normal}${words[at + 1]?.normal ?? ''}`,
      ].filter((one, side) => isJoinable(words[at + side - 1], words[at + side]) && holds(one));
      return [
        word,
        [
          ...(capitals !== undefined && holds(capitals) ? [capitals] : []),
          ...joined.map(termOf),
          ...(begun.includes(normal) ? wordsFrom(normal, index).map(termOf) : []),
        ].filter((term) => term !== word.term),
      ] as const;
    }),
  );
}

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
