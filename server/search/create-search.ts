import type { Corpus } from '../domain/corpus.ts';
import { analyseQuery } from './analyse-query.ts';
import { countFacets } from './count-facets.ts';
import { type Candidate, makeFilter } from './filter-passages.ts';
import { makeSnippet } from './highlight.ts';
import { FIELD_WEIGHTS, loadPassageIndex, type StoredPassageIndex } from './passage-index.ts';
import { hasFilters, type Query } from './query.ts';
import type { Hit, Results, Search } from './results.ts';

type Scored = Candidate & { readonly score: number; readonly matches: readonly string[] };

/** Makes the search over a corpus and its stored index. @throws Error if the index does not fit this program */
export function createSearch(corpus: Corpus, stored: StoredPassageIndex): Search {
  const index = loadPassageIndex(stored);
  const essays = new Map(corpus.essays.map((essay) => [essay.slug, essay]));
  const candidates: Candidate[] = corpus.passages.flatMap((passage) => {
    const essay = essays.get(passage.essay);
    return essay ? [{ passage, essay }] : [];
  });
  const byId = new Map<string, Candidate>(candidates.map((candidate) => [candidate.passage.id, candidate]));
  const places = new Map(candidates.map(({ passage }, place) => [passage.id, place]));
  const frequencies = countPassagesPerTerm(stored);

  return async (query) => {
    const { terms } = analyseQuery(query.text, (term) => frequencies.get(term) ?? 0);
    const isListing = query.text.trim() === '' && hasFilters(query);
    const found = isListing ? candidates.map((candidate) => scoreByTags(candidate, query)) : rank(terms);
    const matchingAll = isListing ? found : found.filter(({ matches }) => matches.length === terms.length);

    const listed = (query.matchAll ? matchingAll : found).filter(makeFilter(query));
    const countsAll = query.matchAll || isListing || matchingAll.some(makeFilter(query));
    const inOrder = listed.sort((a, b) => compare(a, b, query));
    const shown = inOrder.slice((query.page - 1) * query.perPage, query.page * query.perPage);
    const results: Results = {
      query,
      total: listed.length,
      totalMatchingAll: matchingAll.filter(makeFilter(query)).length,
      hits: shown.map((scored) => toHit(scored)),
      facetsCount: countsAll ? 'matchingAll' : 'matchingSome',
      facets: countFacets(countsAll ? matchingAll : found, query, corpus.concepts),
    };
    const notice = explain(query, terms, results);
    return notice === undefined ? results : { ...results, notice };
  };

  /** Passages that hold any of the terms, by BM25. */
  function rank(terms: readonly string[]): Scored[] {
    if (terms.length === 0) return [];
    const found = index.search(terms.join(' '), {
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
      combineWith: 'OR',
      boost: FIELD_WEIGHTS,
    });
    return found.flatMap(({ id, score, queryTerms }): Scored[] => {
      const candidate = byId.get(id);
      // MiniSearch multiplies a score by the number of query terms that match; BM25 has counted them already.
      return candidate ? [{ ...candidate, score: score / queryTerms.length, matches: queryTerms }] : [];
    });
  }

  function compare(a: Scored, b: Scored, { sort }: Query): number {
    const place = (places.get(a.passage.id) ?? 0) - (places.get(b.passage.id) ?? 0);
    if (sort === 'relevance') return b.score - a.score || place;
    // An essay without a known date comes last.
    if (sort === 'newest') return (b.essay.published ?? '').localeCompare(a.essay.published ?? '') || place;
    return place;
  }
}

/** How much a passage is about the tags that are asked for: an editor's word weighs more than any rule's evidence. */
function scoreByTags(candidate: Candidate, { tags }: Query): Scored {
  const asked = candidate.passage.tags.filter(({ concept }) => tags.includes(concept));
  const score = asked.reduce(
    (sum, tag) => sum + (tag.by === 'editor' ? EDITOR_SCORE : evidenceScore(tag)),
    0,
  );
  return { ...candidate, score, matches: [] };
}

const EDITOR_SCORE = 5;
const evidenceScore = ({ evidence }: { readonly evidence: readonly unknown[] }): number =>
  Math.min(evidence.length, EDITOR_SCORE - 1);

const toHit = ({ passage, essay, score, matches }: Scored): Hit => ({
  passage,
  essay,
  score: Math.round(score * 1000) / 1000,
  matches,
  snippet: makeSnippet(passage.text, new Set(matches)),
});

/** A plain sentence where the reader may wonder what happened. */
function explain(query: Query, terms: readonly string[], { total }: Results): string | undefined {
  if (query.text.trim() === '') {
    if (!hasFilters(query)) return 'Type some words to search for, or choose a topic.';
    return total === 0
      ? 'No passage meets all of these filters. Take one away, or choose another topic.'
      : undefined;
  }
  if (terms.length === 0)
    return 'There is no word in your search that we could look for. Try a word such as “trust”.';
  if (total > 0) return undefined;
  return hasFilters(query)
    ? 'No passage has these words and meets these filters. Take a filter away, or try other words.'
    : 'No passage has any of these words. Check the spelling, try other words, or choose a topic.';
}

/** Number of passages that hold each term in any field, read from the stored index. */
function countPassagesPerTerm({ index }: StoredPassageIndex): Map<string, number> {
  return new Map(
    index.index.map(([term, fields]) => [
      term,
      Math.max(0, ...Object.values(fields).map((passages) => Object.keys(passages).length)),
    ]),
  );
}
