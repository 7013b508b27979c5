import { labelsOf } from '../domain/concept.ts';
import type { Corpus } from '../domain/corpus.ts';
import { isEnglishWord } from '../language/is-english-word.ts';
import { splitTerms, type Term, termOf } from '../language/split-terms.ts';
import { splitWords } from '../language/split-words.ts';
import { createConceptFinder, createLeaningFinder, isNameLabel } from './concept-labels.ts';
import { createCorrector, type KnownWords } from './correct-spelling.ts';
import { type Marked, toMarked } from './highlight.ts';
import type { PassageIndex } from './load-passage-index.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { conceptToken } from './passage-index.ts';
import { QUERY_LIMITS } from './query.ts';
import type { AlsoSearched, Correction } from './results.ts';
import { STOP_WORDS } from './stop-words.ts';
import { createFamilyFinder, type FamilyMatch, type TermSequence } from './word-families.ts';

/** A word of the query, with everything that a passage may hold in its place. */
export type Wanted = {
  /** The term of the word itself, or of its correction. */
  readonly term: string;
  /** Tokens of the families of words that mean the same, of which it, or a phrase it is part of, is a member. */
  readonly same: readonly string[];
  /** Tokens of the concepts whose label it is part of. */
  readonly concepts: readonly string[];
};

