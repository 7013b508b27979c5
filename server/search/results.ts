import type { Essay } from '../domain/corpus.ts';
import type { Passage } from '../domain/passage.ts';
import type { Query } from './query.ts';

/** A piece of text that matches the query, or does not. Joined, the pieces give the text. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** A passage that was found. */
export type Hit = {
  readonly passage: Passage;
  readonly essay: Essay;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The query's terms that the passage holds. */
  readonly matches: readonly string[];
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

/** The answer to a query. */
export type Results = {
  readonly query: Query;
  /** Number of passages listed over all pages. */
  readonly total: number;
  /** Number of those that hold every word of the query; equal to `total` for a query of one word or none. */
  readonly totalMatchingAll: number;
  /** The hits of this page. */
  readonly hits: readonly Hit[];
  /**
   * What the facets count: the passages that hold every word of the query, or, where there are none, those that hold
   * some. Counting all passages that share one word with a question would say nothing.
   */
  readonly facetsCount: 'matchingAll' | 'matchingSome';
  readonly facets: Facets;
  readonly corrections: readonly Correction[];
  /** Concepts that the query means and families that its words belong to, looked for beside the words themselves. */
  readonly alsoSearched: readonly {
    readonly kind: 'concept' | 'family';
    readonly id: string;
    readonly label: string;
  }[];
  /** A plain sentence that explains an odd query or an empty answer. */
  readonly notice?: string;
};

/** Answers queries. Asynchronous, so that a search server can take its place. */
export type Search = (query: Query) => Promise<Results>;
