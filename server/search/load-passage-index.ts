import type { Corpus } from '../domain/corpus.ts';
import { termOf } from '../language/split-terms.ts';
import { markOf, type StoredPassageIndex, TEXT_FIELDS, type TextField } from './passage-index.ts';
import { weighPostings } from './weigh-postings.ts';

/** The passages that hold a term, with what the term adds to the score of each. */
export type Postings = {
  /** Places of passages in the corpus, ascending. */
  readonly places: Uint32Array;
  /** In the same order: the weight of the term in the passage, by BM25 over all fields. */
  readonly impacts: Float32Array;
};

/** How a passage holds a phrase: in the very words, or in other forms of them. */
export type PhraseMatch = 'printed' | 'inflected';

/** A search index in memory. A place is that of a passage in the corpus, 0-based. */
export type PassageIndex = {
  /** Number of passages. */
  readonly size: number;
  /** Undefined if nothing holds the term or token. */
  postingsOf(term: string): Postings | undefined;
  /** Number of passages that hold a term or token in any field. */
  frequencyOf(term: string): number;
  /** Whether a passage holds a term or token in any field. */
  holds(place: number, term: string): boolean;
  /** The number of a term, -1 if the index lacks it. */
  numberOf(term: string): number;
  /** The numbers of the terms of a passage's text, in order. */
  bodyOf(place: number): Uint32Array;
  /** The terms of a passage's text and the tokens of its concepts, each once. */
  termsOf(place: number): string[];
  /**
   * The passages that hold a phrase in any field, in order, by place.
   *
   * @param only where to look: places within, and fields; everywhere if absent
   */
  findPhrase(
    normalWords: readonly string[],
    only?: { readonly within?: readonly number[]; readonly fields?: readonly TextField[] },
  ): ReadonlyMap<number, PhraseMatch>;
  /** Every word that is printed in a text, title, heading or name, with how often. */
  readonly wordCounts: ReadonlyMap<string, number>;
};

/** Loads a stored index. @throws Error if it was made by another version of this program, of other word families or passages */
export function loadPassageIndex(stored: StoredPassageIndex, corpus: Corpus): PassageIndex {
  if (stored.madeWith !== markOf(corpus) || stored.texts.body.length !== corpus.passages.length) {
    throw new Error('The search index was made by another version of this program; run "npm run index"');
  }
  const { termOfWord } = stored;
  const termNumbers = new Map(stored.terms.map((term, number) => [term, number]));
  const wordNumbers = new Map(stored.words.map((word, number) => [word, number]));
  const fields = TEXT_FIELDS.map((field) => {
    const wordRows = stored.texts[field].map((row) => Uint32Array.from(row));
    return {
      name: field,
      wordRows,
      termRows: wordRows.map((row) => row.map((word) => termOfWord[word] ?? 0)),
    };
  });
  const bodies = fields[0]?.termRows ?? [];
  const postings = weighPostings(stored, corpus);
  const postingsOf = (term: string): Postings | undefined => postings[termNumbers.get(term) ?? -1];
  return {
    size: bodies.length,
    postingsOf,
    frequencyOf: (term) => postingsOf(term)?.places.length ?? 0,
    holds: (place, term) => includes(postingsOf(term)?.places, place),
    numberOf: (term) => termNumbers.get(term) ?? -1,
    bodyOf: (place) => bodies[place] ?? NOTHING,
    termsOf: (place) =>
      [...new Set([...(bodies[place] ?? []), ...(stored.concepts[place] ?? [])])].map(
        (number) => stored.terms[number] ?? '',
      ),
    findPhrase(words, { within, fields: looked = TEXT_FIELDS } = {}) {
      const phrase = {
        words: words.map((word) => wordNumbers.get(word) ?? -1),
        terms: words.map((word) => termNumbers.get(termOf(word)) ?? -1),
      };
      // Only what holds its rarest term can hold the phrase.
      const placesOf = (term: number | undefined) => postings[term ?? -1]?.places ?? NOTHING;
      const pivot = [...phrase.terms.keys()].reduce((best, at) =>
        placesOf(phrase.terms[at]).length < placesOf(phrase.terms[best]).length ? at : best,
      );
      const rarest = placesOf(phrase.terms[pivot]);
      const found = new Map<number, PhraseMatch>();
      for (const place of within && within.length < rarest.length ? within : rarest) {
        for (const { name, wordRows, termRows } of fields) {
          if (!looked.includes(name)) continue;
          const match = findInRow(wordRows[place] ?? NOTHING, termRows[place] ?? NOTHING, phrase, pivot);
          if (match && found.get(place) !== 'printed') found.set(place, match);
        }
      }
      return found;
    },
    wordCounts: countWords(stored),
  };
}

const NOTHING = new Uint32Array();

function countWords({ words, texts }: StoredPassageIndex): Map<string, number> {
  const counts = new Uint32Array(words.length);
  for (const field of TEXT_FIELDS)
    for (const row of texts[field]) for (const word of row) counts[word] = (counts[word] ?? 0) + 1;
  return new Map(words.map((word, number) => [word, counts[number] ?? 0]));
}

/** Looks for a phrase in a text, given as words and as terms, wherever its rarest term stands. */
function findInRow(
  words: Uint32Array,
  terms: Uint32Array,
  phrase: { readonly words: readonly number[]; readonly terms: readonly number[] },
  pivot: number,
): PhraseMatch | undefined {
  let best: PhraseMatch | undefined;
  const rarest = phrase.terms[pivot] ?? -1;
  for (let found = terms.indexOf(rarest); found !== -1; found = terms.indexOf(rarest, found + 1)) {
    const start = found - pivot;
    if (start < 0 || !phrase.terms.every((term, at) => terms[start + at] === term)) continue;
    if (phrase.words.every((word, at) => words[start + at] === word)) return 'printed';
    best = 'inflected';
  }
  return best;
}

/** Whether a sorted row holds a number. */
function includes(row: Uint32Array | undefined, wanted: number): boolean {
  let low = 0;
  let high = (row?.length ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = row?.[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
