import type { Corpus } from '../../domain/corpus.ts';
import { idf, saturate } from './bm25.ts';
import { type DocId, forEachInNames, nameToken, type StoredPassageIndex } from './stored-passage-index.ts';

/** The documents that hold a term, with what the term adds to the score of each. */
export type Postings = {
  /** Ascending. */
  readonly docIds: Uint32Array;
  /** In the same order: the precomputed contribution of the term to the document's score, by BM25+ over all fields. */
  readonly impacts: Float32Array;
};

/**
 * Weight of a match in each field. Concepts weigh as much as the text, for people or rules found the passage to be
 * about them; a heading, a title or a name alone should not decide.
 */
const FIELD_WEIGHTS = { body: 1, headings: 0.4, title: 0.3, authors: 1, concepts: 1 } as const;

/** What a word counts within a name: "trust" is not what "Carers Trust" is about. Who types the name finds its name token. */
const WITHIN_NAME = 0.25;

/**
 * A tag of this strength counts as a word that stands once in a text: the strength that an editor's word alone gives
 * (see `Tag`).
 */
const PLAIN_STRENGTH = 2;

/**
 * The frequency of each term in one field of one document, perhaps a fraction, and the length of the field in words.
 */
type FieldTerms = { readonly frequencies: ReadonlyMap<number, number>; readonly length: number };

/** A field of all documents. */
type Field = { readonly weight: number; readonly documents: readonly FieldTerms[] };

/**
 * Works out what every term adds to the score of every document that holds it, so that a query only adds up. The BM25+
 * of the fields are summed.
 *
 * @returns postings by the id of their term
 */
export function weighPostings(stored: StoredPassageIndex, corpus: Corpus): Postings[] {
  const termCount = stored.terms.length;
  const docIds: DocId[][] = Array.from({ length: termCount }, () => []);
  const impacts: number[][] = Array.from({ length: termCount }, () => []);
  const fields = readFields(stored, corpus).map((field) => ({
    ...field,
    documentFrequencies: countDocuments(field.documents, termCount),
    averageLength: averageLength(field.documents),
  }));
  const sums = new Map<number, number>();
  for (let docId = 0; docId < stored.texts.body.length; docId += 1) {
    sums.clear();
    for (const { weight, documents, documentFrequencies, averageLength: average } of fields) {
      const { frequencies, length } = documents[docId] ?? EMPTY;
      for (const [term, frequency] of frequencies) {
        const rarity = idf(documentFrequencies[term] ?? 0, documents.length);
        sums.set(term, (sums.get(term) ?? 0) + weight * rarity * saturate(frequency, length, average));
      }
    }
    for (const [term, impact] of sums) {
      docIds[term]?.push(docId);
      impacts[term]?.push(impact);
    }
  }
  return docIds.map((row, term) => ({
    docIds: Uint32Array.from(row),
    impacts: Float32Array.from(impacts[term] ?? []),
  }));
}

const EMPTY: FieldTerms = { frequencies: new Map(), length: 0 };

function readFields(stored: StoredPassageIndex, corpus: Corpus): Field[] {
  const termsOf = (words: readonly number[]) => words.map((word) => stored.termOfWord[word] ?? 0);
  const textField = (words: readonly number[]): FieldTerms => ({
    frequencies: addUp(new Map(), termsOf(words), 1),
    length: words.length,
  });
  return [
    { weight: FIELD_WEIGHTS.body, documents: readBodies(stored, corpus, termsOf) },
    { weight: FIELD_WEIGHTS.headings, documents: stored.texts.headings.map(textField) },
    { weight: FIELD_WEIGHTS.title, documents: stored.texts.title.map(textField) },
    { weight: FIELD_WEIGHTS.authors, documents: stored.texts.authors.map(textField) },
    { weight: FIELD_WEIGHTS.concepts, documents: readConcepts(stored) },
  ];
}

/**
 * The texts of the passages, with two additions. Each passage has a share of its essay's title: all of it in an essay
 * of one passage, a tenth of each of its words in one of ten. And each word of a family counts as one of the family's
 * token too, which adds nothing to the length.
 *
 *     "Grief takes time", one of two passages of "Long loss"; "grief" and "loss" are of family ~3
 *     frequencies  grief 1, take 1, time 1, ~3 1, long .5, loss .5     length 3 + 2 × .5
 */
function readBodies(
  stored: StoredPassageIndex,
  { essays, passages }: Corpus,
  termsOf: (words: readonly number[]) => number[],
): FieldTerms[] {
  const tokenIds = new Map(stored.terms.map((term, id) => [term, id]));
  const passageCounts = new Map<string, number>(essays.map((essay) => [essay.slug, essay.passages.length]));
  return stored.texts.body.map((words, docId) => {
    const title = stored.texts.title[docId] ?? [];
    const share = 1 / Math.max(1, passageCounts.get(passages[docId]?.essay ?? '') ?? 1);
    const terms = termsOf(words);
    const frequencies = addUp(new Map(), terms, 1);
    forEachInNames(stored.names[docId] ?? [], (at) => {
      const term = terms[at] ?? 0;
      addUp(frequencies, [term], WITHIN_NAME - 1);
      const token = tokenIds.get(nameToken(stored.terms[term] ?? ''));
      if (token !== undefined) addUp(frequencies, [token], 1);
    });
    addUp(frequencies, stored.families[docId] ?? [], 1);
    addUp(frequencies, termsOf(title), share);
    return { frequencies, length: words.length + title.length * share };
  });
}

const readConcepts = (stored: StoredPassageIndex): FieldTerms[] =>
  stored.concepts.map((concepts, docId) => ({
    frequencies: new Map(
      concepts.map((concept, at) => [concept, (stored.strengths[docId]?.[at] ?? 0) / PLAIN_STRENGTH]),
    ),
    length: concepts.length,
  }));

function addUp(frequencies: Map<number, number>, terms: readonly number[], by: number): Map<number, number> {
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + by);
  return frequencies;
}

function countDocuments(documents: readonly FieldTerms[], termCount: number): Uint32Array {
  const counts = new Uint32Array(termCount);
  for (const { frequencies } of documents)
    for (const term of frequencies.keys()) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}

/** The average length of the fields that hold anything; 1 where none does. */
function averageLength(documents: readonly FieldTerms[]): number {
  const filled = documents.filter(({ length }) => length > 0);
  return filled.length === 0 ? 1 : filled.reduce((sum, { length }) => sum + length, 0) / filled.length;
}
