import { splitTerms } from '../language/split-terms.ts';
import type { Segment } from './results.ts';
import type { TermSequence } from './word-families.ts';

/** What is marked in a text: single terms in every form, and sequences of terms side by side, by their first. */
export type Marked = {
  readonly terms: ReadonlySet<string>;
  readonly sequences: ReadonlyMap<string, readonly TermSequence[]>;
};

/** Makes what is marked of single terms and of sequences of them. */
export function toMarked(sequences: readonly TermSequence[]): Marked {
  const byFirst = new Map<string, TermSequence[]>();
  for (const sequence of sequences) {
    const first = sequence[0];
    if (first === undefined || sequence.length < 2) continue;
    const known = byFirst.get(first);
    if (known) known.push(sequence);
    else byFirst.set(first, [sequence]);
  }
  const single = sequences.flatMap((sequence) => (sequence.length === 1 ? sequence : []));
  return { terms: new Set(single), sequences: byFirst };
}

/** Number of words that a snippet aims at: two or three lines of a page. */
const SNIPPET_WORDS = 40;
/** Words before the first match, so that it is read in its sentence. */
const LEAD_WORDS = 8;
/** Whole sentences are shown up to this number of words: a reader takes in five lines, and a quotation needs its sentence. */
const SENTENCES_WORDS = 64;

/** A text in segments, in which everything that is marked is a match. */
export const highlight = (text: string, marked: Marked): Segment[] =>
  toSegments(text, markWords(text, marked), 0, text.length);

/**
 * The stretch of a text that shows most of what is marked: of all stretches of {@link SNIPPET_WORDS} words, the one with
 * the most distinct terms, then with the most matches, then the earliest. The sentences that it stands in are shown whole if
 * they are not too long; else it starts a little before its first match and is cut between words. An ellipsis stands where
 * text is left out.
 */
