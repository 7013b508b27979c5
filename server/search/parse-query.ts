import { splitTerms, type Term } from '../language/split-terms.ts';

/** What a reader typed into the box, taken apart. */
export type ParsedQuery = {
  /** Words outside quotation marks, in order. */
  readonly words: readonly Term[];
  /** Phrases in quotation marks: each must stand in the passage, word for word. Normalised words, never empty. */
  readonly phrases: readonly (readonly string[])[];
  /** Terms that no passage may hold. */
  readonly excludedTerms: readonly string[];
  /** Phrases that no passage may hold. */
  readonly excludedPhrases: readonly (readonly string[])[];
  /** What passages are narrowed to, and what they are kept from by a minus before it. */
  readonly filters: TypedFilters;
  readonly excludedFilters: TypedFilters;
};

/** What stood after `tag:`, `author:` and `in:`, as typed. */
export type TypedFilters = {
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly essays: readonly string[];
};

/**
 * One piece of a query: perhaps a minus, perhaps `tag:`, `author:` or `in:`, then words in quotation marks (straight or
 * curly; the last may be left open) or one word. A minus inside a word ("well-being") is part of it.
 */
const PIECE =
  /(?<minus>(?<![^\s])[-\u2212](?=\S))?(?:(?<filter>tag|author|in):)?(?:["“”„](?<quoted>[^"“”„]*)["“”]?|(?<word>[^\s"“”„]+))/giu;

/** Takes a query apart. Nothing in it is an error: what is not understood counts as words. */
export function parseQuery(text: string): ParsedQuery {
  const words: Term[] = [];
  const parsed = {
    ...{ phrases: [] as string[][], excludedTerms: [] as string[], excludedPhrases: [] as string[][] },
    filters: { tags: [] as string[], authors: [] as string[], essays: [] as string[] },
    excludedFilters: { tags: [] as string[], authors: [] as string[], essays: [] as string[] },
  };
  // Words in a row are read together, so that "co production" stays one word.
  let run = '';
  const endRun = () => {
    words.push(...splitTerms(run));
    run = '';
  };
  for (const match of text.matchAll(PIECE)) {
    const { minus, filter, quoted, word = '' } = match.groups ?? {};
    const inside = quoted ?? word;
    if (filter !== undefined && inside.trim() !== '') {
      endRun();
      const { tags, authors, essays } = minus === undefined ? parsed.filters : parsed.excludedFilters;
      const lists = { tag: tags, author: authors, in: essays };
      lists[filter.toLowerCase() as keyof typeof lists].push(inside.trim());
    } else if (minus !== undefined) {
      endRun();
      const excluded = splitTerms(inside);
      if (quoted === undefined && excluded.length === 1)
        parsed.excludedTerms.push(...excluded.map(({ term }) => term));
      else if (excluded.length > 0) parsed.excludedPhrases.push(excluded.map(({ normal }) => normal));
    } else if (quoted !== undefined) {
      endRun();
      const phrase = splitTerms(quoted);
      if (phrase.length > 0) parsed.phrases.push(phrase.map(({ normal }) => normal));
    } else {
      run += `${word} `;
    }
  }
  endRun();
  return { words, ...parsed };
}
