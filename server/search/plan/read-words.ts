import { type Term, termOf } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';

/**
 * Reads typed words as the index knows them:
 *
 *     the US, where no text prints US     → the us
 *     ppgs, where texts print PPG         → ppg
 *     follow up, well being, e mail       → followup, wellbeing, email, if these are known
 *
 * Two words are one only where one of them says nothing by itself: "time bank" stays two, and finds "timebank" too (see
 * `findWordForms`).
 *
 * @param isKnown whether the index or a family of words has a normalised word
 */
export function readWords(words: readonly Term[], isKnown: (normal: string) => boolean): Term[] {
  const read: Term[] = [];
  for (const word of words.map((typed) => inPrintedCase(typed, isKnown))) {
    const before = read.at(-1);
    const joined = `${before?.normal ?? ''}${word.normal}`;
    if (before && mayBeOne(before, word) && joined.length > 4 && isKnown(joined))
      read[read.length - 1] = { normal: joined, term: termOf(joined), start: before.start, end: word.end };
    else read.push(word);
  }
  return read;
}

/** Longer words with an s are no plurals of abbreviations ("ppgs"), and the stemmer knows them. */
const LONGEST_PLURAL = 5;

/**
 * Whether two words may be one because one of them says nothing by itself: the second, or a letter that is no word. "A long" is not
 * "along".
 */
const mayBeOne = (one: Term, other: Term): boolean =>
  (!STOP_WORDS.has(one.normal) && STOP_WORDS.has(other.normal)) || /^[^ai]$/.test(one.normal);

function inPrintedCase(word: Term, isKnown: (normal: string) => boolean): Term {
  const small = word.normal.toLowerCase();
  const singular = small.replace(/s$/, '');
  if (small.length <= LONGEST_PLURAL && singular !== small && !isKnown(small) && isKnown(singular))
    return { ...word, normal: singular, term: termOf(singular) };
  return small === word.normal || isKnown(word.normal)
    ? word
    : { ...word, normal: small, term: termOf(small) };
}
