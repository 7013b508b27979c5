import type { FACETS, FacetField, FacetName, Filters } from '../../../search/facets/facets.ts';
import type { Query } from '../../../search/query/query.ts';
import type {
  AlsoSearched,
  Correction,
  Facets,
  FacetValue,
  Hit,
  Results,
  Segment,
} from '../../../search/search.ts';
import { type ApiWordLink, type ShapeContext, toWordLink } from './links.ts';
import { type ApiPassage, toApiPassage } from './passage-shape.ts';

/** What was asked, by the names of the parameters; a filter of one value that is not set is absent. */
export type ApiQuery = ApiFilters & {
  readonly q: string;
  readonly tagMode: Query['tagMode'];
  readonly exact: boolean;
  readonly without: readonly string[];
  readonly match: Query['match'];
  readonly sort: Query['sort'];
  readonly page: number;
  readonly perPage: number;
};

/** The filters of a query: a list where several values can be chosen. */
type ApiFilters = {
  readonly [Name in FacetName]: (typeof FACETS)[Name]['choice'] extends 'one'
    ? string | undefined
    : readonly string[];
};

/** The values that an answer can be narrowed to, by the names of their lists. */
export type ApiFacets = Readonly<Record<FacetField, readonly FacetValue[]>>;

/** A passage that was found. `score` is comparable within one answer only; the pieces of `snippet` join to its text. */
export type ApiHit = {
  readonly passage: ApiPassage;
  readonly score: number;
  readonly snippet: readonly Segment[];
  /** The question that it answers, if the search means one. */
  readonly answers?: string;
};

/** The answer to a search. */
export type ApiResults = {
  readonly query: ApiQuery;
  /** Number of passages over all pages. */
  readonly total: number;
  /** Number of those with every word of the text, or one that means the same. */
  readonly totalMatchingAll: number;
  /** Number of those at the end of the list that do not print a phrase that was asked for, and come nearest. */
  readonly totalNear: number;
  readonly page: number;
  readonly perPage: number;
  readonly hits: readonly ApiHit[];
  readonly facetsCount: Results['facetsCount'];
  readonly facets: ApiFacets;
  /** The word of the glossary that was asked for. */
  readonly words?: readonly ApiWordLink[];
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
  const words = results.words.flatMap((id) => toWordLink(id, context));
  return {
    query: toApiQuery(query),
    total: results.total,
    totalMatchingAll: results.totalMatchingAll,
    totalNear: results.totalNear,
    page: query.page,
    perPage: query.perPage,
    hits: results.hits.flatMap((hit) => toApiHit(hit, context)),
    facetsCount: results.facetsCount,
    facets: toApiFacets(results.facets),
    ...(words.length > 0 && { words }),
    ...(corrections.length > 0 && { correction: corrections.map(({ from, to }) => ({ from, to })) }),
    ...(alsoSearched.length > 0 && {
      alsoSearched: alsoSearched.map(toApiAlsoSearched),
    }),
    ...(notices.length > 0 && { notice: notices.join(' ') }),
  };
}

const toApiAlsoSearched = (also: AlsoSearched): AlsoSearched =>
  also.kind === 'word'
    ? { kind: also.kind, id: also.id, label: also.label, because: also.because }
    : { kind: also.kind, id: also.id, label: also.label };

const toApiQuery = (query: Query): ApiQuery => ({
  q: query.text,
  ...toApiFilters(query.filters),
  tagMode: query.tagMode,
  exact: query.isExact,
  without: query.without ?? [],
  match: query.match,
  sort: query.sort,
  page: query.page,
  perPage: query.perPage,
});

const toApiFilters = (filters: Filters): ApiFilters => ({
  tag: filters.tag,
  perspective: filters.perspective[0],
  nation: filters.nation,
  quotable: filters.quotable[0],
  author: filters.author[0],
  kind: filters.kind[0],
  essay: filters.essay[0],
});

const toApiHit = ({ passage: id, score, snippet, answers }: Hit, context: ShapeContext): ApiHit[] => {
  const passage = context.catalogue.passage(id);
  if (!passage) return [];
  return [
    {
      passage: toApiPassage(passage, context),
      score,
      snippet: snippet.map(({ text, isMatch, isPlain }) => ({ text, isMatch, ...(isPlain && { isPlain }) })),
      ...(answers !== undefined && { answers }),
    },
  ];
};

const toApiFacets = (facets: Facets): ApiFacets => ({
  tags: facets.tag.map(toApiFacetValue),
  perspectives: facets.perspective.map(toApiFacetValue),
  nations: facets.nation.map(toApiFacetValue),
  quotable: facets.quotable.map(toApiFacetValue),
  authors: facets.author.map(toApiFacetValue),
  kinds: facets.kind.map(toApiFacetValue),
  essays: facets.essay.map(toApiFacetValue),
});

const toApiFacetValue = ({ id, label, count }: FacetValue): FacetValue => ({ id, label, count });
