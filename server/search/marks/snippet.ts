import { type Marked, type MarkedWords, markWords, rangesOf } from './mark-words.ts';
import { mergeSegments, type Segment, toSegments } from './segments.ts';

/** Number of words that a snippet aims at: two or three lines of a page. */
const SNIPPET_WORDS = 40;
/** Words before the first match, so that it is read in its sentence. */
const LEAD_WORDS = 8;
/**
 * Whole sentences are shown up to this number of words: a reader takes in five lines, and a quotation needs its
 * sentence.
 */
const SENTENCES_WORDS = 64;

/**
 * The stretch of a text that shows most of what is marked: of all stretches of {@link SNIPPET_WORDS} words, the one
 * with the most distinct terms, then with the most matches, then the earliest. The sentences that it stands in are
 * shown whole if they are not too long; else it starts a little before its first match and is cut between words. An
 * ellipsis stands where text is left out.
 */
export function makeSnippet(text: string, marked: Marked): Segment[] {
  const found = markWords(text, marked);
  const { terms, starts, ends } = found;
  const ranges = rangesOf(found);
  if (terms.length <= SNIPPET_WORDS * 1.2) return toSegments(text, ranges, { start: 0, end: text.length });
  const { first, last } = wholeSentences(text, found, bestWindow(found));
  const start = first === 0 ? 0 : (starts[first] ?? 0);
  const isEnd = last >= terms.length - 1;
  // With the stop of its sentence, if it ends there.
  const stop = /^[.!?]["'”’)\]]*/.exec(text.slice(ends[last] ?? 0))?.[0] ?? '';
  const end = isEnd ? text.length : (ends[last] ?? text.length) + stop.length;
  const segments = toSegments(text, ranges, { start, end });
  if (start > 0) segments.unshift({ text: '… ', isMatch: false });
  if (!isEnd) segments.push({ text: ' …', isMatch: false });
  return mergeSegments(segments);
}

/**
 * The sentences from that of a window's first match to that of its last, and as many more as fit, those behind first.
 * The window itself where they are too long, or far too short. `first` and `last` are indexes of words.
 */
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

/** What a plain word counts in a snippet, beside a word that was typed. */
const PLAIN_SHARE = 0.3;

/**
 * The index of the first word of the best window. It is enough to look at windows that end in a match: any other holds
 * no match that one of these does not.
 */
function bestWindow({ terms, matches, plainMatches }: MarkedWords): number {
  const worth = (at: number): number => (plainMatches.has(at) ? PLAIN_SHARE : 1);
  const counts = new Map<string, number>();
  let oldest = 0;
  let distinct = 0;
  let all = 0;
  let best = { from: 0, to: 0, distinct: 0, all: 0 };
  for (const at of matches) {
    const term = terms[at] ?? '';
    const known = counts.get(term) ?? 0;
    counts.set(term, known + 1);
    if (known === 0) distinct += worth(at);
    all += worth(at);
    for (; (matches[oldest] ?? at) <= at - SNIPPET_WORDS; oldest += 1) {
      const leaving = matches[oldest] ?? 0;
      const left = (counts.get(terms[leaving] ?? '') ?? 0) - 1;
      counts.set(terms[leaving] ?? '', left);
      if (left === 0) distinct -= worth(leaving);
      all -= worth(leaving);
    }
    const isBetter =
      distinct > best.distinct + ROUNDING ||
      (distinct > best.distinct - ROUNDING && all > best.all + ROUNDING);
    if (isBetter) best = { from: matches[oldest] ?? 0, to: at, distinct, all };
  }
  // It starts some words before its first match, as far as its last match stays within.
  const start = Math.max(0, best.from - LEAD_WORDS, best.to - SNIPPET_WORDS + 1);
  return Math.min(start, terms.length - SNIPPET_WORDS);
}

/** Sums of shares are equal within this. */
const ROUNDING = 1e-6;
