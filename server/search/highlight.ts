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

/** A text in segments, in which everything that is marked is a match. */
export const highlight = (text: string, marked: Marked): Segment[] =>
  toSegments(text, markWords(text, marked), 0, text.length);

/**
 * The stretch of a text that shows most of what is marked: of all stretches of {@link SNIPPET_WORDS} words, the one with
 * the most distinct terms, then with the most matches, then the earliest. It starts a little before its first match and
 * is cut between words, with an ellipsis where text is left out.
 */
export function makeSnippet(text: string, marked: Marked): Segment[] {
  const found = markWords(text, marked);
  const { terms, starts, ends } = found;
  if (terms.length <= SNIPPET_WORDS * 1.2) return toSegments(text, found, 0, text.length);
  const first = bestWindow(found);
  const last = first + SNIPPET_WORDS - 1;
  const start = first === 0 ? 0 : (starts[first] ?? 0);
  const isEnd = last >= terms.length - 1;
  const end = isEnd ? text.length : (ends[last] ?? text.length);
  const segments = toSegments(text, found, start, end);
  if (start > 0) segments.unshift({ text: '… ', isMatch: false });
  if (!isEnd) segments.push({ text: ' …', isMatch: false });
  return mergeSegments(segments);
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
