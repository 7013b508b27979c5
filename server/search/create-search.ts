import type { Corpus } from '../domain/corpus.ts';
import { normalWords } from '../language/split-words.ts';
import { type BoxFilters, readBoxExclusions, readBoxFilters } from './box-filters.ts';
import { countFacets } from './count-facets.ts';
import { explainResults } from './explain-results.ts';
import { type Candidate, makeFilter, namesOf } from './filter-passages.ts';
import { makeSnippet } from './highlight.ts';
import { FIELD_WEIGHTS, loadPassageIndex, type StoredPassageIndex } from './passage-index.ts';
import { holdsPhrase } from './phrases.ts';
import { createPlanner, type QueryPlan } from './plan-query.ts';
import { type Filters, hasFilters, type Query } from './query.ts';
import type { Hit, Results, Search } from './results.ts';

type Scored = Candidate & {
  readonly score: number;
  readonly matches: readonly string[];
  readonly hasAllWords: boolean;
};

/** Makes the search over a corpus and its stored index. @throws Error if the index does not fit this program */
export function createSearch(corpus: Corpus, stored: StoredPassageIndex): Search {
  const index = loadPassageIndex(stored, corpus);
  const essays = new Map(corpus.essays.map((essay) => [essay.slug, essay]));
  const candidates: Candidate[] = corpus.passages.flatMap((passage) => {
    const essay = essays.get(passage.essay);
    return essay ? [{ passage, essay }] : [];
  });
  const byId = new Map<string, Candidate>(candidates.map((candidate) => [candidate.passage.id, candidate]));
  const places = new Map(candidates.map(({ passage }, place) => [passage.id, place]));
  const frequencies = countPassagesPerTerm(stored);
  const plan = createPlanner(corpus, (term) => frequencies.get(term) ?? 0);

  return async (query) => {
    const planned = plan(query.text, query.isExact);
    const box = readBoxFilters(planned.parsed.filters, corpus);
    const exclusions = readBoxExclusions(planned.parsed.excludedFilters, corpus);
    const filters = withBoxFilters(query, box);
    const isRanked = planned.weights.size > 0;
    const isAsked = isRanked || hasFilters(filters) || box.essays !== undefined;
    const found = isRanked
      ? rank(planned)
      : isAsked
        ? candidates.map((candidate) => scoreByTags(candidate, filters))
        : [];
    const passes = makeFilter(filters);
    const permitted = found
      .filter(makeLimits(planned, box))
      .filter((scored) => !exclusions.isExcluded(scored));
    const matchingAll = permitted.filter(({ hasAllWords }) => hasAllWords);

    const listed = (query.matchAll ? matchingAll : permitted).filter(passes);
    const countsAll = query.matchAll || matchingAll.some(passes);
    const inOrder = listed.sort((a, b) => compare(a, b, query));
    const shown = inOrder.slice((query.page - 1) * query.perPage, query.page * query.perPage);
    const results: Results = {
      query,
      total: listed.length,
      totalMatchingAll: matchingAll.filter(passes).length,
      hits: shown.map((scored) => toHit(scored, planned)),
      facetsCount: countsAll ? 'matchingAll' : 'matchingSome',
      facets: countFacets(countsAll ? matchingAll : permitted, filters, corpus.concepts),
      corrections: planned.corrections,
      alsoSearched: [
        ...planned.concepts.map(({ concept }) => ({
          kind: 'concept' as const,
          id: concept.id,
          label: concept.prefLabel,
        })),
        ...planned.families.map(({ name }) => ({ kind: 'family' as const, id: name, label: name })),
      ],
    };
    const notice = explainResults({
      isAsked,
      filters,
      unknown: [...box.unknown, ...exclusions.unknown],
      planned,
      results,
    });
    return notice === undefined ? results : { ...results, notice };
  };

  /** Passages that hold anything that ranks, by BM25. */
  function rank({ wanted, weights, parsed }: QueryPlan): Scored[] {
    const found = index.search([...weights.keys()].join(SEPARATOR), {
      tokenize: (text) => text.split(SEPARATOR),
      processTerm: (term) => term,
      combineWith: 'OR',
      boost: FIELD_WEIGHTS,
      boostTerm: (term) => weights.get(term) ?? 1,
    });
    return found.flatMap(({ id, score, queryTerms }): Scored[] => {
      const candidate = byId.get(id);
      if (!candidate) return [];
      const held = new Set(queryTerms);
      const hasAllWords = wanted.every(({ term, instead }) =>
        [term, ...instead].some((one) => held.has(one)),
      );
      // MiniSearch multiplies a score by the number of query terms that match; BM25 has counted them already.
      return [
        {
          ...candidate,
          score: score / queryTerms.length,
          matches: queryTerms,
          hasAllWords: hasAllWords && (wanted.length > 0 || parsed.phrases.length > 0),
        },
      ];
    });
  }

  /** A test of what the box demands beyond words: phrases, exclusions, essays. */
  function makeLimits(
    { parsed, weights, phraseTerms }: QueryPlan,
    { essays: permitted }: BoxFilters,
  ): (scored: Scored) => boolean {
    const excluded = new Set(
      parsed.excludedTerms.flatMap((term) =>
        index
          .search(term, { tokenize: (text) => [text], processTerm: (text) => text, fields: ['body'] })
          .map(({ id }) => String(id)),
      ),
    );
    const phrases = parsed.phrases.length + parsed.excludedPhrases.length > 0;
    return (scored) => {
      if (excluded.has(scored.passage.id)) return false;
      if (permitted && !permitted.includes(scored.essay.slug)) return false;
      if (!phrases) return true;
      // Only what holds all the words of a phrase can hold the phrase.
      const held = new Set(scored.matches);
      if (weights.size > 0 && !phraseTerms.every((term) => held.has(term))) return false;
      const fields = printedWords(scored);
      const holds = (phrase: readonly string[]) => fields.some((words) => holdsPhrase(words, phrase));
      return (weights.size === 0 || parsed.phrases.every(holds)) && !parsed.excludedPhrases.some(holds);
    };
  }

  function compare(a: Scored, b: Scored, { sort }: Query): number {
    const place = (places.get(a.passage.id) ?? 0) - (places.get(b.passage.id) ?? 0);
    if (sort === 'relevance') return b.score - a.score || place;
    // An essay without a known date comes last.
    if (sort === 'newest') return (b.essay.published ?? '').localeCompare(a.essay.published ?? '') || place;
    return place;
  }
}

