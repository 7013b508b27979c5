import type { Essay } from '../domain/corpus.ts';
import type { ConceptId } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import type { Marked } from './highlight.ts';
import type { Filters, Query } from './query.ts';
import type { RelatedFinder } from './related-passages.ts';
import type { Suggester } from './suggest.ts';

/** A piece of text that matches the query, or does not. Joined, the pieces give the text. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** A passage that was found. */
export type Hit = {
  readonly passage: Passage;
  readonly essay: Essay;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The terms of the query that the passage holds, or holds another word of the same meaning for. */
  readonly matches: readonly string[];
  /** The concepts looked for that the passage carries. */
  readonly concepts: readonly ConceptId[];
  /** The stretch of the passage that shows best why it was found. */
  readonly snippet: readonly Segment[];
};

/**
 * A value that results can be narrowed to, with the number of passages that have it. Choosing it leaves that many; where
 * any of several tags will do, it adds its passages to those of the others.
 */
export type FacetValue = { readonly id: string; readonly label: string; readonly count: number };

/** Facets, each by count and then label. */
export type Facets = {
  readonly tags: readonly FacetValue[];
  readonly perspectives: readonly FacetValue[];
  readonly authors: readonly FacetValue[];
  readonly kinds: readonly FacetValue[];
  readonly essays: readonly FacetValue[];
};

/** A word that no passage or label holds, and the one that was looked for instead. */
export type Correction = { readonly from: string; readonly to: string };

/**
 * What was looked for beside the words themselves: a concept that the query means or leans to, or the family of a word
 * of it; then `id` and `label` are the word as it is compared.
 */
export type AlsoSearched = {
  readonly kind: 'concept' | 'family';
  readonly id: string;
  readonly label: string;
};

/** The answer to a query. */
export type Results = {
  readonly query: Query;
  /** The filters of the query with those that were typed into its box. */
  readonly filters: Filters;
  /** Number of passages listed over all pages. */
  readonly total: number;
  /** Number of those that hold every word of the query, or one that means the same. */
  readonly totalMatchingAll: number;
  /** The hits of this page. */
  readonly hits: readonly Hit[];
  /**
   * What the facets count: the passages that hold every word of the query, or, where there are none or the reader asks
   * for them, those that hold some. Counting all passages that share one word with a question would say little.
   */
  readonly facetsCount: 'matchingAll' | 'matchingSome';
  readonly facets: Facets;
  readonly corrections: readonly Correction[];
  readonly alsoSearched: readonly AlsoSearched[];
  /** What is marked in a text that the query led to. */
  readonly marked: Marked;
  /** A plain sentence that explains an odd query or an empty answer. */
  readonly notice?: string;
};

/** What a corpus can be asked. */
export type Search = {
  /** Answers a query. Asynchronous, so that a search server can take its place. */
  readonly find: (query: Query) => Promise<Results>;
  readonly related: RelatedFinder;
  readonly suggest: Suggester;
};
