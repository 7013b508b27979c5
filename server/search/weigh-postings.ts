import type { Corpus } from '../domain/corpus.ts';
import type { Postings } from './load-passage-index.ts';
import type { StoredPassageIndex } from './passage-index.ts';

/**
 * BM25+ with the parameters of lucaong/minisearch (`src/MiniSearch.ts`): how soon repeating a word stops counting
 * (1.2 to 2), how much long texts are held back (0 to 1), and the least that a match counts (0.5 to 1). On public
 * test collections other values within these ranges make no difference worth having.
 */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

/**
 * Weight of a match in each field. Concepts weigh as much as the text, for people or rules found the passage to be about
 * them; a heading, a title or a name alone should not decide.
 */
const FIELD_WEIGHTS = { body: 1, headings: 0.4, title: 0.3, authors: 1, concepts: 1 } as const;

/** How strong a tag is to count like a word that stands once in a text: an editor's bare word is (see `Tag`). */
const PLAIN_STRENGTH = 2;

/** How often each term stands in one field of one passage, perhaps a fraction, and the length of that text. */
type Counts = { readonly counts: Map<number, number>; readonly length: number };

/**
 * Works out what every term adds to the score of every passage that holds it, so that a query only adds up. The
 * fields' BM25 are summed. A passage's text also holds its essay's title, divided among the passages of the essay: the
 * title of an essay of one passage is about that passage, that of a long essay about each a little (on Cranfield nDCG@10
 * .378, without it .363; on our own queries it makes no difference).
 */
export function weighPostings(stored: StoredPassageIndex, corpus: Corpus): Postings[] {
  const termCount = stored.terms.length;
  const places: number[][] = Array.from({ length: termCount }, () => []);
  const impacts: number[][] = Array.from({ length: termCount }, () => []);
  const fields = countFields(stored, corpus).map(({ weight, rows }) => ({
    weight,
    rows,
    passagesWith: countPassagesWith(rows, termCount),
    meanLength: meanLength(rows),
  }));
  const sums = new Map<number, number>();
  for (let place = 0; place < stored.texts.body.length; place += 1) {
    sums.clear();
    for (const { weight, rows, passagesWith, meanLength: mean } of fields) {
      const { counts, length } = rows[place] ?? EMPTY;
      const norm = 1 - BM25.b + BM25.b * (length / mean);
      for (const [term, count] of counts) {
        const saturated = BM25.d + (count * (BM25.k + 1)) / (count + BM25.k * norm);
        const rarity = inverseFrequency(passagesWith[term] ?? 0, rows.length);
        sums.set(term, (sums.get(term) ?? 0) + weight * rarity * saturated);
      }
    }
    for (const [term, impact] of sums) {
      places[term]?.push(place);
      impacts[term]?.push(impact);
    }
  }
  return places.map((row, term) => ({
    places: Uint32Array.from(row),
    impacts: Float32Array.from(impacts[term] ?? []),
  }));
}

/** How much it tells that a passage holds what so many of all hold: the inverse document frequency of BM25. */
export const inverseFrequency = (passages: number, all: number): number =>
  Math.log(1 + (all - passages + 0.5) / (passages + 0.5));

const EMPTY: Counts = { counts: new Map(), length: 0 };

function countFields(
  stored: StoredPassageIndex,
  { essays, passages }: Corpus,
): { readonly weight: number; readonly rows: Counts[] }[] {
  const lengths = new Map<string, number>(essays.map((essay) => [essay.slug, essay.passages.length]));
  const count = (counts: Map<number, number>, words: readonly number[], by: number) => {
    for (const word of words) add(counts, stored.termOfWord[word] ?? 0, by);
  };
  const whole = (words: readonly number[]): Counts => {
    const counts = new Map<number, number>();
    count(counts, words, 1);
    return { counts, length: words.length };
  };
  const body = stored.texts.body.map((words, place): Counts => {
    const { counts } = whole(words);
    // A family counts once more for each of its words, but makes no text longer.
    for (const family of stored.families[place] ?? []) add(counts, family, 1);
    const title = stored.texts.title[place] ?? [];
    const share = 1 / Math.max(1, lengths.get(passages[place]?.essay ?? '') ?? 1);
    count(counts, title, share);
    return { counts, length: words.length + title.length * share };
  });
  const concepts = stored.concepts.map((terms, place): Counts => {
    const strengths = stored.strengths[place] ?? [];
    return {
      counts: new Map(terms.map((term, index) => [term, (strengths[index] ?? 0) / PLAIN_STRENGTH])),
      length: terms.length,
    };
  });
  return [
    { weight: FIELD_WEIGHTS.body, rows: body },
    { weight: FIELD_WEIGHTS.headings, rows: stored.texts.headings.map(whole) },
    { weight: FIELD_WEIGHTS.title, rows: stored.texts.title.map(whole) },
    { weight: FIELD_WEIGHTS.authors, rows: stored.texts.authors.map(whole) },
    { weight: FIELD_WEIGHTS.concepts, rows: concepts },
  ];
}

const add = (counts: Map<number, number>, term: number, by: number): void => {
  counts.set(term, (counts.get(term) ?? 0) + by);
};

function countPassagesWith(rows: readonly Counts[], termCount: number): Uint32Array {
  const passages = new Uint32Array(termCount);
  for (const { counts } of rows) for (const term of counts.keys()) passages[term] = (passages[term] ?? 0) + 1;
  return passages;
}

/** The mean length of the texts that have any; 1 where none has. */
function meanLength(rows: readonly Counts[]): number {
  const filled = rows.filter(({ length }) => length > 0);
  return filled.length === 0 ? 1 : filled.reduce((sum, { length }) => sum + length, 0) / filled.length;
}
