import { splitTerms, type Term } from '../../language/split-terms.ts';
import { normalWords } from '../../language/split-words.ts';
import { QUERY_LIMITS } from './query.ts';
import { collectFilters, hasTyped, splitPieces, type TypedFilters } from './typed-filters.ts';

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

/** Whether phrases must stand in order, or their words are read as if they stood without quotation marks. */
export type PhraseReading = 'in order' | 'as words';

/** Takes a query apart. Nothing in it is an error: what is not understood counts as words. */
export function parseQuery(text: string, reading: PhraseReading = 'in order'): ParsedQuery {
  const words: Term[] = [];
  const phrases: string[][] = [];
  const excludedTerms: string[] = [];
  const excludedPhrases: string[][] = [];
  // Words in a row are read together, so that "co production" stays one word.
  let run = '';
  const endRun = () => {
    words.push(...splitTerms(run));
    run = '';
  };
  const pieces = splitPieces(text);
  for (const { isExcluded, facet, isQuoted, inside } of pieces) {
    if (!isExcluded && facet === undefined && (!isQuoted || reading === 'as words')) {
      run += `${inside} `;
      continue;
    }
    endRun();
    if (facet !== undefined) continue;
    const terms = splitTerms(inside);
    const [only] = terms;
    if (isExcluded && !isQuoted && terms.length === 1 && only) excludedTerms.push(only.term);
    else if (terms.length > 0)
      (isExcluded ? excludedPhrases : phrases).push(terms.map(({ normal }) => normal));
  }
  endRun();
  return {
    words,
    names: findNames(text, words),
    phrases: phrases.slice(0, QUERY_LIMITS.phrases),
    isCut: Math.max(phrases.length, excludedPhrases.length) > QUERY_LIMITS.phrases,
    excludedTerms,
    excludedPhrases: excludedPhrases.slice(0, QUERY_LIMITS.phrases),
    filters: collectFilters(pieces.filter(({ isExcluded }) => !isExcluded)),
    excludedFilters: collectFilters(pieces.filter(({ isExcluded }) => isExcluded)),
  };
}

/** Whether a query keeps anything out. */
export const excludesAnything = ({ excludedTerms, excludedPhrases, excludedFilters }: ParsedQuery): boolean =>
  excludedTerms.length + excludedPhrases.length > 0 || hasTyped(excludedFilters);

/** The words of a query without its operators, filters and exclusions, as one would say them. */
export const plainWords = (text: string): string =>
  splitPieces(text)
    .flatMap(({ isExcluded, facet, inside }) => (isExcluded || facet !== undefined ? [] : [inside.trim()]))
    .join(' ')
    .trim();

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
