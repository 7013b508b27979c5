import { splitTerms, type Term } from '../../language/split-terms.ts';
import { normalWords } from '../../language/split-words.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import { QUERY_LIMITS } from './query.ts';
import {
  collectFilters,
  hasTyped,
  type QueryPiece,
  splitPieces,
  type TypedFilters,
} from './typed-filters.ts';

/** What a reader typed into the box, taken apart. */
export type ParsedQuery = {
  /** Words outside quotation marks, in order. */
  readonly words: readonly Term[];
  /** Those of them that are written as a name or in capitals, while not all are; normalised. */
  readonly names: ReadonlySet<string>;
  /** Phrases in quotation marks: each must stand in the passage in this order. Normalised words, never empty. */
  readonly phrases: readonly (readonly string[])[];
  /** Phrases that stood in quotation marks and are read as words: passages that have them in another form come first. */
  readonly loosePhrases: readonly (readonly string[])[];
  /** Whether one of the phrases is enough, because OR stands between them. */
  readonly isAnyPhrase: boolean;
  /** Whether there were more phrases than are looked for. */
  readonly isCut: boolean;
  /** Terms that a passage must hold, by AND or a plus: one of each group. */
  readonly required: readonly (readonly string[])[];
  /** Terms of the words on the sides of an OR: a passage that holds all of one side holds all words. */
  readonly alternatives: readonly (readonly string[])[];
  /** Normalised beginnings of words, before a star. */
  readonly begun: readonly string[];
  /** Terms that no passage may hold. */
  readonly excludedTerms: readonly string[];
  /** Phrases that no passage may hold. */
  readonly excludedPhrases: readonly (readonly string[])[];
  /** What passages are narrowed to, and what they are kept from by a minus before it. */
  readonly filters: TypedFilters;
  readonly excludedFilters: TypedFilters;
  /** What other search boxes understand and this one leaves out, as typed. */
  readonly foreign: readonly string[];
};

/** Whether phrases must stand in order, or their words are read as if they stood without quotation marks. */
export type PhraseReading = 'in order' | 'as words';

/** Words that follow each other without an operator between them. */
type Run = { readonly terms: string[]; readonly isInBrackets: boolean; readonly before?: 'and' | 'or' };

/** Takes a query apart. Nothing in it is an error: what is not understood counts as words, or is named as left out. */
export function parseQuery(text: string, reading: PhraseReading = 'in order'): ParsedQuery {
  const words: Term[] = [];
  const phrases: string[][] = [];
  const loosePhrases: string[][] = [];
  const excludedTerms: string[] = [];
  const excludedPhrases: string[][] = [];
  const pieces = readNegations(splitPieces(text));
  const required: string[][] = [];
  const begun: string[] = [];
  const runs: Run[] = [{ terms: [], isInBrackets: false }];
  let isInBrackets = false;
  // Words in a row are read together, so that "co production" stays one word.
  let row = '';
  const endRow = () => {
    const read = splitTerms(row);
    words.push(...read);
    runs.at(-1)?.terms.push(...read.filter(({ normal }) => !STOP_WORDS.has(normal)).map(({ term }) => term));
    row = '';
  };
  for (const { isExcluded, isRequired, isBegun, facet, isQuoted, inside, operator, bracket } of pieces) {
    if (operator !== undefined || bracket !== undefined) {
      endRow();
      if (bracket !== undefined) isInBrackets = bracket === '(';
      if (operator === 'and' || operator === 'or') runs.push({ terms: [], isInBrackets, before: operator });
      else if (bracket !== undefined) runs.push({ terms: [], isInBrackets });
      continue;
    }
    if (!isExcluded && facet === undefined && (!isQuoted || reading === 'as words')) {
      row += `${inside} `;
      if (isQuoted) loosePhrases.push(normalWords(inside));
      if (isRequired) required.push(...splitTerms(inside).map(({ term }) => [term]));
      if (isBegun) begun.push(...normalWords(inside).slice(-1));
      continue;
    }
    endRow();
    if (facet !== undefined) continue;
    const terms = splitTerms(inside);
    const [only] = terms;
    if (isExcluded && !isQuoted && terms.length === 1 && only) excludedTerms.push(only.term);
    else if (terms.length > 0)
      (isExcluded ? excludedPhrases : phrases).push(terms.map(({ normal }) => normal));
  }
  endRow();
  const operators = readOperators(runs);
  return {
    words,
    names: writtenAsNames(text, words),
    phrases: phrases.slice(0, QUERY_LIMITS.phrases),
    loosePhrases: loosePhrases.filter(({ length }) => length > 1).slice(0, QUERY_LIMITS.phrases),
    isAnyPhrase: pieces.some(({ operator }) => operator === 'or'),
    isCut: Math.max(phrases.length, excludedPhrases.length) > QUERY_LIMITS.phrases,
    required: [...required, ...operators.required],
    alternatives: operators.alternatives,
    begun,
    excludedTerms,
    excludedPhrases: excludedPhrases.slice(0, QUERY_LIMITS.phrases),
    filters: collectFilters(pieces.filter(({ isExcluded }) => !isExcluded)),
    excludedFilters: collectFilters(pieces.filter(({ isExcluded }) => isExcluded)),
    foreign: pieces.flatMap(({ foreign }) => (foreign === undefined ? [] : [foreign])),
  };
}

