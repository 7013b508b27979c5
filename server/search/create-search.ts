import { createCatalogue } from '../domain/catalogue.ts';
import type { Corpus } from '../domain/corpus.ts';
import type { EssaySlug } from '../domain/ids.ts';
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
import { createFamilyFinder } from './plan/word-families.ts';
import { createBoxReader } from './query/box-filters.ts';
import { type ParsedQuery, plainWords } from './query/parse-query.ts';
import type { Query, QueryText } from './query/query.ts';
import { createQuestionFinder, type FoundQuestion } from './questions/find-questions.ts';
import { addEssayContext } from './ranking/essay-context.ts';
import { type BoxLimits, isInBox, limitPassages } from './ranking/limit-passages.ts';
import { pageOfPassages } from './ranking/page-of-passages.ts';
import { type Answers, raiseAnswers } from './ranking/raise-answers.ts';
import { listPassages, type Ranking, rankPassages } from './ranking/rank-passages.ts';
import { createRelatedFinder } from './ranking/related-passages.ts';
import { topK } from './ranking/top-k.ts';
import type { Hit, Results, Search } from './search.ts';
import { createSuggester } from './suggest/suggest.ts';
import { createBoxSuggester } from './suggest/suggest-for-box.ts';

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
  const numberOf = new Map(corpus.essays.map(({ slug }, number) => [slug, number]));
  const essayNumbers = Uint32Array.from(essayOf, ({ slug }) => numberOf.get(slug) ?? 0);
  const table = createFacetTable(corpus, essayOf);
  const boxReader = createBoxReader(table);
  const findFamilies = createFamilyFinder(corpus.wordFamilies);
  const planQuery = createPlanner(corpus, index, isEnglish, findFamilies);
  const findQuestions = createQuestionFinder(corpus.questions, findFamilies);
  const docIdOf = new Map(passages.map(({ id }, docId) => [id, docId]));
  const findRelated = createRelatedFinder(corpus, index);
  const suggest = createSuggester(corpus, stored.phrases);
  const suggestForBox = createBoxSuggester(corpus, suggest, (parsed) => {
    const box = readBox(parsed);
    const filter = makeFilter(box.filters.filters, 'all', table);
    return (docId) => filter(docId) === 0 && isInBox(box, docId);
  });
  const findGuides = createGuideFinder(corpus);
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
    return loose.total === 0
      ? results
      : { ...loose, notice: explainLoosePhrases(loose, titlesWith(plan.parsed.phrases)) };
  }

  /** The titles that print one of some phrases, each once, at most two. */
  function titlesWith(phrases: ParsedQuery['phrases']): string[] {
    const found = phrases.flatMap((phrase) => [...index.findPhrase(phrase, { fields: ['title'] }).keys()]);
    return [...new Set(found.map((docId) => essayOf[docId]?.title ?? ''))].slice(0, 2);
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
    const { answers, best } = isRanked && !query.isExact ? raise(ranking, plan) : NOTHING_RAISED;
    const { docIds: permitted, near } = limitPassages(ranking, plan, box, index);

    const filter = makeFilter(filters, query.tagMode, table);
    const passes = (docId: DocId) => filter(docId) === 0;
    const narrow = (docIds: DocId[]) => (hasFilters(filters) ? docIds.filter(passes) : docIds);
    const matchingAll = permitted.filter(ranking.hasAllWords);
    const listedAll = narrow(matchingAll);
    const listed = query.match === 'all' ? listedAll : narrow(permitted);
    const isFollowed =
      listed.length > 0 && query.match !== 'all' && query.sort === 'relevance' && !query.isExact;
    const following = isFollowed ? topK(narrow(near), ranking.scores, NEAR_PASSAGES) : [];
    const countsAll = query.match === 'all' || (query.match === 'best' && listedAll.length > 0);
    const results: Results = {
      query,
      filters,
      total: listed.length + following.length,
      totalMatchingAll: listedAll.length,
      totalNear: following.length,
      hits: pageOfPassages(
        [...listed, ...following],
        ranking.scores,
        query,
        (docId) => essayOf[docId]?.published ?? '',
      ).map((docId) => toHit(docId, ranking, plan, answers.get(docId))),
      facetsCount: countsAll ? 'matchingAll' : 'matchingSome',
      facets: countFacets(countsAll ? matchingAll : permitted, filter, query.tagMode, table),
      guides: findGuides({
        query,
        parsed: plan.parsed,
        best,
        topics: plan.topics,
        isPermitted: (slug) =>
          (docIdsOf.get(slug) ?? []).some((docId) => passes(docId) && isInBox(box, docId)),
      }),
      words:
        query.page === 1 && query.text.length <= LONGEST_TERM
          ? findWords(plainWords(query.text), plan.corrections)
          : [],
      corrections: plan.corrections,
      alsoSearched: plan.alsoSearched,
    };
    const unknown = [...box.filters.unknown, ...box.exclusions.unknown];
    const notice = explainResults({ isAsked, unknown, parsed: plan.parsed, results });
    return notice === undefined ? results : { ...results, notice };
  }

  /** Raises what answers a question like the query, and what stands among others that were found. */
  function raise(ranking: Ranking, plan: QueryPlan): Raised {
    const found = findQuestions(plan.words, plan.families);
    const answers = raiseAnswers(ranking, found, ({ passage }) => docIdOf.get(passage), plan.isName);
    const best = addEssayContext(ranking, essayNumbers);
    return { answers, best: best.flatMap((number) => corpus.essays[number]?.slug ?? []) };
  }

  function toHit(docId: DocId, { scores }: Ranking, plan: QueryPlan, answer?: FoundQuestion): Hit {
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
      ...(answer && { answers: answer.question.ask }),
    };
  }
}

/** The questions that a query means, by the passages that answer them, and the essays whose passages answer best. */
type Raised = { readonly answers: Answers; readonly best: readonly EssaySlug[] };
const NOTHING_RAISED: Raised = { answers: new Map(), best: [] };

/** A search of more characters asks for no word of the glossary. */
const LONGEST_TERM = 120;

/** So many passages are listed after those that print a phrase: the nearest. */
const NEAR_PASSAGES = 10;

/** The filters of a query with those that were typed into its box. */
const joinFilters = (chosen: Filters, typed: Filters): Filters =>
  forEachFacet((name) => [...new Set([...chosen[name], ...typed[name]])]);
