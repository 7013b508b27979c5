import type { ParsedEssay } from '../essays/parse-essay.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';
import type { Story } from '../settings/parse-stories.ts';

/** A story told more often than this crowds out others: each has a home, and elsewhere a link to it. */
export const MAX_TOLD = 3;

/** A named example with the passages that tell it. */
export type StoryTold = { readonly name: string; readonly passages: readonly string[] };

/** Finds the passages of ours that tell each story; the most told comes first. */
export function countStories(stories: readonly Story[], essays: readonly ParsedEssay[]): StoryTold[] {
  const passages = essays.flatMap((essay) => (essay.meta.kind === 'essay' ? [] : essay.passages));
  return stories
    .map(({ name, words }) => ({
      name,
      passages: passages.flatMap(({ id, text }) => (words.some((word) => tells(text, word)) ? [id] : [])),
    }))
    .sort((a, b) => b.passages.length - a.passages.length);
}

/** A warning for each that is told too often. */
export const checkStories = (file: string, told: readonly StoryTold[]): Problem[] =>
  told
    .filter(({ passages }) => passages.length > MAX_TOLD)
    .map(({ name, passages }) =>
      problemOfFile(
        file,
        `"${name}" is told in ${passages.length} passages (${passages.join(', ')}); keep ${MAX_TOLD} at most, and link to them`,
        'warning',
      ),
    );

/** Whether a text has a word or name as it is written, whole. */
function tells(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isWhole = !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`);
    if (isWhole) return true;
  }
  return false;
}
