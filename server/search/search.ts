import type { ConceptId, EssaySlug, PassageId } from '../domain/ids.ts';
import type { Facets, FacetValue } from './facets/count-facets.ts';
import type { Filters } from './facets/facets.ts';
import type { Segment, TextRange } from './marks/segments.ts';
import type { AlsoSearched } from './plan/also-searched.ts';
import type { Correction } from './plan/query-plan.ts';
import type { Query, QueryText } from './query/query.ts';
import type { Suggestion } from './suggest/suggest.ts';

// Whoever asks or answers finds every type of this contract here: with the query and its facets it is all that the pages know
// of the search.
export type { AlsoSearched, Correction, Facets, FacetValue, Segment, Suggestion, TextRange };

/**
 * What a corpus can be asked. Questions and answers are plain data, and every answer is awaited, so that a search server, or
 * a worker in a browser, can take over: passages and essays are known by their ids, stretches of a text by offsets.
 */
export type Search = {
  /** Answers a query. */
  readonly find: (query: Query) => Promise<Results>;
  /** The passages that a reader of one may want next, best first; none for a passage that is not there. */
  readonly related: (id: PassageId, limit: number) => Promise<readonly PassageId[]>;
  /** What to search for or go to, for what has been typed so far, best first. */
  readonly suggest: (typed: string) => Promise<readonly Suggestion[]>;
  /** What a query looks for in each of some texts: stretches in order, without overlap. Nothing is searched. */
  readonly mark: (query: QueryText, texts: readonly string[]) => Promise<readonly (readonly TextRange[])[]>;
};

/** A passage that was found. */
export type Hit = {
  readonly passage: PassageId;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The words of the query, as compared, that the passage holds, or holds another word of the same meaning for. */
  readonly matchedWords: readonly string[];
  /** The concepts looked for that the passage carries. */
  readonly concepts: readonly ConceptId[];
  /** The stretch of the passage that shows best why it was found. */
  readonly snippet: readonly Segment[];
  /** The question that it answers, if the query means one. */
  readonly answers?: string;
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
  /** Number of passages at the end of the list that do not print a phrase that was asked for, and come nearest. */
  readonly totalNear: number;
  /** The hits of this page. */
  readonly hits: readonly Hit[];
  /**
   * What the facets count: the passages that hold every word of the query, or, where there are none or the reader asks
   * for them, those that hold some. Counting all passages that share one word with a question would say little.
   */
  readonly facetsCount: 'matchingAll' | 'matchingSome';
  readonly facets: Facets;
  /** Guides for who may want the whole of an answer, best first; few. */
  readonly guides: readonly EssaySlug[];
  /** The word of the glossary that is asked for, by its id; perhaps none. */
  readonly words: readonly string[];
  readonly corrections: readonly Correction[];
  readonly alsoSearched: readonly AlsoSearched[];
  /** A plain sentence that explains an odd query or an empty answer. */
  readonly notice?: string;
};
