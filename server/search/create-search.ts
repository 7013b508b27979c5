import { createCatalogue } from '../domain/catalogue.ts';
import type { Corpus } from '../domain/corpus.ts';
import { explainLoosePhrases, explainResults } from './explain-results.ts';
import { countFacets } from './facets/count-facets.ts';
import { createFacetTable } from './facets/facet-table.ts';
import { type Filters, forEachFacet, hasFilters } from './facets/facets.ts';
import { makeFilter } from './facets/filter-passages.ts';
import { createGuideFinder } from './find-guides.ts';
import { createWordFinder } from './find-words.ts';
import { loadPassageIndex } from './index/passage-index.ts';
import { conceptToken, type DocId, type StoredPassageIndex } from './index/stored-passage-index.ts';
import { markWords, rangesOf } from './marks/mark-words.ts';
import { makeSnippet } from './marks/snippet.ts';
import { createPlanner } from './plan/plan-query.ts';
import type { QueryPlan } from './plan/query-plan.ts';
import { createBoxReader } from './query/box-filters.ts';
import { type ParsedQuery, plainWords } from './query/parse-query.ts';
import type { Query, QueryText } from './query/query.ts';
import { createQuestionFinder } from './questions/find-questions.ts';
import { type BoxLimits, isInBox, limitPassages } from './ranking/limit-passages.ts';
import { pageOfPassages } from './ranking/page-of-passages.ts';
import { listPassages, type Ranking, rankPassages } from './ranking/rank-passages.ts';
import { createRelatedFinder } from './ranking/related-passages.ts';
import type { Hit, Results, Search } from './search.ts';
import { createSuggester } from './suggest/suggest.ts';
import { createBoxSuggester } from './suggest/suggest-for-box.ts';

export const QW = { weight: 1, least: 0.3, finds: 0.5, power: 1 };

/** What the search needs to know beyond the corpus. */
export type SearchOptions = {
  /** Whether a normalised word is English, though the index lacks it: then it is not corrected. Without it, none is. */
  readonly isEnglish?: (word: string) => boolean;
};

/**
 * Makes the search over a corpus and its stored index, in this process. It reads no file and needs nothing of Node, so that
 * it also runs in a browser.
 *
 * @throws Error if the index does not fit this program or the corpus
 */
