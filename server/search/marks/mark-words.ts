import { splitTerms, type TermSequence } from '../../language/split-terms.ts';
import type { TextRange } from './segments.ts';

/** Single words and sequences of words side by side, the sequences by their first. */
type Sought = {
  readonly single: ReadonlySet<string>;
  readonly sequences: ReadonlyMap<string, readonly TermSequence[]>;
};

/** What is marked in a text. */
export type Marked = {
  /** Terms: words in every form. */
  readonly terms: Sought;
  /** Normalised words: in this very form. */
  readonly words: Sought;
  /** Terms that are marked more lightly: plain words, which nobody typed. */
  readonly plain: ReadonlySet<string>;
};

/** Makes what is marked of terms, of words in their very form, and of plain words; each a sequence of one or more. */
export const toMarked = (
  terms: readonly TermSequence[],
  words: readonly TermSequence[] = [],
  plain: readonly string[] = [],
): Marked => ({ terms: toSought(terms), words: toSought(words), plain: new Set(plain) });

function toSought(sought: readonly TermSequence[]): Sought {
  const sequences = new Map<string, TermSequence[]>();
  for (const sequence of sought) {
    const first = sequence[0];
    if (first === undefined || sequence.length < 2) continue;
    const known = sequences.get(first);
    if (known) known.push(sequence);
    else sequences.set(first, [sequence]);
  }
  return {
    single: new Set(sought.flatMap((sequence) => (sequence.length === 1 ? sequence : []))),
    sequences,
  };
}

/**
 * The words of a text: as they are compared, their terms, and where each starts and ends. In rows, for thousands of texts are
 * kept:
 *
 *     "Grief takes time"   words grief, takes, time   terms grief, take, time   starts 0, 6, 12   ends 5, 11, 16
 */
export type SplitText = {
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  /** Exclusive. */
  readonly ends: Uint32Array;
};

/** A text split into words, with the indexes of the words that are marked, ascending, and of those that are lightly. */
export type MarkedWords = SplitText & {
  readonly matches: readonly number[];
  readonly plainMatches: ReadonlySet<number>;
};

/** Finds what is marked in a text. */
export function markWords(text: string, { terms, words, plain }: Marked): MarkedWords {
  const split = splitKeeping(text);
  const matches: number[] = [];
  const plainMatches = new Set<number>();
  // The word behind the longest sequence so far: what stands before it is marked, whether or not a sequence begins with
  // it.
  let reach = 0;
  const hasWords = words.single.size + words.sequences.size > 0;
  for (let at = 0; at < split.terms.length; at += 1) {
    const term = split.terms[at] ?? '';
    const word = hasWords ? (split.words[at] ?? '') : '';
    if (terms.sequences.has(term)) reach = Math.max(reach, endOf(split.terms, at, terms));
    if (hasWords && words.sequences.has(word)) reach = Math.max(reach, endOf(split.words, at, words));
    if (at < reach || terms.single.has(term) || (hasWords && words.single.has(word))) matches.push(at);
    else if (plain.has(term)) {
      matches.push(at);
      plainMatches.add(at);
    }
  }
  return { ...split, matches, plainMatches };
}

/** The index behind the longest sequence that stands at an index of a row; 0 if none does. */
function endOf(row: readonly string[], at: number, { sequences }: Sought): number {
  let end = 0;
  for (const sequence of sequences.get(row[at] ?? '') ?? [])
    if (sequence.every((one, index) => row[at + index] === one)) end = Math.max(end, at + sequence.length);
  return end;
}

/** Where the marked words stand in the text. */
export const rangesOf = ({ starts, ends, matches, plainMatches }: MarkedWords): TextRange[] =>
  matches.map((at) => ({
    start: starts[at] ?? 0,
    end: ends[at] ?? 0,
    ...(plainMatches.has(at) && { isPlain: true as const }),
  }));

/** Texts that have been split, for the same passages come up again and again. Bounded, as all that queries can fill. */
const split = new Map<string, SplitText>();
const KEPT_TEXTS = 2000;

function splitKeeping(text: string): SplitText {
  const known = split.get(text);
  if (known) return known;
  if (split.size >= KEPT_TEXTS) split.clear();
  const words = splitTerms(text);
  const made = {
    words: words.map(({ normal }) => normal),
    terms: words.map(({ term }) => term),
    starts: Uint32Array.from(words, ({ start }) => start),
    ends: Uint32Array.from(words, ({ end }) => end),
  };
  split.set(text, made);
  return made;
}
