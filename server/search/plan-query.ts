import { labelsOf } from '../domain/concept.ts';
import type { Corpus } from '../domain/corpus.ts';
import { splitTerms, type Term, termOf } from '../language/split-terms.ts';
import { splitWords } from '../language/split-words.ts';
import { createConceptFinder, type MeantConcept } from './concept-labels.ts';
import { correctWord, type KnownWords } from './correct-spelling.ts';
import { namesOf } from './filter-passages.ts';
import type { Marked } from './highlight.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { conceptToken } from './passage-index.ts';
import { QUERY_LIMITS } from './query.ts';
import type { Correction } from './results.ts';
import { STOP_WORDS } from './stop-words.ts';
import { createFamilyMatcher, type TermSequence, type WordFamily } from './word-families.ts';

/** A word of the query, with everything that a passage may hold in its place. */
export type Wanted = {
  /** The term of the word itself, or of its correction. */
  readonly term: string;
  /** Tokens that do as well: of families that it, or a phrase it is part of, belongs to, and of the concept it means. */
  readonly instead: readonly string[];
};

/** What is looked for: a query after everything that is known of words has been applied. */
export type QueryPlan = {
  readonly parsed: ParsedQuery;
  readonly wanted: readonly Wanted[];
  /** The terms of the words in quotation marks. */
  readonly phraseTerms: readonly string[];
  /** Everything that ranks, with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly families: readonly WordFamily[];
  readonly concepts: readonly MeantConcept[];
  readonly corrections: readonly Correction[];
  readonly marked: Marked;
};

/**
 * What a family and a concept weigh beside the word itself, which weighs 1. A family's other words are a little less
 * than the word that was typed. A concept weighs more than any one word, because it stands for the whole of a label;
 * measured on test/relevance (see FIELD_WEIGHTS), from 2 to 3 nothing is gained.
 */
export const PLAN_WEIGHTS = { family: 0.5, concept: 2 } as const;

/** Makes the function that plans queries for a corpus. `frequency` tells how many passages hold a term or token. */
export function createPlanner(
  corpus: Corpus,
  frequency: (term: string) => number,
): (text: string, isExact: boolean) => QueryPlan {
  const families = createFamilyMatcher(corpus.wordFamilies);
  const findConcepts = createConceptFinder(corpus.concepts);
  const known = countPrintedWords(corpus);
  const isKnown = ({ term, normal }: Term): boolean => frequency(term) > 0 || known.has(normal);

  return (text, isExact) => {
    const parsed = parseQuery(text);
    const corrections: Correction[] = [];
    const words = parsed.words.map((word): Term => {
      if (isExact || isKnown(word) || STOP_WORDS.has(word.normal)) return word;
      const to = correctWord(word.normal, known);
      const corrected = to === undefined ? undefined : splitTerms(to)[0];
      if (!to || !corrected) return word;
      corrections.push({ from: word.normal, to });
      return { ...corrected, start: word.start, end: word.end };
    });

    const found = isExact ? [] : families.find(words);
    const concepts = isExact ? [] : findConcepts(words);
    const meaningful = words.filter(({ normal }) => !STOP_WORDS.has(normal));
    const chosen = rarest(meaningful.length > 0 || parsed.phrases.length > 0 ? meaningful : words, frequency);
    const wanted = chosen.map(
      (word): Wanted => ({
        term: word.term,
        instead: [
          ...found
            .filter(({ at, length }) => words.slice(at, at + length).includes(word))
            .map(({ family }) => family.token),
          ...concepts
            .filter(({ terms }) => terms.includes(word.term))
            .map(({ concept }) => conceptToken(concept.id)),
        ],
      }),
    );
    const phrases = parsed.phrases.map((phrase): TermSequence => phrase.map(termOf));
    const phraseTerms = phrases.flat();

    const weights = new Map<string, number>();
    for (const { concept } of concepts) weights.set(conceptToken(concept.id), PLAN_WEIGHTS.concept);
    for (const { family } of found) weights.set(family.token, PLAN_WEIGHTS.family);
    for (const term of [...wanted.map(({ term }) => term), ...phraseTerms]) weights.set(term, 1);
    const foundFamilies = [...new Set(found.map(({ family }) => family))];
    return {
      parsed,
      wanted,
      phraseTerms,
      weights,
      families: foundFamilies,
      concepts,
      corrections,
      marked: {
        terms: new Set([
          ...wanted.map(({ term }) => term),
          ...foundFamilies.flatMap(({ members }) =>
            members.flatMap((member) => (member.length === 1 ? member : [])),
          ),
        ]),
        sequences: [
          ...foundFamilies.flatMap(({ members }) => members.filter((member) => member.length > 1)),
          ...phrases,
        ],
      },
    };
  };
}

/** The words with distinct terms; of many, the rarest that the index holds, for they tell most. */
function rarest(words: readonly Term[], frequency: (term: string) => number): Term[] {
  const distinct = [...new Map(words.map((word) => [word.term, word])).values()];
  if (distinct.length <= QUERY_LIMITS.terms) return distinct;
  const held = distinct.filter(({ term }) => frequency(term) > 0);
  const kept = new Set(
    [...held].sort((a, b) => frequency(a.term) - frequency(b.term)).slice(0, QUERY_LIMITS.terms),
  );
  return distinct.filter((word) => kept.has(word));
}

/** Every word that the passages, titles, names and the vocabulary print, with how often: what a slip is corrected to. */
function countPrintedWords(corpus: Corpus): KnownWords {
  const counts = new Map<string, number>();
  const add = (text: string) => {
    for (const { normal } of splitWords(text)) counts.set(normal, (counts.get(normal) ?? 0) + 1);
  };
  for (const { text } of corpus.passages) add(text);
  for (const essay of corpus.essays) for (const text of [essay.title, ...namesOf(essay)]) add(text);
  for (const concept of corpus.concepts) for (const label of labelsOf(concept)) add(label);
  for (const family of corpus.wordFamilies) for (const member of family) add(member);
  return counts;
}