export function makeSnippet(text: string, marked: Marked): Segment[] {
  const found = markWords(text, marked);
  const { terms, starts, ends } = found;
  if (terms.length <= SNIPPET_WORDS * 1.2) return toSegments(text, found, 0, text.length);
  const { first, last } = wholeSentences(text, found, bestWindow(found));
  const start = first === 0 ? 0 : (starts[first] ?? 0);
  const isEnd = last >= terms.length - 1;
  // With the stop of its sentence, if it ends there.
  const stop = /^[.!?]["'”’)\]]*/.exec(text.slice(ends[last] ?? 0))?.[0] ?? '';
  const end = isEnd ? text.length : (ends[last] ?? text.length) + stop.length;
  const segments = toSegments(text, found, start, end);
  if (start > 0) segments.unshift({ text: '… ', isMatch: false });
  if (!isEnd) segments.push({ text: ' …', isMatch: false });
  return mergeSegments(segments);
}

/** The words from the sentence of a window's first match to that of its last, and as many sentences more as fit. */
function wholeSentences(
  text: string,
  { terms, starts, ends, matches }: MarkedWords,
  from: number,
): { readonly first: number; readonly last: number } {
  const window = { first: from, last: from + SNIPPET_WORDS - 1 };
  const beginnings = terms.flatMap((_term, at) =>
    at === 0 || endsBefore(text, at, starts, ends) ? [at] : [],
  );
  const within = matches.filter((at) => at >= window.first && at <= window.last);
  const sentenceOf = (word: number) => beginnings.findLastIndex((at) => at <= word);
  const lastOf = (sentence: number) => (beginnings[sentence + 1] ?? terms.length) - 1;
  let head = sentenceOf(within[0] ?? window.first);
  let tail = sentenceOf(within.at(-1) ?? window.first);
  const length = () => lastOf(tail) - (beginnings[head] ?? 0) + 1;
  if (length() > SENTENCES_WORDS) return window;
  while (length() < SNIPPET_WORDS) {
    const before = { head, tail };
    if (tail < beginnings.length - 1) tail += 1;
    else if (head > 0) head -= 1;
    if (length() > SENTENCES_WORDS || (before.head === head && before.tail === tail)) {
      ({ head, tail } = before);
      break;
    }
  }
  return length() < SNIPPET_WORDS / 2 ? window : { first: beginnings[head] ?? 0, last: lastOf(tail) };
}

/** Whether a sentence, a list entry or the like ends before a word. An abbreviation such as "Dr." ends none. */
function endsBefore(text: string, at: number, starts: Uint32Array, ends: Uint32Array): boolean {
  const [wordStart = 0, wordEnd = 0] = [starts[at - 1], ends[at - 1]];
  const between = text.slice(wordEnd, starts[at]);
  if (between.includes('\n')) return true;
  return (
    /^["'”’)\]]*[.!?]["'”’)\]]*\s/.test(between) &&
    wordEnd - wordStart > 2 &&
    !/^\p{Ll}/u.test(text.charAt(starts[at] ?? 0))
  );
}

/** The words of a text: their terms, and where each starts and ends. Rows instead of objects, for thousands are kept. */
type SplitText = {
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  /** Exclusive. */
  readonly ends: Uint32Array;
};

/** A text split into words, and the places of those that are marked, ascending. */
export type MarkedWords = SplitText & { readonly matches: readonly number[] };

/** Finds what is marked in a text. */
export function markWords(text: string, { terms, sequences }: Marked): MarkedWords {
  const words = splitKeeping(text);
  const matches: number[] = [];
  // A sequence that begins before a word may reach over it.
  let reach = 0;
  for (const [at, term] of words.terms.entries()) {
    for (const sequence of sequences.get(term) ?? []) {
      const isHere = sequence.every((one, index) => words.terms[at + index] === one);
      if (isHere) reach = Math.max(reach, at + sequence.length);
    }
    if (at < reach || terms.has(term)) matches.push(at);
  }
  return { ...words, matches };
}

/** The texts that were split last, for the same passages come up again and again. Bounded: some 4 MB. */
const split = new Map<string, SplitText>();
const KEPT_TEXTS = 2000;

function splitKeeping(text: string): SplitText {
  const known = split.get(text);
  if (known) return known;
  if (split.size >= KEPT_TEXTS) split.clear();
  const words = splitTerms(text);
  const made = {
    terms: words.map(({ term }) => term),
    starts: Uint32Array.from(words, ({ start }) => start),
    ends: Uint32Array.from(words, ({ end }) => end),
  };
  split.set(text, made);
  return made;
}

/** Place of the first word of the best window. Windows are taken by their last match: more words hold no more. */
function bestWindow({ terms, matches }: MarkedWords): number {
  const counts = new Map<string, number>();
  let oldest = 0;
  let best = { from: 0, to: 0, distinct: 0, matches: 0 };
  for (const [newest, at] of matches.entries()) {
    const term = terms[at] ?? '';
    counts.set(term, (counts.get(term) ?? 0) + 1);
    for (; (matches[oldest] ?? at) <= at - SNIPPET_WORDS; oldest += 1) {
      const leaving = terms[matches[oldest] ?? 0] ?? '';
      const left = (counts.get(leaving) ?? 0) - 1;
      if (left === 0) counts.delete(leaving);
      else counts.set(leaving, left);
    }
    const held = newest - oldest + 1;
    const isBetter = counts.size > best.distinct || (counts.size === best.distinct && held > best.matches);
    if (isBetter) best = { from: matches[oldest] ?? 0, to: at, distinct: counts.size, matches: held };
  }
  // Some words before its first match, so that this is read in its sentence, as far as its last one allows.
  const start = Math.max(0, best.from - LEAD_WORDS, best.to - SNIPPET_WORDS + 1);
  return Math.min(start, terms.length - SNIPPET_WORDS);
}

function toSegments(
  text: string,
  { starts, ends, matches }: MarkedWords,
  from: number,
  to: number,
): Segment[] {
  const segments: Segment[] = [];
  let at = from;
  for (const match of matches) {
    const [start = 0, end = 0] = [starts[match], ends[match]];
    if (start < from || end > to) continue;
    if (start > at) segments.push({ text: text.slice(at, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < to) segments.push({ text: text.slice(at, to), isMatch: false });
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
