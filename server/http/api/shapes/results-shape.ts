import type { Query } from '../../../search/query.ts';
import type {
  AlsoSearched,
  Correction,
  Facets,
  FacetValue,
  Hit,
  Results,
  Segment,
} from '../../../search/results.ts';
import type { ShapeContext } from './links.ts';
import { type ApiPassage, toApiPassage } from './passage-shape.ts';

/** What was asked, by the names of the parameters; a filter that is not set is absent. */
export type ApiQuery = {
  readonly q: string;
  readonly tag: readonly string[];
  readonly tagMode: Query['tagMode'];
  readonly perspective?: string | undefined;
  readonly author?: string | undefined;
  readonly essay?: string | undefined;
  readonly kind?: string | undefined;
  readonly exact: boolean;
  readonly match: Query['match'];
  readonly sort: Query['sort'];
  readonly page: number;
  readonly perPage: number;
};

/** A passage that was found. `score` is comparable within one answer only; the pieces of `snippet` join to its text. */
export type ApiHit = {
  readonly passage: ApiPassage;
  readonly score: number;
  readonly snippet: readonly Segment[];
};

/** The answer to a search. */
export type ApiResults = {
  readonly query: ApiQuery;
  /** Number of passages over all pages. */
  readonly total: number;
  /** Number of those with every word of the text, or one that means the same. */
  readonly totalMatchingAll: number;
  readonly page: number;
  readonly perPage: number;
  readonly hits: readonly ApiHit[];
  readonly facetsCount: Results['facetsCount'];
  readonly facets: Facets;
  readonly correction?: readonly Correction[];
  readonly alsoSearched?: readonly AlsoSearched[];
  /** What a reader should know of the answer, in plain sentences. */
  readonly notice?: string;
};

/** Makes the answer to a search. */
export function toApiResults(
  results: Results,
  notices: readonly string[],
  context: ShapeContext,
): ApiResults {
  const { query, corrections, alsoSearched } = results;
  return {
    query: toApiQuery(query),
    total: results.total,
    totalMatchingAll: results.totalMatchingAll,
    page: query.page,
    perPage: query.perPage,
    hits: results.hits.map((hit) => toApiHit(hit, context)),
    facetsCount: results.facetsCount,
    facets: toApiFacets(results.facets),
    ...(corrections.length > 0 && { correction: corrections.map(({ from, to }) => ({ from, to })) }),
    ...(alsoSearched.length > 0 && {
      alsoSearched: alsoSearched.map(({ kind, id, label }) => ({ kind, id, label })),
    }),
    ...(notices.length > 0 && { notice: notices.join(' ') }),
  };
}

const toApiQuery = (query: Query): ApiQuery => ({
  q: query.text,
  tag: query.tags,
  tagMode: query.tagMode,
  perspective: query.perspective,
  author: query.author,
  essay: query.essay,
  kind: query.kind,
  exact: query.isExact,
  match: query.match,
  sort: query.sort,
  page: query.page,
  perPage: query.perPage,
});

const toApiHit = ({ passage, score, snippet }: Hit, context: ShapeContext): ApiHit => ({
  passage: toApiPassage(passage, context),
  score,
  snippet: snippet.map(({ text, isMatch }) => ({ text, isMatch })),
});

const toApiFacets = ({ tags, perspectives, authors, kinds, essays }: Facets): Facets => ({
  tags: tags.map(toApiFacetValue),
  perspectives: perspectives.map(toApiFacetValue),
  authors: authors.map(toApiFacetValue),
  kinds: kinds.map(toApiFacetValue),
  essays: essays.map(toApiFacetValue),
});

const toApiFacetValue = ({ id, label, count }: FacetValue): FacetValue => ({ id, label, count });
