import type { Corpus } from '../../domain/corpus.ts';
import { type Term, type TermSequence, termOf } from '../../language/split-terms.ts';
import { normalWords } from '../../language/split-words.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import { idf } from '../index/bm25.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { conceptToken, nameToken, type TextField } from '../index/stored-passage-index.ts';
import { toMarked } from '../marks/mark-words.ts';
import { type ParsedQuery, parseQuery } from '../query/parse-query.ts';
import { QUERY_LIMITS } from '../query/query.ts';
import { listAlsoSearched } from './also-searched.ts';
import { createConceptFinder, isNameLabel, type MeantConcept } from './concept-labels.ts';
import { createWordsCorrector } from './correct-words.ts';
import { choosePlainWords } from './plain-words.ts';
import type { Planner, QueryPlan, QueryTerm } from './query-plan.ts';
import { readWords } from './read-words.ts';
import { isWithin, isWithinLonger, type Stretch, startsAt, wordsOf } from './stretch.ts';
import { createFamilyFinder, type FamilyFinder, type FamilyMatch } from './word-families.ts';
import { findWordForms, inCapitals } from './word-forms.ts';

/**
 * What families and concepts weigh beside a word itself, which weighs 1. What each of them is worth stands in
 * docs/decisions, with the command that measures it.
 */
