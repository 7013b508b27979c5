import { splitTerms, type Term } from '../language/split-terms.ts';
import type { Segment } from './results.ts';
import { startsAt, type TermSequence } from './word-families.ts';

/** What is marked in a text: single terms in every form, and sequences of terms side by side. */
export type Marked = { readonly terms: ReadonlySet<string>; readonly sequences: readonly TermSequence[] };

/** Number of words that a snippet aims at: two or three lines of a page. */
const SNIPPET_WORDS = 40;
/** Words before the first match, so that it is read in its sentence. */
const LEAD_WORDS = 8;

/** A text in segments, in which everything that is marked is a match. */
export const highlight = (text: string, marked: Marked): Segment[] =>
  toSegments(text, markWords(text, marked), 0, text.length);

/**
 * The stretch of a text that shows most of what is marked: of all stretches of {@link SNIPPET_WORDS} words, the one with
 * the most distinct terms, then with the most matches, then the earliest. It starts a little before its first match and
 * is cut between words, with an ellipsis where text is left out.
 */
export function makeSnippet(text: string, marked: Marked): Segment[] {
  const words = markWords(text, marked);
  if (words.length <= SNIPPET_WORDS * 1.2) return toSegments(text, words, 0, text.length);
  const first = bestWindow(words);
  const last = first + SNIPPET_WORDS - 1;
  const start = first === 0 ? 0 : (words[first]?.start ?? 0);
  const isEnd = last >= words.length - 1;
  const end = isEnd ? text.length : (words[last]?.end ?? text.length);
  const segments = toSegments(text, words, start, end);
  if (start > 0) segments.unshift({ text: '… ', isMatch: false });
  if (!isEnd) segments.push({ text: ' …', isMatch: false });
  return mergeSegments(segments);
}

type MarkedWord = Term & { readonly isMatch: boolean };

function markWords(text: string, { terms, sequences }: Marked): MarkedWord[] {
  const words = splitTerms(text);
  const isMatch = words.map(({ term }) => terms.has(term));
  for (const sequence of sequences) {
    for (const at of words.keys())
      if (startsAt(words, at, sequence)) isMatch.fill(true, at, at + sequence.length);
  }
  return words.map((word, index) => ({ ...word, isMatch: isMatch[index] ?? false }));
}

/** Index of the first word of the best window. */
function bestWindow(words: readonly MarkedWord[]): number {
  const counts = new Map<string, number>();
  let matches = 0;
  let best = { from: 0, distinct: 0, matches: 0 };
  for (const [index, { term, isMatch }] of words.entries()) {
    if (isMatch) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      matches += 1;
    }
    const leaving = words[index - SNIPPET_WORDS];
    if (leaving?.isMatch) {
      const left = (counts.get(leaving.term) ?? 0) - 1;
      if (left === 0) counts.delete(leaving.term);
      else counts.set(leaving.term, left);
      matches -= 1;
    }
    const isBetter = counts.size > best.distinct || (counts.size === best.distinct && matches > best.matches);
    if (isBetter) best = { from: Math.max(0, index - SNIPPET_WORDS + 1), distinct: counts.size, matches };
  }
  if (best.matches === 0) return 0;
  // The window was taken when its last word came in: move it on, so that its first match has some words before it.
  const firstMatch = words.findIndex(({ isMatch }, index) => index >= best.from && isMatch);
  return Math.max(0, Math.min(Math.max(best.from, firstMatch - LEAD_WORDS), words.length - SNIPPET_WORDS));
}

function toSegments(text: string, words: readonly MarkedWord[], start: number, end: number): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  for (const word of words) {
    if (word.start < start || word.end > end || !word.isMatch) continue;
    if (word.start > at) segments.push({ text: text.slice(at, word.start), isMatch: false });
    segments.push({ text: text.slice(word.start, word.end), isMatch: true });
    at = word.end;
  }
  if (at < end) segments.push({ text: text.slice(at, end), isMatch: false });
  return segments;
}

function mergeSegments(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const before = merged.at(-1);
    if (before && before.isMatch === segment.isMatch) {
      merged[merged.length - 1] = { text: before.text + segment.text, isMatch: segment.isMatch };
    } else merged.push(segment);
  }
  return merged;
}
