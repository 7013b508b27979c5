import type { Corpus, Essay } from '../domain/corpus.ts';
import { createBoxReader } from './box-filters.ts';
import { countFacets } from './count-facets.ts';
import { explainLoosePhrases, explainResults } from './explain-results.ts';
import { createFacetTable, makeFilter } from './filter-passages.ts';
import { makeSnippet } from './highlight.ts';
import { limitPassages } from './limit-passages.ts';
import { loadPassageIndex } from './load-passage-index.ts';
import { conceptToken, type StoredPassageIndex } from './passage-index.ts';
import { createPlanner, type QueryPlan } from './plan-query.ts';
import { type Filters, hasFilters, type Query } from './query.ts';
import { bestPlaces, listPassages, type Ranking, rankPassages } from './rank-passages.ts';
import { createRelatedFinder } from './related-passages.ts';
import type { Hit, Results, Search } from './results.ts';
import { createSuggester } from './suggest.ts';

/** Makes the search over a corpus and its stored index. @throws Error if the index does not fit this program */
export function createSearch(corpus: Corpus, stored: StoredPassageIndex): Search {
  const { passages } = corpus;
  const index = loadPassageIndex(stored, corpus);
  const table = createFacetTable(corpus);
  const essayOf = essaysByPassage(corpus);
  const boxReader = createBoxReader(corpus);
  const planQuery = createPlanner(corpus, index);

  return {
    find,
    related: createRelatedFinder(corpus, index),
    suggest: createSuggester(corpus, stored.phrases),
  };

  async function find(query: Query): Promise<Results> {
    const plan = planQuery(query.text, query.isExact);
    const results = answer(query, plan);
    if (results.total > 0 || plan.parsed.phrases.length === 0 || query.isExact) return results;
    // Nothing has the phrase. Its words are the next best, as long as the reader is told.
    const loose = answer(query, planQuery(query.text, query.isExact, 'as words'));
    return loose.total === 0 ? results : { ...loose, notice: explainLoosePhrases(loose) };
  }

  function answer(query: Query, plan: QueryPlan): Results {
    const box = {
      filters: boxReader.readFilters(plan.parsed.filters),
      exclusions: boxReader.readExclusions(plan.parsed.excludedFilters),
    };
    const filters = withBoxFilters(query, box.filters);
    const isRanked = plan.weights.size > 0;
    const isAsked = isRanked || hasFilters(filters) || box.filters.essays !== undefined;
    const ranking = isRanked
      ? rankPassages(index, plan)
      : listPassages(corpus, isAsked ? filters.tags : undefined);
    const permitted = limitPassages(ranking.places, ranking.scores, plan.parsed, box, {
      ...{ index, corpus, essayOf },
    });

    const filter = makeFilter(filters, table, corpus);
    const passes = (place: number) => filter(place) === 0;
    const narrow = (places: number[]) => (hasFilters(filters) ? places.filter(passes) : places);
    const matchingAll = permitted.filter(ranking.hasAllWords);
    const listed = narrow(query.match === 'all' ? matchingAll : permitted);
    const countsAll = query.match === 'all' || (query.match === 'best' && matchingAll.some(passes));
    const results: Results = {
      query,
      filters,
      total: listed.length,
      totalMatchingAll: narrow(matchingAll).length,
      hits: placesOfPage(listed, ranking, query).map(makeHit(ranking, plan)),
      facetsCount: countsAll ? 'matchingAll' : 'matchingSome',
      facets: countFacets(countsAll ? matchingAll : permitted, filter, filters.tagMode, table),
      corrections: plan.corrections,
      alsoSearched: plan.alsoSearched,
      marked: plan.marked,
    };
    const unknown = [...box.filters.unknown, ...box.exclusions.unknown];
    const notice = explainResults({ isAsked, filters, unknown, planned: plan, results });
    return notice === undefined ? results : { ...results, notice };
  }

  function placesOfPage(places: number[], { scores }: Ranking, { sort, page, perPage }: Query): number[] {
    const end = page * perPage;
    const inOrder =
      sort === 'relevance'
        ? bestPlaces(places, scores, end)
        : places.sort((a, b) => (sort === 'newest' ? dateOf(b).localeCompare(dateOf(a)) : 0) || a - b);
    return inOrder.slice(end - perPage, end);
  }

  /** An essay without a known date comes last. */
  function dateOf(place: number): string {
    return essayOf[place]?.published ?? '';
  }

  function makeHit({ scores }: Ranking, { wanted, phraseTerms, weights, marked }: QueryPlan) {
    const meanings = [
      ...wanted.map(({ term, same }) => [term, ...same]),
      ...[...phraseTerms].map((term) => [term]),
    ];
    return (place: number): Hit => {
      const passage = passages[place];
      const essay = essayOf[place];
      if (!passage || !essay) throw new Error(`There is no passage at place ${place}`);
      return {
        passage,
        essay,
        score: Math.round((scores[place] ?? 0) * 1000) / 1000,
        matches: meanings
          .filter((tokens) => tokens.some((token) => index.holds(place, token)))
          .map(([term = '']) => term),
        concepts: passage.tags.map(({ concept }) => concept).filter((id) => weights.has(conceptToken(id))),
        snippet: makeSnippet(passage.text, marked),
      };
    };
  }
}

/** The essay of each passage, in the order of the passages. */
function essaysByPassage({ essays, passages }: Corpus): Essay[] {
  const bySlug = new Map(essays.map((essay) => [essay.slug, essay]));
  return passages.map((passage) => {
    const essay = bySlug.get(passage.essay);
    if (!essay) throw new Error(`Passage "${passage.id}": its essay "${passage.essay}" is not in the corpus`);
    return essay;
  });
}

/** The filters of a query with those that were typed into its box. */
const withBoxFilters = (
  { tags, tagMode, perspective, author, essay, kind }: Query,
  box: { readonly tags: Filters['tags']; readonly author?: string },
): Filters => {
  const names = [author, box.author].filter((name) => name !== undefined);
  return {
    tags: [...new Set([...tags, ...box.tags])],
    tagMode,
    ...(perspective && { perspective }),
    ...(names.length > 0 && { author: names.join(' ') }),
    ...(essay && { essay }),
    ...(kind && { kind }),
  };
};
