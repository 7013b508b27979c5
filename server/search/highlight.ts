import { splitTerms, type Term } from '../language/split-terms.ts';
import type { Segment } from './results.ts';

/** Number of words that a snippet aims at: two or three lines of a page. */
const SNIPPET_WORDS = 40;

/** A text in segments, in which every form of the terms is a match. */
export const highlight = (text: string, terms: ReadonlySet<string>): Segment[] =>
  toSegments(text, splitTerms(text), terms, 0, text.length);

/**
 * The stretch of a text that shows most of the terms: of all stretches of {@link SNIPPET_WORDS} words, the one with the
 * most distinct terms, then with the most matches, then the earliest. It starts a little before its first match and is
 * cut between words, with an ellipsis where text is left out.
 */
export function makeSnippet(text: string, terms: ReadonlySet<string>): Segment[] {
  const words = splitTerms(text);
  if (words.length <= SNIPPET_WORDS * 1.2) return toSegments(text, words, terms, 0, text.length);
  const first = bestWindow(words, terms);
  const start = first === 0 ? 0 : (words[first]?.start ?? 0);
  const last = Math.min(first + SNIPPET_WORDS, words.length) - 1;
  const isEnd = last === words.length - 1;
  const end = isEnd ? text.length : (words[last]?.end ?? text.length);
  const segments = toSegments(text, words, terms, start, end);
  if (start > 0) segments.unshift({ text: '… ', isMatch: false });
  if (!isEnd) segments.push({ text: ' …', isMatch: false });
  return mergeSegments(segments);
}

/** Index of the first word of the best window. */
function bestWindow(words: readonly Term[], terms: ReadonlySet<string>): number {
  const counts = new Map<string, number>();
  let matches = 0;
  let best = { from: 0, distinct: 0, matches: 0 };
  for (const [index, { term }] of words.entries()) {
    if (terms.has(term)) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      matches += 1;
    }
    const leaving = words[index - SNIPPET_WORDS];
    if (leaving && terms.has(leaving.term)) {
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
  const firstMatch = words.findIndex(({ term }, index) => index >= best.from && terms.has(term));
  const wanted = Math.max(best.from, firstMatch - 8);
  return Math.max(0, Math.min(wanted, words.length - SNIPPET_WORDS));
}

function toSegments(
  text: string,
  words: readonly Term[],
  terms: ReadonlySet<string>,
  start: number,
  end: number,
): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  for (const word of words) {
    if (word.start < start || word.end > end || !terms.has(word.term)) continue;
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
