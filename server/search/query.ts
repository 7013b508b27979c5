import type { EssayKind } from '../domain/essay.ts';
import type { ConceptId, EssaySlug } from '../domain/ids.ts';
import type { Perspective } from '../domain/perspective.ts';

/** How results are ordered: best first, in the order of the essays, or by the essays' dates, latest first. */
export const SORTS = {
  relevance: 'Best match',
  essay: 'Order of the essays',
  newest: 'Newest first',
} as const;

/** The id of an order of results. */
export type Sort = keyof typeof SORTS;

/**
 * Which passages are meant: `all`, only those that hold every word of the text; `some`, those that hold any; `best`, those
 * that hold any are listed, but what can be counted counts those that hold every word, if there are such.
 */
export type Match = 'all' | 'best' | 'some';

/** What narrows a search. A passage must meet all of them. */
export type Filters = {
  readonly tags: readonly ConceptId[];
  /** Whether a passage must carry all of the tags or one of them. */
  readonly tagMode: 'all' | 'any';
  readonly perspective?: Perspective;
  /** Words of a name: passages of essays by, or about the work of, someone whose name holds all of them. */
  readonly author?: string;
  readonly essay?: EssaySlug;
  readonly kind?: EssayKind;
};

/** What is asked of the search. */
export type Query = Filters & {
  /** Free text; may be empty. */
  readonly text: string;
  /** Look for these words only: no word families, no concepts, no corrections. */
  readonly isExact: boolean;
  readonly match: Match;
  readonly sort: Sort;
  /** 1-based. */
  readonly page: number;
  readonly perPage: number;
};

/** The limits of a query. A longer text is cut and answered, with a notice; the others are refused by name. */
export const QUERY_LIMITS = {
  /** Characters of text: some 60 words. Longer queries only cost time. */
  textLength: 400,
  /**
   * Distinct terms that rank; the rarest are kept. With 16, nDCG@10 on collections of long questions is .03 to .05 lower
   * (CISI, LISA), with more than 32 no higher.
   */
  terms: 32,
  /** Phrases that are looked for, and as many that are kept out; further ones are left out, with a notice. */
  phrases: 8,
  /** Words that are corrected; further unknown ones are left as they are. Each costs a look at every known word. */
  corrections: 6,
  perPage: { default: 20, max: 100 },
  page: { max: 10_000 },
} as const;

/** A query with nothing in it, to make others from. */
export const EMPTY_QUERY: Query = {
  text: '',
  tags: [],
  tagMode: 'all',
  isExact: false,
  match: 'best',
  sort: 'relevance',
  page: 1,
  perPage: QUERY_LIMITS.perPage.default,
};

/** Whether any filter is set. */
export const hasFilters = ({ tags, perspective, author, essay, kind }: Filters): boolean =>
  tags.length > 0 || [perspective, author, essay, kind].some((filter) => filter !== undefined);
