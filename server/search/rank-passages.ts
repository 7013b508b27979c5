import type { Corpus } from '../domain/corpus.ts';
import type { ConceptId } from '../domain/ids.ts';
import type { PassageIndex } from './load-passage-index.ts';
import type { QueryPlan, Wanted } from './plan-query.ts';
import { inverseFrequency } from './weigh-postings.ts';

/** Passages that hold anything that is looked for. */
export type Ranking = {
  /** Places of passages in the corpus, 0-based, in no order. */
  readonly places: number[];
  /** By place; higher is better. */
  readonly scores: Float32Array;
  /** Whether a passage holds every word of the query, or one that means the same. */
  readonly hasAllWords: (place: number) => boolean;
};

/** A word in more than this share of all passages finds none by itself, while the query has a rarer one. */
const TOO_COMMON = 0.5;

/**
 * How much of the score hangs on how many of the query's words a passage holds, and up to how many words; beyond, the
 * long questions and abstracts of test collections lose by it, and it fades. Measured without and with it: our
 * keyword queries .650 and .663, Cranfield .3770 and .3777.
 */
const COORDINATION = { share: 0.4, words: 4 } as const;

/**
 * What two words that follow each other in the query add when they stand near each other in a passage, times the
 * rarity of the commoner one: all of it side by side, a share of it over the gap, half in the other order. Measured without and
 * with it: NPL .455 and .463, names .89 and .90; twice as much gains nothing more and loses on Cranfield.
 */
const NEARNESS = { weight: 0.3, otherOrder: 0.5, maxGap: 8, passages: 100 } as const;

/** Adds up what each term of a plan gives each passage. */
export function rankPassages(index: PassageIndex, { weights, wanted, phraseTerms }: QueryPlan): Ranking {
  const scores = new Float32Array(index.size);
  const held = new Uint32Array(index.size);
  const covered = new Uint32Array(index.size);
  const places: number[] = [];
  const isFound = new Uint8Array(index.size);
  const ofWords = bitsOfTokens(wanted, ({ term, same }) => [term, ...same]);
  const ofConcepts = bitsOfTokens(wanted, ({ concepts }) => concepts);
  const rows = [...weights]
    .flatMap(([token, weight]) => {
      const postings = index.postingsOf(token);
      if (!postings) return [];
      const bit = ofWords.get(token) ?? 0;
      return [{ ...postings, token, weight, bit, cover: bit | (ofConcepts.get(token) ?? 0) }];
    })
    .sort((a, b) => a.places.length - b.places.length);
  const tooMany = index.size * TOO_COMMON;
  const isRare = (term: string): boolean => {
    const frequency = index.frequencyOf(term);
    return frequency > 0 && frequency <= tooMany;
  };
  const tooCommon = new Set(
    wanted.some(({ term }) => isRare(term))
      ? wanted.map(({ term }) => term).filter((term) => !isRare(term) && !phraseTerms.has(term))
      : [],
  );
  for (const { token, places: row, impacts, weight, bit, cover } of rows) {
    const findsNone = tooCommon.has(token);
    for (let at = 0; at < row.length; at += 1) {
      const place = row[at] as number;
      if (isFound[place] === 0) {
        if (findsNone) continue;
        isFound[place] = 1;
        places.push(place);
      }
      scores[place] = (scores[place] as number) + weight * (impacts[at] as number);
      held[place] = (held[place] as number) | bit;
      covered[place] = (covered[place] as number) | cover;
    }
  }
  if (wanted.length > 1) {
    addNearness(index, wanted, places, scores);
    coordinate(wanted.length, places, scores, covered);
  }
  const all = 2 ** wanted.length - 1;
  return { places, scores, hasAllWords: (place) => held[place] === all };
}

/**
 * All passages, for a query without words: those that are most about the tags asked for score highest.
 *
 * @param tags undefined if nothing at all is asked; then no passage is listed
 */