/** Between the terms that are handed to MiniSearch: family tokens hold spaces. */
const SEPARATOR = '\n';

const withBoxFilters = (query: Query, { tags, author }: BoxFilters): Filters => {
  const names = [query.author, author].filter((name) => name !== undefined);
  return {
    ...query,
    tags: [...new Set([...query.tags, ...tags])],
    ...(names.length > 0 && { author: names.join(' ') }),
  };
};

/** The words of each field that a phrase may stand in. Kept once split, for phrases of common words look at many. */
function printedWords({ passage, essay }: Candidate): readonly (readonly string[])[] {
  const known = splitPassages.get(passage);
  if (known) return known;
  const fields = [passage.text, essay.title, ...passage.locator.headings, ...namesOf(essay)].map(normalWords);
  splitPassages.set(passage, fields);
  return fields;
}

const splitPassages = new WeakMap<Candidate['passage'], readonly (readonly string[])[]>();

/** How much a passage is about the tags that are asked for: an editor's word weighs more than any rule's evidence. */
function scoreByTags(candidate: Candidate, { tags }: Filters): Scored {
  const asked = candidate.passage.tags.filter(({ concept }) => tags.includes(concept));
  const score = asked.reduce(
    (sum, tag) => sum + (tag.by === 'editor' ? EDITOR_SCORE : tag.evidence.length),
    0,
  );
  return { ...candidate, score, matches: [], hasAllWords: true };
}

/** One more than the most evidence that a rule keeps. */
const EDITOR_SCORE = 5;

const toHit = ({ passage, essay, score, matches }: Scored, { marked }: QueryPlan): Hit => ({
  passage,
  essay,
  score: Math.round(score * 1000) / 1000,
  matches,
  snippet: makeSnippet(passage.text, marked),
});

/** Number of passages that hold each term in any field, read from the stored index. */
function countPassagesPerTerm({ index }: StoredPassageIndex): Map<string, number> {
  return new Map(
    index.index.map(([term, fields]) => [
      term,
      Math.max(0, ...Object.values(fields).map((passages) => Object.keys(passages).length)),
    ]),
  );
}
