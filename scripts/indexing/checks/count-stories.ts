import type { ParsedPassage } from '../essays/to-passage.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';
import type { Story } from '../settings/parse-stories.ts';
import { isKnownEssay, type KnownContent } from './known-content.ts';

/** A story told more often than this crowds out others: each has a home, and elsewhere a link to it. */
export const MAX_TOLD = 3;

/** A named example with the passages that tell it. */
export type StoryTold = {
  readonly name: string;
  readonly home?: string;
  /** How often it is told: once in the essay that is its home, and once in every passage elsewhere. */
  readonly times: number;
  readonly passages: readonly string[];
};

/** Finds the passages that tell each story; the most told comes first. */
export function countStories(
  stories: readonly Story[],
  passages: readonly Pick<ParsedPassage, 'id' | 'essay' | 'text'>[],
): StoryTold[] {
  return stories
    .map(({ name, words, home }) => {
      const telling = passages.filter(({ text }) => words.some((word) => tells(text, word)));
      const atHome = telling.filter(({ essay }) => essay === home).length;
      return {
        name,
        ...(home !== undefined && { home }),
        times: telling.length - Math.max(0, atHome - 1),
        passages: telling.map(({ id }) => id),
      };
    })
    .sort((a, b) => b.times - a.times);
}

/** A warning for each that is told too often, or whose home there is not. */
export const checkStories = (file: string, told: readonly StoryTold[], known: KnownContent): Problem[] =>
  told.flatMap(({ name, home, times, passages }) => [
    ...(times > MAX_TOLD
      ? [
          problemOfFile(
            file,
            `"${name}" is told ${times} times (${passages.join(', ')}); keep ${MAX_TOLD} at most, and link to them`,
            'warning',
          ),
        ]
      : []),
    ...(home === undefined || isKnownEssay(home, known)
      ? []
      : [problemOfFile(file, `"${name}": there is no essay "${home}"`, 'warning')]),
  ]);

/** Whether a text has a word or name as it is written, whole. */
function tells(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isWhole = !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`);
    if (isWhole) return true;
  }
  return false;
}