/** NOT as a minus before the piece that follows, and either as one before all that stand in brackets after it. */
function readNegations(pieces: readonly QueryPiece[]): QueryPiece[] {
  let isNegated: false | 'next' | 'bracket' = false;
  return pieces.flatMap((piece, at): QueryPiece[] => {
    const next = pieces[at + 1];
    if (piece.operator === 'not') {
      // "Carers should NOT be ignored" stresses a word.
      if (next && !next.isQuoted && STOP_WORDS.has(next.inside.toLowerCase())) return [asWord(piece)];
      isNegated = 'next';
      return [];
    }
    if (piece.bracket === '(' && (piece.isExcluded || isNegated === 'next')) {
      isNegated = 'bracket';
      return [];
    }
    if (piece.bracket === ')' && isNegated === 'bracket') {
      isNegated = false;
      return [];
    }
    if (!isNegated) {
      // In "trust AND NOT money" the AND has nothing of its own to join.
      return piece.operator !== undefined && next?.operator === 'not' ? [] : [piece];
    }
    if (piece.operator !== undefined) return [];
    if (isNegated === 'next') isNegated = false;
    return [{ ...piece, isExcluded: true }];
  });
}

/** An operator as the word that it is. */
function asWord({ operator, ...piece }: QueryPiece): QueryPiece {
  return { ...piece, inside: operator ?? '' };
}

/**
 * What AND and OR ask for. Between words without brackets OR weighs more, as a reader of a list of results would have it:
 * "trust OR power AND money" demands nothing.
 *
 *     trust AND power            required trust, power
 *     (trust OR power) money     alternatives trust, power
 *     (trust OR power) AND money required trust or power, money
 */
function readOperators(runs: readonly Run[]): Pick<ParsedQuery, 'required' | 'alternatives'> {
  const hasAnd = runs.some(({ before }) => before === 'and');
  const hasOr = (isInBrackets: boolean) =>
    runs.some((run) => run.before === 'or' && run.isInBrackets === isInBrackets);
  const alternatives = runs.flatMap((run, at) => {
    const isSide = run.before === 'or' || runs[at + 1]?.before === 'or';
    return isSide && run.terms.length > 0 ? [run.terms] : [];
  });
  if (!hasAnd || hasOr(false)) return { required: [], alternatives };
  const bracketed = hasOr(true)
    ? runs.filter(({ isInBrackets }) => isInBrackets).flatMap(({ terms }) => terms)
    : [];
  const alone = runs
    .filter(({ isInBrackets }) => !isInBrackets || !hasOr(true))
    .flatMap(({ terms }) => terms);
  return {
    required: [...alone.map((term) => [term]), ...(bracketed.length > 0 ? [bracketed] : [])],
    alternatives,
  };
}

/** Whether a query keeps anything out. */
export const excludesAnything = ({ excludedTerms, excludedPhrases, excludedFilters }: ParsedQuery): boolean =>
  excludedTerms.length + excludedPhrases.length > 0 || hasTyped(excludedFilters);

/** The words of a query without its operators, filters and exclusions, as one would say them. */
export const plainWords = (text: string): string =>
  readNegations(splitPieces(text))
    .flatMap(({ isExcluded, facet, inside }) => (isExcluded || facet !== undefined ? [] : [inside.trim()]))
    .filter((inside) => inside !== '')
    .join(' ')
    .trim();

/**
 * The words that are written as a name, in a text that has others too. A first word has its capital for another reason, unless the
 * next has one too or it is in capitals throughout.
 */
function writtenAsNames(text: string, words: readonly Term[]): ReadonlySet<string> {
  const printed = text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? '');
  const isShouted = printed.length > 1 && printed.every((word) => word === word.toUpperCase());
  if (isShouted) return new Set();
  const isName = (word: string, at: number): boolean =>
    isCapital(word) && (at > 0 || isCapital(printed[1]) || /^\p{Lu}{2,}s?$/u.test(word));
  const named = new Set(printed.filter(isName).flatMap(normalWords));
  return new Set(words.map(({ normal }) => normal).filter((normal) => named.has(normal)));
}
