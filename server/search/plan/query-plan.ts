import type { ConceptId } from '../../domain/ids.ts';
import type { Term } from '../../language/split-terms.ts';
import type { Marked } from '../marks/mark-words.ts';
import type { ParsedQuery, PhraseReading } from '../query/parse-query.ts';
import type { QueryText } from '../query/query.ts';
import type { AlsoSearched } from './also-searched.ts';
import type { FamilyMatch } from './word-families.ts';

/** A word that no passage or label holds, and the one that was looked for instead. */
export type Correction = { readonly from: string; readonly to: string };

/** A word of the query, with everything that a passage may hold instead. */
export type QueryTerm = {
  /** The term of the word itself, or of its correction. */
  readonly term: string;
  /** The word as it is compared. */
  readonly word: string;
  /**
   * What stands for the same word or means the same: terms of its other forms, tokens of the families of which it, or a phrase
   * it is part of, is a member.
   */
  readonly synonyms: readonly string[];
  /** Tokens of the concepts whose label it is part of. */
  readonly concepts: readonly string[];
};

/** What is looked for: a query after everything that is known of words has been applied. */
export type QueryPlan = {
  readonly parsed: ParsedQuery;
  /** The words outside quotation marks, put right, in order, stop words among them. */
  readonly words: readonly Term[];
  /** Whether all that is asked for is a name. */
  readonly isName: boolean;
  /**
   * The names of bodies and laws that are asked for, as normalised words: none if more is asked for, or if they are authors, who are
   * found as such.
   */
  readonly bodies: readonly (readonly string[])[];
  /** Every family that the words hold a member of. */
  readonly families: readonly FamilyMatch[];
  /** At most {@link QUERY_LIMITS}.terms. */
  readonly queryTerms: readonly QueryTerm[];
  /** The words in quotation marks, as compared, by their terms. */
  readonly phraseTerms: ReadonlyMap<string, string>;
  /** Everything that ranks, with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** Of an exact search, the words that a passage must print for a term to count; absent where any form will do. */
  readonly exactWords?: ReadonlyMap<string, readonly string[]>;
  /** The concepts that the whole of the query names. */
  readonly topics: readonly ConceptId[];
  readonly alsoSearched: readonly AlsoSearched[];
  readonly corrections: readonly Correction[];
  readonly marked: Marked;
};

/** Plans queries. */
export type Planner = (query: QueryText, reading?: PhraseReading) => QueryPlan;
