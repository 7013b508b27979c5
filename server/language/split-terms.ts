import porter2 from 'wink-porter2-stemmer';
import { normalWords, splitWords, type Word } from './split-words.ts';

/**
 * Changes whenever the same text would give other terms, so that an index made by an older analyser is made anew.
 */
export const ANALYSER_VERSION = 1;

/** A word with the form that search and tagging compare. */
export type Term = Word & {
  /** Stemmed, and the same for spellings that differ only by -ise or -ize. */
  readonly term: string;
};

/** A row of terms that stands for a word or a phrase: one for a word, several for a phrase. */
export type TermSequence = readonly string[];

const known = new Map<string, string>();
const KNOWN_LIMIT = 50_000;

/** Splits a text into terms, in order, with their offsets. */
export const splitTerms = (text: string): Term[] =>
  splitWords(text).map(({ normal, start, end }) => ({ normal, start, end, term: termOf(normal) }));

/** The terms of a text alone, in order. */
export const termsIn = (text: string): string[] => normalWords(text).map(termOf);

/**
 * The term of one normalised word: Porter2's stem, after -ize has become -ise. All words on co-production share one
 * term, which the stemmer would part ("coproduct", "coproduc").
 */
export function termOf(normal: string): string {
  const seen = known.get(normal);
  if (seen !== undefined) return seen;
  const term = normal.startsWith('coproduc') ? 'coproduc' : porter2(withBritishEnding(normal));
  // Bounded, so that odd queries cannot fill the memory.
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(normal, term);
  return term;
}

const withBritishEnding = (word: string): string =>
  word.replace(/(?<=\w{3})iz(e|es|ed|ing|er|ers|ation|ations|ational)$/, 'is$1');
