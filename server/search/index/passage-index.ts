import type { Corpus } from '../../domain/corpus.ts';
import { partStems, type TermSequence, termOf } from '../../language/split-terms.ts';
import { findPhraseIn, type Phrase, type PhraseMatch } from './find-phrase.ts';
import {
  type DocId,
  forEachInNames,
  markOf,
  nameToken,
  type StoredPassageIndex,
  TEXT_FIELDS,
  type TextField,
} from './stored-passage-index.ts';
import { type Postings, weighPostings } from './weigh-postings.ts';

/** A search index in memory. */
export type PassageIndex = {
  /** Number of documents. */
  readonly size: number;
  /** The postings of a term or token; undefined if nothing holds it. */
  postingsOf(term: string): Postings | undefined;
  /** Number of documents that hold a term or token in any field. */
  documentFrequency(term: string): number;
  /** The most that a term or token adds to any document, before its weight; 0 for one that nothing holds. */
  highestImpact(term: string): number;
  /** Whether a document holds a term or token in any field. */
  holds(docId: DocId, term: string): boolean;
  /** Whether a document prints a normalised word, in this very form, in any field. */
  prints(docId: DocId, word: string): boolean;
  /** The names of several words that the texts print: each as its terms, by the first. */
  readonly names: ReadonlyMap<string, readonly TermSequence[]>;
  /** The id of a term, -1 if the index lacks it. */
  termId(term: string): number;
  /** The ids of the terms of a passage's text, in order. */
  bodyOf(docId: DocId): Uint32Array;
  /** The terms of a passage's text, the tokens of its concepts, and those of words within names, each once. */
  termsOf(docId: DocId): string[];
  /**
   * The documents that hold a phrase in any field, in order.
   *
   * @param only where to look: documents within, and fields; everywhere if absent
   */
  findPhrase(
    normalWords: readonly string[],
    only?: { readonly within?: readonly DocId[]; readonly fields?: readonly TextField[] },
  ): ReadonlyMap<DocId, PhraseMatch>;
  /** Every word that is printed in a text, title, heading or name, with how often. */
  readonly wordCounts: ReadonlyMap<string, number>;
};

const NOTHING = new Uint32Array();

/**
 * Loads a stored index.
 *
 * @throws Error if it was made by another version of this program, of other word families or passages
 */
export function loadPassageIndex(stored: StoredPassageIndex, corpus: Corpus): PassageIndex {
  if (stored.madeWith !== markOf(corpus) || stored.texts.body.length !== corpus.passages.length) {
    throw new Error('The search index was made by another version of this program; run "npm run index"');
  }
  partStems(corpus.stems);
  const { termOfWord } = stored;
  const termIds = new Map(stored.terms.map((term, id) => [term, id]));
  const wordIds = new Map(stored.words.map((word, id) => [word, id]));
  const fields = TEXT_FIELDS.map((name) => {
    const words = stored.texts[name].map((row) => Uint32Array.from(row));
    return { name, words, terms: words.map((row) => row.map((word) => termOfWord[word] ?? 0)) };
  });
  const bodies = fields[0]?.terms ?? [];
  const postings = weighPostings(stored, corpus);
  const highestImpacts = postings.map(({ impacts }) =>
    impacts.reduce((best, impact) => Math.max(best, impact), 0),
  );
  const postingsOf = (term: string): Postings | undefined => postings[termIds.get(term) ?? -1];

  const namesIn = (docId: DocId): string[] => {
    const found: string[] = [];
    forEachInNames(stored.names[docId] ?? [], (at) =>
      found.push(stored.terms[bodies[docId]?.[at] ?? 0] ?? ''),
    );
    return found;
  };

  return {
    size: bodies.length,
    postingsOf,
    documentFrequency: (term) => postingsOf(term)?.docIds.length ?? 0,
    highestImpact: (term) => highestImpacts[termIds.get(term) ?? -1] ?? 0,
    holds: (docId, term) => includes(postingsOf(term)?.docIds ?? NOTHING, docId),
    prints(docId, word) {
      const id = wordIds.get(word) ?? -1;
      return fields.some(({ words }) => words[docId]?.includes(id));
    },
    names: collectNames(stored, bodies),
    termId: (term) => termIds.get(term) ?? -1,
    bodyOf: (docId) => bodies[docId] ?? NOTHING,
    termsOf: (docId) => [
      ...new Set(
        [...(bodies[docId] ?? []), ...(stored.concepts[docId] ?? [])].map((id) => stored.terms[id] ?? ''),
      ),
      ...new Set(namesIn(docId).map(nameToken)),
    ],
    findPhrase(words, { within, fields: looked = TEXT_FIELDS } = {}) {
      const terms = words.map((word) => termIds.get(termOf(word)) ?? -1);
      const docIdsOf = (term: number | undefined) => postings[term ?? -1]?.docIds ?? NOTHING;
      // Only what holds its rarest term can hold the phrase.
      const lead = [...terms.keys()].reduce((best, at) =>
        docIdsOf(terms[at]).length < docIdsOf(terms[best]).length ? at : best,
      );
      const phrase: Phrase = { words: words.map((word) => wordIds.get(word) ?? -1), terms, lead };
      const candidates = docIdsOf(terms[lead]);
      const found = new Map<DocId, PhraseMatch>();
      for (const docId of within && within.length < candidates.length ? within : candidates) {
        for (const { name, words: rows, terms: termRows } of fields) {
          if (!looked.includes(name)) continue;
          const match = findPhraseIn(rows[docId] ?? NOTHING, termRows[docId] ?? NOTHING, phrase);
          if (match && found.get(docId) !== 'printed') found.set(docId, match);
        }
      }
      return found;
    },
    wordCounts: countWords(stored),
  };
}

function collectNames(
  { names, terms }: StoredPassageIndex,
  bodies: readonly Uint32Array[],
): Map<string, TermSequence[]> {
  const known = new Set<string>();
  const byFirst = new Map<string, TermSequence[]>();
  for (const [docId, runs] of names.entries()) {
    for (let run = 0; run + 1 < runs.length; run += 2) {
      const name = [...(bodies[docId] ?? NOTHING).slice(runs[run], runs[run + 1])].map(
        (id) => terms[id] ?? '',
      );
      const key = name.join(' ');
      if (known.has(key)) continue;
      known.add(key);
      const first = name[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
    }
  }
  return byFirst;
}

function countWords({ words, texts }: StoredPassageIndex): Map<string, number> {
  const counts = new Uint32Array(words.length);
  for (const field of TEXT_FIELDS)
    for (const row of texts[field]) for (const word of row) counts[word] = (counts[word] ?? 0) + 1;
  return new Map(words.map((word, id) => [word, counts[id] ?? 0]));
}

/** Whether an ascending row holds a number, by binary search. */
function includes(row: Uint32Array, number: number): boolean {
  let low = 0;
  let high = row.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = row[middle] ?? 0;
    if (found === number) return true;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