export function createSearch(
  corpus: Corpus,
  stored: StoredPassageIndex,
  { isEnglish = () => false }: SearchOptions = {},
): Search {
  const { passages } = corpus;
  const index = loadPassageIndex(stored, corpus);
  const essayOf = passages.map(createCatalogue(corpus).essayOf);
  const docIdsOf = new Map<string, DocId[]>(corpus.essays.map(({ slug }) => [slug, []]));
  for (const [docId, { slug }] of essayOf.entries()) docIdsOf.get(slug)?.push(docId);
  const table = createFacetTable(corpus, essayOf);
  const boxReader = createBoxReader(table);
  const planQuery = createPlanner(corpus, index, isEnglish);
  const findRelated = createRelatedFinder(corpus, index);
  const suggest = createSuggester(corpus, stored.phrases);
  const suggestForBox = createBoxSuggester(corpus, suggest, (parsed) => {
    const box = readBox(parsed);
    const filter = makeFilter(box.filters.filters, 'all', table);
    return (docId) => filter(docId) === 0 && isInBox(box, docId);
  });
  const findGuides = createGuideFinder(corpus);
  const docIdOfPassage = new Map(passages.map(({ id }, at) => [id, at]));
  const findQuestions = createQuestionFinder(
    corpus.questions,
    ({ passage }) => docIdOfPassage.get(passage),
    corpus.wordFamilies,
  );
  const findWords = createWordFinder(corpus.glossary);

  return {
    find: async (query) => find(query),
    related: async (id, limit) => findRelated(id, limit),
    suggest: async (typed) => suggestForBox(typed),
    mark: async (query, texts) => {
      const { marked } = planToMark(query);
      return texts.map((text) => rangesOf(markWords(text, marked)));
    },
  };

  function find(query: Query): Results {
    const plan = planQuery(query);
    const results = answer(query, plan);
    if (results.total > 0 || plan.parsed.phrases.length === 0 || query.isExact) return results;
    // Nothing has the phrase. Its words are the next best, as long as the reader is told.
    const loose = answer(query, planQuery(query, 'as words'));
    return loose.total === 0 ? results : { ...loose, notice: explainLoosePhrases(loose) };
  }

  /** The plan of a query; of one with a phrase that stands nowhere, that of its words. */
  function planToMark(query: QueryText): QueryPlan {
    const plan = planQuery(query);
    const stands = plan.parsed.phrases.every((phrase) => index.findPhrase(phrase).size > 0);
    return stands || query.isExact ? plan : planQuery(query, 'as words');
  }

  /** What the box holds beside words. */
  function readBox({ filters, excludedFilters }: ParsedQuery): BoxLimits {
    return {
      filters: boxReader.readFilters(filters),
      exclusions: boxReader.readExclusions(excludedFilters),
    };
  }

  /** From the plan to the page: rank, limit by what the box demands, filter, count, cut out the page. */
  function answer(query: Query, plan: QueryPlan): Results {
    const box = readBox(plan.parsed);
    const filters = joinFilters(query.filters, box.filters.filters);
    const isRanked = plan.weights.size > 0;
    const isAsked = isRanked || hasFilters(filters) || box.filters.isWithin !== undefined;
    const ranking = isRanked
      ? rankPassages(index, plan)
      : listPassages(corpus, isAsked ? filters.tag : undefined);
    if (isRanked && !query.isExact && QW.weight > 0) {
      let top = 0;
      for (const id of ranking.docIds) top = Math.max(top, ranking.scores[id] ?? 0);
      const best = new Map<DocId, number>();
      for (const { docId, closeness } of findQuestions(plan.words, QW.least))
        best.set(docId, Math.max(best.get(docId) ?? 0, closeness));
      const isIn = new Set(ranking.docIds);
      for (const [docId, closeness] of best) {
        if (!isIn.has(docId)) {
          if (closeness < QW.finds) continue;
          ranking.docIds.push(docId);
        }
        ranking.scores[docId] = (ranking.scores[docId] ?? 0) + QW.weight * top * closeness ** QW.power;
      }
    }
    const permitted = limitPassages(ranking, plan.parsed, box, index);

    const filter = makeFilter(filters, query.tagMode, table);
    const passes = (docId: DocId) => filter(docId) === 0;
    const narrow = (docIds: DocId[]) => (hasFilters(filters) ? docIds.filter(passes) : docIds);
    const matchingAll = permitted.filter(ranking.hasAllWords);
    const listedAll = narrow(matchingAll);
    const listed = query.match === 'all' ? listedAll : narrow(permitted);
    const countsAll = query.match === 'all' || (query.match === 'best' && listedAll.length > 0);
    const results: Results = {
      query,
      filters,
      total: listed.length,
      totalMatchingAll: listedAll.length,
      hits: pageOfPassages(listed, ranking.scores, query, (docId) => essayOf[docId]?.published ?? '').map(
        (docId) => toHit(docId, ranking, plan),
      ),
      facetsCount: countsAll ? 'matchingAll' : 'matchingSome',
      facets: countFacets(countsAll ? matchingAll : permitted, filter, query.tagMode, table),
      guides: findGuides({
        query,
        parsed: plan.parsed,
        alsoSearched: plan.alsoSearched,
        isPermitted: (slug) =>
          (docIdsOf.get(slug) ?? []).some((docId) => passes(docId) && isInBox(box, docId)),
      }),
      words: query.page === 1 ? findWords(plainWords(query.text), plan.corrections) : [],
      corrections: plan.corrections,
      alsoSearched: plan.alsoSearched,
    };
    const unknown = [...box.filters.unknown, ...box.exclusions.unknown];
    const notice = explainResults({ isAsked, unknown, parsed: plan.parsed, results });
    return notice === undefined ? results : { ...results, notice };
  }

  function toHit(docId: DocId, { scores }: Ranking, plan: QueryPlan): Hit {
    const passage = passages[docId];
    if (!passage) throw new Error(`There is no passage for the document ${docId}`);
    const holds = (token: string) => index.holds(docId, token);
    return {
      passage: passage.id,
      score: Math.round((scores[docId] ?? 0) * 1000) / 1000,
      matchedWords: [
        ...plan.queryTerms
          .filter(({ term, synonyms }) => holds(term) || synonyms.some(holds))
          .map(({ word }) => word),
        ...[...plan.phraseTerms].filter(([term]) => holds(term)).map(([, word]) => word),
      ],
      concepts: passage.tags.map(({ concept }) => concept).filter((id) => plan.weights.has(conceptToken(id))),
      snippet: makeSnippet(passage.text, plan.marked),
    };
  }
}

/** The filters of a query with those that were typed into its box. */
const joinFilters = (chosen: Filters, typed: Filters): Filters =>
  forEachFacet((name) => [...new Set([...chosen[name], ...typed[name]])]);