const PLAN_WEIGHTS = {
  /** The single word that a typed name in full stands for: it weighs more, for it is several words. */
  fullName: 2,
  /** Words that mean the same, and words that are near; see {@link familyWeight}. */
  same: 0.6,
  near: 0.24,
  /** So many passages that hold the word itself halve the weight of the others. */
  enough: 20,
  /** The single words of an idiom or a full name that was recognised: "hat" in "old hat" is no hat. */
  inside: 0.5,
  /** A concept weighs more than any one word, because it stands for the whole of a label; see {@link conceptWeight}. */
  concept: 2,
  /** Who types a name ("Care Act", "Ada Example on research") wants it rather than a topic. */
  conceptByName: 0.8,
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
  findFamilies: FamilyFinder = createFamilyFinder(corpus.wordFamilies),
): Planner {
  const findConcepts = createConceptFinder(corpus.concepts);
  const correctWords = createWordsCorrector(corpus, index, isEnglish);
  const ofFamilies = new Set(
    corpus.wordFamilies.flatMap(({ members }) =>
      members.map(normalWords).flatMap((words) => (words.length === 1 ? words : [])),
    ),
  );
  const isKnown = (normal: string): boolean => index.wordCounts.has(normal) || ofFamilies.has(normal);

  return ({ text, isExact, without = [] }, reading) => {
    const parsed = preferPhrase(parseQuery(text, reading));
    if (isExact) return planExactly(parsed);
    const { words: right, corrections } = correctWords(parsed.words, parsed.names);
    const words = readWords(right, isKnown);
    const meaningful = withoutStopWords(words, parsed.phrases.length > 0);
    const chosen = rarestWords(meaningful, index.documentFrequency);
    const forms = findWordForms(words, parsed.begun, index);
    const names = namesAmong(words, parsed.names);
    const named = termsOfNames(words, parsed.names, names);
    const isName = meaningful.length > 0 && meaningful.every(({ term }) => named.has(term));
    // Within a name no word means what it says elsewhere: the King's Fund is no money.
    const allFamilies = findFamiliesOf(words).filter((match) => !isWithinLonger(match, names));
    const families = allFamilies.filter((match) => !isWithinLonger(match, allFamilies));
    const concepts = findConcepts(words).filter((meant) =>
      isMeantAlone(meant, words, [...families, ...names]),
    );
    const plainWords = choosePlainWords(
      { words, families: allFamilies, without },
      index.documentFrequency,
      index.size,
    );
    const phrases = parsed.phrases.map((phrase): TermSequence => phrase.map(termOf));
    const formTerms = [...forms.values()].flat();
    const queryTerms = chosen.map(
      (word): QueryTerm => ({
        term: word.term,
        word: word.normal,
        synonyms: [
          ...(forms.get(word) ?? []),
          ...families
            .filter((match) => match.family.closeness !== 'near' && wordsOf(match, words).includes(word))
            .map(({ family }) => family.token),
        ],
        concepts: concepts
          .filter(({ terms }) => terms.includes(word.term))
          .map(({ concept }) => conceptToken(concept.id)),
      }),
    );

    const weights = new Map<string, number>();
    for (const { term, weight } of plainWords) weights.set(term, weight);
    for (const meant of concepts)
      weights.set(conceptToken(meant.concept.id), conceptWeight(meant, words, parsed.names.size > 0));
    for (const match of families.filter((one) => addsToWords(one, words))) {
      const weight = familyWeight(match, words);
      weights.set(match.family.token, Math.max(weights.get(match.family.token) ?? 0, weight));
    }
    for (const term of [...formTerms, ...phrases.flat()]) weights.set(term, 1);
    // Of a name, what stands within names counts in full.
    for (const term of named) weights.set(nameToken(term), 1);
    // A word that a long question repeats is what it is about.
    for (const { term } of queryTerms) {
      const times = meaningful.filter((word) => word.term === term).length || 1;
      weights.set(term, times * ownWeight(term, words, families));
    }
    return {
      parsed,
      words,
      isName,
      bodies: isName
        ? names
            .map((name) => wordsOf(name, words).map(({ normal }) => normal))
            .filter((name) => !isPrinted(name, 'authors'))
        : [],
      families: allFamilies,
      queryTerms,
      phraseTerms: termsOfPhrases(parsed),
      weights,
      topics: concepts
        .filter(({ terms }) => meaningful.every(({ term }) => terms.includes(term)))
        .map(({ concept }) => concept.id),
      alsoSearched: listAlsoSearched(words, families, concepts, plainWords),
      corrections,
      // Every form of the words, of their families and of the phrases.
      marked: toMarked(
        [
          ...[...queryTerms.map(({ term }) => term), ...formTerms].map((term) => [term]),
          ...families.flatMap(({ family }) => family.members),
          ...phrases,
        ],
        [],
        plainWords.map(({ term }) => term),
      ),
    };
  };

  /** A plan that looks for nothing but the words, in the form that was typed. */
  function planExactly(parsed: ParsedQuery): QueryPlan {
    const words = withoutStopWords(parsed.words, parsed.phrases.length > 0);
    const chosen = rarestWords(words, index.documentFrequency);
    const typed = [...chosen.map(({ normal }) => normal), ...parsed.phrases.flat()];
    const exactWords = new Map(
      typed.map((word) => [termOf(word), typed.filter((other) => termOf(other) === termOf(word))]),
    );
    return {
      parsed,
      words: parsed.words,
      isName: false,
      bodies: [],
      families: [],
      queryTerms: chosen.map(({ term, normal }) => ({ term, word: normal, synonyms: [], concepts: [] })),
      phraseTerms: termsOfPhrases(parsed),
      weights: new Map([...exactWords.keys()].map((term) => [term, 1])),
      exactWords,
      topics: [],
      alsoSearched: [],
      corrections: [],
      marked: toMarked([], [...chosen.map(({ normal }) => [normal]), ...parsed.phrases]),
    };
  }

  /** Words that stand in nearly every passage say little one by one: where they are all, and are printed in a row, that is meant. */
  function preferPhrase(parsed: ParsedQuery): ParsedQuery {
    const words = parsed.words.map(({ normal }) => normal);
    const isPhrase =
      words.length > 1 &&
      parsed.phrases.length === 0 &&
      words.every((word) => STOP_WORDS.has(word)) &&
      isPrinted(words, 'body');
    return isPhrase ? { ...parsed, phrases: [words] } : parsed;
  }

  /** Names of several words among some words: those that the texts print, and words in a row that are written as one. */
  function namesAmong(words: readonly Term[], written: ReadonlySet<string>): Stretch[] {
    const printed = words.flatMap(({ term }, at) =>
      (index.names.get(term) ?? [])
        .filter((name) => startsAt(words, at, name))
        .map(({ length }) => ({ at, length })),
    );
    const isWritten = (at: number): boolean => written.has(words[at]?.normal ?? '');
    const inCapitals = words.flatMap((_word, at) =>
      isWritten(at) && isWritten(at + 1) ? [{ at, length: 2 }] : [],
    );
    return [...printed, ...inCapitals];
  }

  /** The families of the words, and of their forms in capitals: "pip" may be PIP. */
  function findFamiliesOf(words: readonly Term[]): FamilyMatch[] {
    if (words.every(({ normal }) => inCapitals(normal) === undefined)) return findFamilies(words);
    const capitals = words.map((word) => ({ ...word, term: inCapitals(word.normal) ?? word.term }));
    const asAbbreviations = findFamilies(capitals).filter((match) =>
      wordsOf(match, words).some((word, at) => word.term !== wordsOf(match, capitals)[at]?.term),
    );
    // Where an abbreviation is recognised the word itself is not meant: "nice guidance" is not kind.
    const others = findFamilies(words).filter(
      ({ at, length }) =>
        !asAbbreviations.some((match) => match.at < at + length && at < match.at + match.length),
    );
    return [...asAbbreviations, ...others];
  }

  /**
   * The more passages hold the words themselves, the less their family is needed: in large collections it only blurs. A name in
   * full is the same as its abbreviation, however often it is printed.
   */
  function familyWeight(match: FamilyMatch, words: readonly Term[]): number {
    const { closeness } = match.family;
    if (closeness === 'alike') return PLAN_WEIGHTS.fullName;
    const own = Math.min(...wordsOf(match, words).map(({ term }) => index.documentFrequency(term)));
    return PLAN_WEIGHTS[closeness] / (1 + own / PLAN_WEIGHTS.enough);
  }

  /** What a typed word weighs: less where it stands only in idioms and names, which mean something else than their words. */
  function ownWeight(term: string, words: readonly Term[], families: readonly FamilyMatch[]): number {
    const around = (place: number) => families.filter((match) => isWithin({ at: place, length: 1 }, match));
    return Math.max(
      ...words.flatMap((word, place) => (word.term === term ? [weightWithin(around(place), words)] : [])),
    );
  }

  function weightWithin(families: readonly FamilyMatch[], words: readonly Term[]): number {
    // What some passage prints side by side means what it says.
    const isMeantLiterally = (match: FamilyMatch): boolean =>
      isPrinted(
        wordsOf(match, words).map(({ normal }) => normal),
        'body',
      );
    const isOther = families.some(
      (match) =>
        match.length > 1 &&
        (isFullName(match, words) || (match.family.closeness === 'near' && !isMeantLiterally(match))),
    );
    return isOther ? PLAN_WEIGHTS.inside : 1;
  }

  /** Whether any passage has some normalised words side by side in a field. */
  function isPrinted(words: readonly string[], field: TextField): boolean {
    return index.findPhrase(words, { fields: [field] }).size > 0;
  }

  /** What a topic adds to a passage is no more than what the words that name it could add: rare words are not drowned. */
  function conceptWeight(
    { concept, label, terms }: MeantConcept,
    words: readonly Term[],
    hasNames: boolean,
  ): number {
    const most = PLAN_WEIGHTS[isNameLabel(concept, label) || hasNames ? 'conceptByName' : 'concept'];
    const own = new Set(
      words
        .filter(({ term, normal }) => terms.includes(term) && !STOP_WORDS.has(normal))
        .map(({ term }) => term),
    );
    // A word that nothing holds tells as much as one that stands once.
    const rare = idf(1, index.size);
    const ofWords = [...own].reduce((sum, term) => sum + (index.highestImpact(term) || rare), 0);
    const ofConcept = index.highestImpact(conceptToken(concept.id));
    return ofConcept === 0 ? most : Math.min(most, ofWords / ofConcept);
  }
}

