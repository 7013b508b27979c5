import { syllable } from 'syllable';
import { splitSentences } from '../../../server/language/split-sentences.ts';
import { countWords } from '../../../server/language/split-words.ts';

/** How plain a text is, by what can be counted. Short words in short sentences can still be hard to follow. */
export type Plainness = {
  /** Mean number of words a sentence. */
  readonly sentenceLength: number;
  /**
   * Flesch's reading ease: 206.835 − 1.015 × words a sentence − 84.6 × syllables a word. Newspapers reach 60 to 70; below 50 a
   * text is hard. (R. Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948.)
   */
  readonly readingEase: number;
};

/** Measures paragraphs, list entries and table cells, each a text of its own; undefined if there is no word in them. */
export function measurePlainness(texts: readonly string[]): Plainness | undefined {
  const sentences = texts
    .flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)))
    .filter((sentence) => countWords(sentence) > 0);
  const words = sentences.reduce((sum, sentence) => sum + countWords(sentence), 0);
  if (words === 0) return undefined;
  const syllables = sentences.reduce((sum, sentence) => sum + syllable(sentence), 0);
  const sentenceLength = words / sentences.length;
  return { sentenceLength, readingEase: 206.835 - 1.015 * sentenceLength - 84.6 * (syllables / words) };
}
