import { splitTerms, type TermSequence } from '../../language/split-terms.ts';
import type { TextRange } from './segments.ts';

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

/**
 * The words of a text: their terms, and where each starts and ends. In rows, for thousands of texts are kept:
 *
 *     "Grief takes time"   terms grief, take, time   starts 0, 6, 12   ends 5, 11, 16
 */
export type SplitText = {
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  /** Exclusive. */
  readonly ends: Uint32Array;
};

/** A text split into words, with the indexes of the words that are marked, ascending. */
export type MarkedWords = SplitText & { readonly matches: readonly number[] };

/** Finds what is marked in a text. */
export function markWords(text: string, { terms, sequences }: Marked): MarkedWords {
  const words = splitKeeping(text);
  const matches: number[] = [];
  // The word behind the longest sequence so far: what stands before it is marked, whether or not a sequence begins with
  // it.
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

/** Where the marked words stand in the text. */
export const rangesOf = ({ starts, ends, matches }: MarkedWords): TextRange[] =>
  matches.map((at) => ({ start: starts[at] ?? 0, end: ends[at] ?? 0 }));

/** Texts that have been split, for the same passages come up again and again. Bounded, as all that queries can fill. */
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