/** Whether a match is a name in full, and not two words that others write as one: "heat transfer" means what its words say. */
const isFullName = (match: FamilyMatch, words: readonly Term[]): boolean =>
  match.family.closeness === 'alike' &&
  match.family.token !==
    termOf(
      wordsOf(match, words)
        .map(({ normal }) => normal)
        .join(''),
    );

/** Whether a family looks for more than was typed: what texts write with a hyphen or as one word, the index counts as these words. */
const addsToWords = (match: FamilyMatch, words: readonly Term[]): boolean =>
  match.family.closeness !== 'alike' || (match.length > 1 && isFullName(match, words));

/** The terms of words that are written as a name, or are part of one; small words within names say nothing. */
function termsOfNames(
  words: readonly Term[],
  written: ReadonlySet<string>,
  names: readonly Stretch[],
): Set<string> {
  const isNamed = ({ normal }: Term, at: number): boolean =>
    !STOP_WORDS.has(normal) &&
    (written.has(normal) || names.some((name) => isWithin({ at, length: 1 }, name)));
  return new Set(words.filter(isNamed).map(({ term }) => term));
}

/** Whether a concept whose label is one word is meant: not if that word is only part of an idiom or a name. */
function isMeantAlone({ terms }: MeantConcept, words: readonly Term[], longer: readonly Stretch[]): boolean {
  const own = words.flatMap(({ term, normal }, at) =>
    terms.includes(term) && !STOP_WORDS.has(normal) ? [at] : [],
  );
  if (own.length > 1) return true;
  return own.some((at) => !isWithinLonger({ at, length: 1 }, longer));
}

/** The words that say something; all of them if none does and there are no phrases. */
function withoutStopWords(words: readonly Term[], hasPhrases: boolean): readonly Term[] {
  const meaningful = words.filter(({ normal }) => !STOP_WORDS.has(normal));
  return meaningful.length === 0 && !hasPhrases ? words : meaningful;
}

const termsOfPhrases = ({ phrases }: ParsedQuery): ReadonlyMap<string, string> =>
  new Map(phrases.flat().map((word) => [termOf(word), word]));

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
