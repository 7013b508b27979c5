import porter2 from 'wink-porter2-stemmer';
import { toBritishSpelling } from './british-spelling.ts';
import { normalWords, splitWords, type Word } from './split-words.ts';

/**
 * Changes whenever the same text would give other terms, so that an index made by an older analyser is made anew.
 */
export const ANALYSER_VERSION = 2;

/** A word with the form that search and tagging compare. */
export type Term = Word & {
  /** Stemmed, and the same for British and American spellings. */
  readonly term: string;
};

/** A row of terms that stands for a word or a phrase: one for a word, several for a phrase. */
export type TermSequence = readonly string[];

/** The terms of words whose sense has parted from that of others with the same stem. */
let parted: ReadonlyMap<string, string> = new Map();

/** The groups of words of a line such as "past | paste, pasted": those of one group mean the same. */
export const partingOf = (line: string): string[][] =>
  line.split('|').map((group) =>
    group
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );

/**
 * Parts stems from here on, for everything that this process reads: texts and queries can only be compared if all were stemmed
 * alike. Called before a text is, with the lines of the content or of a stored index.
 *
 * @param lines words that one stem would join; see {@link partingOf}. Those of the first group keep the stem, of each other the
 *   first word stands for its group, with a mark that no stem has
 */
export function partStems(lines: readonly string[]): void {
  parted = new Map(
    lines.flatMap((line) =>
      partingOf(line)
        .slice(1)
        .flatMap((group) => group.map((word) => [toBritishSpelling(word), `${group[0] ?? word}~`] as const)),
    ),
  );
  known.clear();
}

const known = new Map<string, string>();
const KNOWN_LIMIT = 50_000;

/** Splits a text into terms, in order, with their offsets. */
export const splitTerms = (text: string): Term[] =>
  splitWords(text).map(({ normal, start, end }) => ({ normal, start, end, term: termOf(normal) }));

/** The terms of a text alone, in order. */
export const termsIn = (text: string): string[] => normalWords(text).map(termOf);

/**
 * The term of one normalised word: Porter2's stem of its British spelling, unless it is parted from the
 * other words of that stem. All words on co-production share one term, which the stemmer would part ("coproduct",
 * "coproduc"). An abbreviation in capitals stays as it is.
 */
export function termOf(normal: string): string {
  const seen = known.get(normal);
  if (seen !== undefined) return seen;
  const term = makeTerm(normal);
  // Bounded, so that odd queries cannot fill the memory.
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(normal, term);
  return term;
}

function makeTerm(normal: string): string {
  if (/^(?:coproduc|copro$|coprod$)/.test(normal)) return 'coproduc';
  if (/^[A-Z]|\d/.test(normal)) return normal;
  const british = toBritishSpelling(normal);
  return parted.get(british) ?? porter2(british);
}
