import { splitTerms, type Term } from '../language/split-terms.ts';
import { normalWords } from '../language/split-words.ts';
import { QUERY_LIMITS } from './query.ts';

/** What a reader typed into the box, taken apart. */
export type ParsedQuery = {
  /** Words outside quotation marks, in order. */
  readonly words: readonly Term[];
  /** Those of them that are written as a name or in capitals, while not all are; normalised. */
  readonly names: ReadonlySet<string>;
  /** Phrases in quotation marks: each must stand in the passage in this order. Normalised words, never empty. */
  readonly phrases: readonly (readonly string[])[];
  /** Whether there were more phrases than are looked for. */
  readonly isCut: boolean;
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

/** The filters that stand in a text, each as typed, with the text that is left without it. */
export function listTypedFilters(text: string): { readonly typed: string; readonly rest: string }[] {
  return [...text.matchAll(PIECE)]
    .filter(
      ({ groups }) => groups?.filter !== undefined && (groups.quoted ?? groups.word ?? '').trim() !== '',
    )
    .map((match) => ({
      typed: match[0].trim(),
      rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
        .replace(/\s+/g, ' ')
        .trim(),
    }));
}

/**
 * Takes a query apart. Nothing in it is an error: what is not understood counts as words.
 *
 * @param phrases `as words` reads words in quotation marks as if they stood without
 */
export function parseQuery(text: string, phrases: 'in order' | 'as words' = 'in order'): ParsedQuery {
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
    } else if (quoted !== undefined && phrases === 'in order') {
      endRun();
      const phrase = splitTerms(quoted);
      if (phrase.length > 0) parsed.phrases.push(phrase.map(({ normal }) => normal));
    } else {
      run += `${inside} `;
    }
  }
  endRun();
  return {
    words,
    names: findNames(text, words),
    ...parsed,
    phrases: parsed.phrases.slice(0, QUERY_LIMITS.phrases),
    excludedPhrases: parsed.excludedPhrases.slice(0, QUERY_LIMITS.phrases),
    isCut: Math.max(parsed.phrases.length, parsed.excludedPhrases.length) > QUERY_LIMITS.phrases,
  };
}

/** The words that begin with a capital, in a text that has others too; the first word may have one for another reason. */
function findNames(text: string, words: readonly Term[]): ReadonlySet<string> {
  const printed = text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
  const isShouted = printed.length > 1 && printed.every((word) => word === word.toUpperCase());
  if (isShouted) return new Set();
  const capital = new Set(
    printed.filter((word, at) => isCapital(word) && (at > 0 || printed.length < 3)).flatMap(normalWords),
  );
  return new Set(words.map(({ normal }) => normal).filter((normal) => capital.has(normal)));
}
