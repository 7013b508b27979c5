import { labelsOf } from '../../domain/concept.ts';
import type { Corpus } from '../../domain/corpus.ts';
import { splitTerms, type Term } from '../../language/split-terms.ts';
import { splitWords } from '../../language/split-words.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { QUERY_LIMITS } from '../query/query.ts';
import { createCorrector, type KnownWords } from './correct-spelling.ts';
import type { Correction } from './query-plan.ts';

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
  const correctWord = createCorrector(known, isEnglish);
  const isUnknown = ({ term, normal }: Term): boolean =>
    index.documentFrequency(term) === 0 && !known.has(normal) && !STOP_WORDS.has(normal);

  return (words, names) => {
    const unknown = new Set(words.filter(isUnknown).map(({ normal }) => normal));
    const corrections = new Map<string, string>();
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
  };
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
