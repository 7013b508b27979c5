import { type Filters, NO_FILTERS } from '../facets/facets.ts';
import type { TagMode } from '../facets/filter-passages.ts';

/** How results are ordered: best first, in the order of the essays, or by the essays' dates, latest first. */
export const SORTS = {
  relevance: 'Best match',
  essay: 'Order of the essays',
  newest: 'Newest first',
} as const;

/** The id of an order of results. */
export type Sort = keyof typeof SORTS;

/**
 * Which passages are meant: `all`, only those that hold every word of the text; `some`, those that hold any; `best`,
 * those that hold any are listed, but what can be counted counts those that hold every word, if there are such.
 */
export type Match = 'all' | 'best' | 'some';

/** The words of a query, and how they are read. */
export type QueryText = {
  /** Free text; may be empty. */
  readonly text: string;
  /** Look for these words only, in this very form: no endings, word families, concepts, corrections. */
  readonly isExact: boolean;
  /** Plain words that are not to be looked for, as compared. */
  readonly without?: readonly string[];
};

/** What is asked of the search. */
export type Query = QueryText & {
  readonly filters: Filters;
  readonly tagMode: TagMode;
  readonly match: Match;
  readonly sort: Sort;
  /** 1-based. */
  readonly page: number;
  readonly perPage: number;
};

/** The limits of a query. A longer text is cut and answered, with a notice; the others are refused by name. */
export const QUERY_LIMITS = {
  /** Characters of text: some 60 words. */
  textLength: 400,
  /** Distinct terms that rank; of more, those with the highest idf are kept. Measured in docs/decisions/0006. */
  terms: 32,
  /** Phrases that are looked for, and as many that are kept out; further ones are left out, with a notice. */
  phrases: 8,
  /** Plain words that are left out. */
  without: 24,
  /** Words that are corrected; further unknown ones are left as they are. Each costs a look at every known word. */
  corrections: 6,
  perPage: { default: 20, max: 100 },
  page: { max: 10_000 },
} as const;

/** A query with nothing in it, to make others from. */
export const EMPTY_QUERY: Query = {
  text: '',
  isExact: false,
  filters: NO_FILTERS,
  tagMode: 'all',
  match: 'best',
  sort: 'relevance',
  page: 1,
  perPage: QUERY_LIMITS.perPage.default,
};

/** A query narrowed to what is chosen of some facets; the others stay as they are. */
export const narrow = (query: Query, chosen: Partial<Filters>): Query => ({
  ...query,
  filters: { ...query.filters, ...chosen },
});
