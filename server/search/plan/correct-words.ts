import { labelsOf } from '../../domain/concept.ts';
import type { Corpus } from '../../domain/corpus.ts';
import { toBritishSpelling } from '../../language/british-spelling.ts';
import { splitTerms, type Term, termOf } from '../../language/split-terms.ts';
import { splitWords } from '../../language/split-words.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { QUERY_LIMITS } from '../query/query.ts';
import { createCorrector, type KnownWords } from './correct-spelling.ts';
import type { Correction } from './query-plan.ts';
import { restAfterCo } from './word-forms.ts';

/** The words of a query once slips are put right, and what was put right. */
export type CorrectedWords = { readonly words: readonly Term[]; readonly corrections: readonly Correction[] };

/** Corrects the words that nothing holds, and reads the whole anew: "co prodution" becomes one word. */
export type WordsCorrector = (words: readonly Term[], names: ReadonlySet<string>) => CorrectedWords;

/** Makes the corrector of a corpus. @param isEnglish whether a normalised word is English, though the index may lack it */
export function createWordsCorrector(
  corpus: Corpus,
  index: PassageIndex,
  isEnglish: (word: string) => boolean,
): WordsCorrector {
  const known = countKnownWords(corpus, index);
  const isSpelt = (normal: string): boolean => isEnglish(normal) || isEnglish(toBritishSpelling(normal));
  const correctWord = createCorrector(known, isSpelt, corpus.knownWords);
  const right = new Set(corpus.knownWords);
  const isKnown = (normal: string): boolean =>
    known.has(normal) || right.has(normal) || STOP_WORDS.has(normal);
  /** A word that is neither printed nor English; what the index holds in another form only may still be misspelt. */
  const isUnknown = ({ term, normal }: Term): boolean =>
    !isKnown(normal) && !isWithCo(normal) && (index.documentFrequency(term) === 0 || !isInflected(normal));
  /** "Colead" and "coowner" are words, though few print them. */
  const isWithCo = (normal: string): boolean => {
    const rest = restAfterCo(normal);
    return rest !== undefined && (isKnown(rest) || isSpelt(rest));
  };
  /** Whether it is a word with an ending that the index or the language happens to lack. */
  const isInflected = (normal: string): boolean =>
    ENDINGS.some(([ending, instead]) => {
      const stem = normal.endsWith(ending) ? `${normal.slice(0, -ending.length)}${instead}` : '';
      return stem.length > 2 && (isKnown(stem) || isEnglish(stem));
    });
  const correct = (word: Term, isName: boolean): string | undefined => {
    const to = correctWord(word.normal, isName);
    // A word that finds passages by its stem is not made another word.
    const isFound = index.documentFrequency(word.term) > 0;
    return to === undefined || (isFound && termOf(to) !== word.term) ? undefined : to;
  };

  return (words, names) => {
    const unknown = new Map(words.filter(isUnknown).map((word) => [word.normal, word]));
    const corrections = new Map<string, string>();
    for (const word of [...unknown.values()].slice(0, QUERY_LIMITS.corrections)) {
      const to = correct(word, names.has(word.normal));
      if (to !== undefined) corrections.set(word.normal, to);
    }
    if (corrections.size === 0) return { words, corrections: [] };
    const corrected = words.map(({ normal }) => corrections.get(normal) ?? normal).join(' ');
    return {
      words: splitTerms(corrected),
      corrections: [...corrections].map(([from, to]) => ({ from, to })),
    };
  };
}

/** Endings that make another form of a word, and what the word itself has instead. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['er', 'e'],
  ['ers', ''],
  ['ers', 'e'],
  ['ly', ''],
];

/** Every word that the index, the vocabulary and the families print, with how often: what a slip is corrected to. */
function countKnownWords(corpus: Corpus, { wordCounts }: PassageIndex): KnownWords {
  const counts = new Map(wordCounts);
  const add = (text: string) => {
    for (const { normal } of splitWords(text)) counts.set(normal, (counts.get(normal) ?? 0) + 1);
  };
  for (const concept of corpus.concepts) for (const label of labelsOf(concept)) add(label);
  // What no passage prints may still be a part of an idiom, or of a question, and so find what was meant.
  for (const { members, says } of corpus.wordFamilies) for (const words of [...members, ...says]) add(words);
  for (const { ask } of corpus.questions) add(ask);
  for (const { term, also } of corpus.glossary) for (const form of [term, ...also]) add(form);
  return counts;
}
