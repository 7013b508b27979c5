import { createCatalogue } from '../../server/domain/catalogue.ts';
import type { Corpus } from '../../server/domain/corpus.ts';
import type { Passage } from '../../server/domain/passage.ts';
import {
  FACET_NAMES,
  type FacetName,
  facetOf,
  forEachFacet,
  hasFilters,
  optionsById,
} from '../../server/search/facets/facets.ts';
import type { Query } from '../../server/search/query/query.ts';
import type { FacetValue, Hit, Results, Search, Segment, TextRange } from '../../server/search/search.ts';

/**
 * Another engine behind the door of the search: it reads through all passages for the words as they are typed. No index, no
 * stems, no concepts; every filter narrows. It imports of `server/search` what the pages may, and no more.
 */
export function createListSearch(corpus: Corpus): Search {
  const catalogue = createCatalogue(corpus);
  const idsOf = (name: FacetName, passage: Passage) =>
    facetOf(name).idsOf(passage, catalogue.essayOf(passage));

  return {
    find: async (query) => find(query),
    related: async (id, limit) => {
      const own = catalogue.passage(id);
      return corpus.passages
        .filter(
          (other) =>
            own && other.id !== id && idsOf('tag', other).some((tag) => idsOf('tag', own).includes(tag)),
        )
        .slice(0, limit)
        .map((other) => other.id);
    },
    suggest: async (typed) =>
      corpus.concepts
        .filter(({ prefLabel }) => prefLabel.toLowerCase().startsWith(typed.toLowerCase()))
        .map((concept) => ({ kind: 'concept', id: concept.id, text: concept.prefLabel })),
    mark: async ({ text }, texts) => texts.map((one) => rangesOf(text, one)),
  };

  function find(query: Query): Results {
    const isAsked = query.text !== '' || hasFilters(query.filters);
    const matching = corpus.passages
      .map((passage) => ({ passage, ranges: rangesOf(query.text, passage.text) }))
      .filter(
        ({ passage, ranges }) => isAsked && (query.text === '' || ranges.length > 0) && meets(passage, query),
      )
      .sort((a, b) => b.ranges.length - a.ranges.length);
    const start = (query.page - 1) * query.perPage;
    return {
      query,
      filters: query.filters,
      total: matching.length,
      totalMatchingAll: matching.length,
      totalNear: 0,
      hits: matching.slice(start, start + query.perPage).map(
        ({ passage, ranges }): Hit => ({
          passage: passage.id,
          score: ranges.length,
          matchedWords: [...wordsOf(query.text)],
          concepts: [],
          snippet: segmentsOf(passage.text, ranges),
        }),
      ),
      facetsCount: 'matchingAll',
      facets: forEachFacet((name) =>
        countValues(
          name,
          matching.map(({ passage }) => passage),
        ),
      ),
      guides: [],
      words: [],
      corrections: [],
      alsoSearched: [],
    };
  }

  function meets(passage: Passage, { filters }: Query): boolean {
    return FACET_NAMES.every((name) => filters[name].every((id) => idsOf(name, passage).includes(id)));
  }

  function countValues(name: FacetName, passages: readonly Passage[]): FacetValue[] {
    return [...optionsById(name, corpus).values()]
      .map(({ id, label }) => ({
        id,
        label,
        count: passages.filter((passage) => idsOf(name, passage).includes(id)).length,
      }))
      .filter(({ count }) => count > 0);
  }
}

const WORD = /\p{L}+/gu;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(WORD));

function rangesOf(query: string, text: string): TextRange[] {
  const words = wordsOf(query);
  return [...text.matchAll(WORD)]
    .filter(([word]) => words.has(word.toLowerCase()))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** The whole text, for passages are short. */
function segmentsOf(text: string, ranges: readonly TextRange[]): Segment[] {
  const ends = [0, ...ranges.flatMap(({ start, end }) => [start, end]), text.length];
  return ends
    .slice(1)
    .map((end, at) => ({ text: text.slice(ends[at], end), isMatch: at % 2 === 1 }))
    .filter((segment) => segment.text !== '');
}