/** What is looked for: a query after everything that is known of words has been applied. */
export type QueryPlan = {
  readonly parsed: ParsedQuery;
  /** At most {@link QUERY_LIMITS}.terms. */
  readonly wanted: readonly Wanted[];
  /** The terms of the words in quotation marks. */
  readonly phraseTerms: ReadonlySet<string>;
  /** Everything that ranks, with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly alsoSearched: readonly AlsoSearched[];
  readonly corrections: readonly Correction[];
  readonly marked: Marked;
};

/**
 * What families and concepts weigh beside a word itself, which weighs 1. Measured on test/relevance: without families
 * nDCG@10 over all is .01 lower (.03 on judged queries over other passages of the field), without concepts .08.
 */
const PLAN_WEIGHTS = {
  /** Words that mean the same, and words that are near; see {@link familyWeight}. */
  same: 0.6,
  near: 0.24,
  /** With so many passages that hold the word itself, others for it are needed half as much. */
  enough: 20,
  /** A concept weighs more than any one word, because it stands for the whole of a label. */
  concept: 2,
  /** Who types a name ("Care Act", "Ada Example on research") wants it rather than a topic. */
  conceptByName: 0.8,
  /** A concept that the words only lean to, times how much they do. */
  leaning: 1,
} as const;

/** Makes the function that plans queries for a corpus. */
export function createPlanner(
  corpus: Corpus,
  index: PassageIndex,
): (text: string, isExact: boolean, phrases?: 'in order' | 'as words') => QueryPlan {
  const frequency = index.frequencyOf;
  const findFamilies = createFamilyFinder(corpus.wordFamilies);
  const findConcepts = createConceptFinder(corpus.concepts);
  const findLeanings = createLeaningFinder(corpus.concepts);
  const known = countKnownWords(corpus, index);
  const correctWord = createCorrector(known, isEnglishWord);
  // The dictionary is loaded now, so that no reader waits for it.
  isEnglishWord('');

  return (text, isExact, howPhrases) => {
    const parsed = parseQuery(text, howPhrases);
    const { words, corrections } = isExact
      ? { words: parsed.words, corrections: [] }
      : correctWords(parsed.words, parsed.names);
    const meaningful = words.filter(({ normal }) => !STOP_WORDS.has(normal));
    const chosen = rarest(meaningful.length > 0 || parsed.phrases.length > 0 ? meaningful : words, frequency);
    const families = isExact ? [] : withoutContained(findFamilies(words));
    const concepts = isExact ? [] : findConcepts(words);
    // "Learning disability" says nothing of learning.
    const inPhrases = new Set(
      families.flatMap(({ at, length }) => (length > 1 ? words.slice(at, at + length) : [])),
    );
    const leanings = isExact
      ? []
      : findLeanings(
          chosen
            .filter((word) => !inPhrases.has(word) && !parsed.names.has(word.normal))
            .map(({ term }) => term),
        );
    const phrases = parsed.phrases.map((phrase): TermSequence => phrase.map(termOf));
    const wanted = chosen.map((word): Wanted => ({ term: word.term, ...insteadOf(word.term) }));

    const weights = new Map<string, number>();
    for (const { concept, share } of leanings)
      weights.set(conceptToken(concept.id), PLAN_WEIGHTS.leaning * share);
    for (const meant of concepts)
      weights.set(
        conceptToken(meant.concept.id),
        isNameLabel(meant.concept, meant.label) || parsed.names.size > 0
          ? PLAN_WEIGHTS.conceptByName
          : PLAN_WEIGHTS.concept,
      );
    for (const { family, at, length } of families) {
      const weight = familyWeight(family.closeness, words.slice(at, at + length));
      weights.set(family.token, Math.max(weights.get(family.token) ?? 0, weight));
    }
    for (const term of phrases.flat()) weights.set(term, 1);
    // Who says a word twice means it: counting the words of a question is worth more than all other steps where they are long
    // (nDCG@10 on CISI .32 and .41, LISA .43 and .48).
    for (const { term } of wanted)
      weights.set(term, meaningful.filter((word) => word.term === term).length || 1);
    return {
      parsed,
      wanted,
      phraseTerms: new Set(phrases.flat()),
      weights,
      alsoSearched: describe(words, families, [...concepts, ...leanings]),
      corrections,
      // Every form of the words, of their families and of the phrases.
      marked: toMarked([
        ...wanted.map(({ term }) => [term]),
        ...families.flatMap(({ family }) => family.members),
        ...phrases,
      ]),
    };

    /** What may stand in a passage instead of a word. */
    function insteadOf(term: string): Pick<Wanted, 'same' | 'concepts'> {
      const ofFamilies = families.filter(
        ({ family, at, length }) =>
          family.closeness === 'same' && words.slice(at, at + length).some((word) => word.term === term),
      );
      const ofConcepts = concepts.filter(({ terms }) => terms.includes(term));
      return {
        same: ofFamilies.map(({ family }) => family.token),
        concepts: ofConcepts.map(({ concept }) => conceptToken(concept.id)),
      };
    }
  };

  /** Corrects the words that nothing holds, and reads the whole anew: "co prodution" becomes one word. */
  function correctWords(
    words: readonly Term[],
    names: ReadonlySet<string>,
  ): { words: readonly Term[]; corrections: Correction[] } {
    const corrections = new Map<string, string>();
    const unknown = new Set(
      words
        .filter(({ term, normal }) => frequency(term) === 0 && !known.has(normal) && !STOP_WORDS.has(normal))
        .map(({ normal }) => normal),
    );
    for (const from of [...unknown].slice(0, QUERY_LIMITS.corrections)) {
      const to = correctWord(from, names.has(from));
      if (to !== undefined) corrections.set(from, to);
    }
    if (corrections.size === 0) return { words, corrections: [] };
    const corrected = words.map(({ normal }) => corrections.get(normal) ?? normal).join(' ');
    return {
      words: splitTerms(corrected),
      corrections: [...corrections].map(([from, to]) => ({ from, to })),
    };
  }

  /** The more passages hold the words themselves, the less their family is needed: in large collections it only blurs. */
  function familyWeight(closeness: 'same' | 'near', words: readonly Term[]): number {
    const own = Math.min(...words.map(({ term }) => frequency(term)));
    return PLAN_WEIGHTS[closeness] / (1 + own / PLAN_WEIGHTS.enough);
  }
}

/** Without members that lie within a longer one: in "learning disability" neither word is meant alone. */
const withoutContained = (matches: readonly FamilyMatch[]): FamilyMatch[] =>
  matches.filter(
    ({ at, length }) =>
      !matches.some(
        (other) => other.length > length && other.at <= at && at + length <= other.at + other.length,
      ),
  );

/** What was looked for beside the words, each once, for the reader. */
function describe(
  words: readonly Term[],
  families: readonly FamilyMatch[],
  concepts: readonly { readonly concept: { readonly id: string; readonly prefLabel: string } }[],
): AlsoSearched[] {
  const typed = families.map(({ at, length }) =>
    words
      .slice(at, at + length)
      .map(({ normal }) => normal)
      .join(' '),
  );
  const all: AlsoSearched[] = [
    ...concepts.map(({ concept }) => ({
      kind: 'concept' as const,
      id: concept.id,
      label: concept.prefLabel,
    })),
    ...typed.map((label) => ({ kind: 'family' as const, id: label, label })),
  ];
  return [...new Map(all.map((also) => [`${also.kind} ${also.id}`, also])).values()];
}

/** The words with distinct terms; of many, the rarest that the index holds, for they tell most. */
function rarest(words: readonly Term[], frequency: (term: string) => number): Term[] {
  const distinct = [...new Map(words.map((word) => [word.term, word])).values()];
  if (distinct.length <= QUERY_LIMITS.terms) return distinct;
  const held = distinct.filter(({ term }) => frequency(term) > 0);
  const unheld = distinct.filter(({ term }) => frequency(term) === 0);
  held.sort((a, b) => frequency(a.term) - frequency(b.term));
  const kept = new Set([...held, ...unheld].slice(0, QUERY_LIMITS.terms));
  return distinct.filter((word) => kept.has(word));
}

/** Every word that the index, the vocabulary and the families print, with how often: what a slip is corrected to. */
function countKnownWords(corpus: Corpus, { wordCounts }: PassageIndex): KnownWords {
  const counts = new Map(wordCounts);
  const add = (text: string) => {
    for (const { normal } of splitWords(text)) counts.set(normal, (counts.get(normal) ?? 0) + 1);
  };
  for (const concept of corpus.concepts) for (const label of labelsOf(concept)) add(label);
  for (const { members } of corpus.wordFamilies) for (const member of members) add(member);
  return counts;
}