export function listPassages({ passages }: Corpus, tags: readonly ConceptId[] | undefined): Ranking {
  const scores = Float32Array.from(passages, (passage) =>
    passage.tags.reduce((sum, tag) => sum + (tags?.includes(tag.concept) ? tag.strength : 0), 0),
  );
  return { places: tags === undefined ? [] : [...passages.keys()], scores, hasAllWords: () => true };
}

/** The places that come first, best first: as many as are wanted. Sorting all of thousands would take longer than finding them. */
export function bestPlaces(places: readonly number[], scores: Float32Array, wanted: number): number[] {
  const scoreOf = (place: number): number => scores[place] as number;
  const byScore = (a: number, b: number): number => scoreOf(b) - scoreOf(a) || a - b;
  if (places.length <= wanted) return [...places].sort(byScore);
  const sorted = new Float32Array(places.length);
  for (let at = 0; at < places.length; at += 1) sorted[at] = scores[places[at] as number] as number;
  const least = sorted.sort()[places.length - wanted] as number;
  return places
    .filter((place) => scoreOf(place) >= least)
    .sort(byScore)
    .slice(0, wanted);
}

/** For each token the bits of the words of the query that it stands for. */
function bitsOfTokens(
  wanted: readonly Wanted[],
  tokensOf: (word: Wanted) => readonly string[],
): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [number, word] of wanted.entries())
    for (const token of tokensOf(word)) bits.set(token, (bits.get(token) ?? 0) | (1 << number));
  return bits;
}

/** Holds back passages that have few of the words, and do not carry the concepts that these mean. */
function coordinate(
  words: number,
  places: readonly number[],
  scores: Float32Array,
  covered: Uint32Array,
): void {
  const share = COORDINATION.share * Math.min(1, COORDINATION.words / words) ** 2;
  for (const place of places) {
    let count = 0;
    for (let bits = covered[place] as number; bits !== 0; bits &= bits - 1) count += 1;
    scores[place] = (scores[place] as number) * (1 - share + (share * count) / words);
  }
}

/** Raises the best passages for words of the query that stand near each other in them. */
function addNearness(
  index: PassageIndex,
  wanted: readonly Wanted[],
  places: readonly number[],
  scores: Float32Array,
): void {
  const terms = wanted
    .map(({ term }) => ({
      number: index.numberOf(term),
      rarity: inverseFrequency(index.frequencyOf(term), index.size),
    }))
    .filter(({ number }) => number !== -1);
  if (terms.length < 2) return;
  for (const place of bestPlaces(places, scores, NEARNESS.passages)) {
    const best = nearestPairs(index.bodyOf(place), terms);
    let bonus = 0;
    for (const [at, nearness] of best.entries())
      bonus += nearness * Math.min(terms[at]?.rarity ?? 0, terms[at + 1]?.rarity ?? 0);
    scores[place] = (scores[place] as number) + NEARNESS.weight * bonus;
  }
}

/** For each pair of terms that follow each other in the query, how near they come in a text: 1 side by side, 0 far apart. */
function nearestPairs(body: Uint32Array, terms: readonly { readonly number: number }[]): number[] {
  const best: number[] = new Array(terms.length - 1).fill(0);
  const last: number[] = new Array(terms.length).fill(Number.NEGATIVE_INFINITY);
  const look = (pair: number, gap: number, price: number) => {
    if (gap > 0 && gap <= NEARNESS.maxGap) best[pair] = Math.max(best[pair] ?? 0, price / gap);
  };
  for (let at = 0; at < body.length; at += 1) {
    for (let term = 0; term < terms.length; term += 1) {
      if (terms[term]?.number !== body[at]) continue;
      if (term > 0) look(term - 1, at - (last[term - 1] as number), 1);
      if (term + 1 < terms.length) look(term, at - (last[term + 1] as number), NEARNESS.otherOrder);
      last[term] = at;
    }
  }
  return best;
}
