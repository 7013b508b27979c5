import type { Corpus } from '../../domain/corpus.ts';
import { type Term, type TermSequence, termOf } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { conceptToken } from '../index/stored-passage-index.ts';
import { toMarked } from '../marks/mark-words.ts';
import { parseQuery } from '../query/parse-query.ts';
import { QUERY_LIMITS } from '../query/query.ts';
import { listAlsoSearched } from './also-searched.ts';
import { createConceptFinder, createLeaningFinder, isNameLabel } from './concept-labels.ts';
import { createWordsCorrector } from './correct-words.ts';
import { choosePlainWords } from './plain-words.ts';
import type { Planner, QueryTerm } from './query-plan.ts';
import { createFamilyFinder, type FamilyMatch } from './word-families.ts';

/**
 * What families and concepts weigh beside a word itself, which weighs 1. What each of them is worth stands in
 * docs/decisions, with the command that measures it.
 */
export const PLAN_WEIGHTS = {
  /** Words that mean the same, and words that are near; see {@link familyWeight}. */
  same: 0.6,
  near: 0.24,
  /** So many passages that hold the word itself halve the weight of the others. */
  enough: 20,
  /** A concept weighs more than any one word, because it stands for the whole of a label. */
  concept: 2,
  /** Who types a name ("Care Act", "Ada Example on research") wants it rather than a topic. */
  conceptByName: 0.8,
  /** A concept that the words only lean to, times how much they do. */
  leaning: 1,
} as const;

/**
 * Makes the planner for a corpus.
 *
 * @param isEnglish whether a normalised word is English, though the index may lack it: then it is no slip
 */
export function createPlanner(
  corpus: Corpus,
  index: PassageIndex,
  isEnglish: (word: string) => boolean,
): Planner {
  const findFamilies = createFamilyFinder(corpus.wordFamilies);
  const findConcepts = createConceptFinder(corpus.concepts);
  const findLeanings = createLeaningFinder(corpus.concepts);
  const correctWords = createWordsCorrector(corpus, index, isEnglish);

  return ({ text, isExact }, reading) => {
    const parsed = parseQuery(text, reading);
    const { words, corrections } = isExact
      ? { words: parsed.words, corrections: [] }
      : correctWords(parsed.words, parsed.names);
    const meaningful = words.filter(({ normal }) => !STOP_WORDS.has(normal));
    const isOnlyStopWords = meaningful.length === 0 && parsed.phrases.length === 0;
    const chosen = rarestWords(isOnlyStopWords ? words : meaningful, index.documentFrequency);
    const found = isExact ? [] : findFamilies(words);
    const families = withoutContained(found);
    const plainWords = choosePlainWords(words, found, parsed.names, index.documentFrequency, index.size);
    const concepts = isExact ? [] : findConcepts(words);
    // "Learning disability" says nothing of learning.
    const inPhrases = new Set(
      families.flatMap(({ at, length }) => (length > 1 ? words.slice(at, at + length) : [])),
    );
    const leaning = chosen.filter((word) => !inPhrases.has(word) && !parsed.names.has(word.normal));
    const leanings = isExact ? [] : findLeanings(leaning.map(({ term }) => term));
    const phrases = parsed.phrases.map((phrase): TermSequence => phrase.map(termOf));
    const queryTerms = chosen.map(
      ({ term, normal }): QueryTerm => ({
        term,
        word: normal,
        synonyms: families
          .filter(
            ({ family, at, length }) => family.closeness === 'same' && holdsTerm(words, at, length, term),
          )
          .map(({ family }) => family.token),
        concepts: concepts
          .filter(({ terms }) => terms.includes(term))
          .map(({ concept }) => conceptToken(concept.id)),
      }),
    );

    const weights = new Map<string, number>();
    for (const { term, weight } of plainWords) weights.set(term, weight);
    for (const { concept, share } of leanings)
      weights.set(conceptToken(concept.id), PLAN_WEIGHTS.leaning * share);
    for (const { concept, label } of concepts) {
      const isByName = isNameLabel(concept, label) || parsed.names.size > 0;
      weights.set(conceptToken(concept.id), isByName ? PLAN_WEIGHTS.conceptByName : PLAN_WEIGHTS.concept);
    }
    for (const { family, at, length } of families) {
      const weight = familyWeight(family.closeness, words.slice(at, at + length));
      weights.set(family.token, Math.max(weights.get(family.token) ?? 0, weight));
    }
    for (const term of phrases.flat()) weights.set(term, 1);
    // A word that a long question repeats is what it is about.
    for (const { term } of queryTerms)
      weights.set(term, meaningful.filter((word) => word.term === term).length || 1);
    return {
      parsed,
      words,
      queryTerms,
      phraseTerms: new Map(parsed.phrases.flat().map((word) => [termOf(word), word])),
      weights,
      alsoSearched: listAlsoSearched(words, families, [...concepts, ...leanings]),
      corrections,
      // Every form of the words, of their families and of the phrases.
      marked: toMarked([
        ...queryTerms.map(({ term }) => [term]),
        ...families.flatMap(({ family }) => family.members),
        ...phrases,
      ]),
    };
  };

  /**
   * The more passages hold the words themselves, the less their family is needed: in large collections it only blurs.
   */
  function familyWeight(closeness: 'same' | 'near', words: readonly Term[]): number {
    const own = Math.min(...words.map(({ term }) => index.documentFrequency(term)));
    return PLAN_WEIGHTS[closeness] / (1 + own / PLAN_WEIGHTS.enough);
  }
}

/** Whether a term is among some words that follow each other. */
const holdsTerm = (words: readonly Term[], at: number, length: number, term: string): boolean =>
  words.slice(at, at + length).some((word) => word.term === term);

/** Without members that lie within a longer one: in "learning disability" neither word is meant alone. */
const withoutContained = (matches: readonly FamilyMatch[]): FamilyMatch[] =>
  matches.filter(
    ({ at, length }) =>
      !matches.some(
        (other) => other.length > length && other.at <= at && at + length <= other.at + other.length,
      ),
  );

/** The words with distinct terms; of many, those with the highest idf that the index holds, for they tell most. */
function rarestWords(words: readonly Term[], documentFrequency: (term: string) => number): Term[] {
  const distinct = [...new Map(words.map((word) => [word.term, word])).values()];
  if (distinct.length <= QUERY_LIMITS.terms) return distinct;
  const indexed = distinct.filter(({ term }) => documentFrequency(term) > 0);
  const unknown = distinct.filter(({ term }) => documentFrequency(term) === 0);
  indexed.sort((a, b) => documentFrequency(a.term) - documentFrequency(b.term));
  const kept = new Set([...indexed, ...unknown].slice(0, QUERY_LIMITS.terms));
  return distinct.filter((word) => kept.has(word));
}
