import { createHash } from 'node:crypto';
import type { Corpus, Essay } from '../domain/corpus.ts';
import type { Passage } from '../domain/passage.ts';
import { ANALYSER_VERSION, termOf } from '../language/split-terms.ts';
import { normalWords } from '../language/split-words.ts';
import { namesOf } from './filter-passages.ts';
import { findKeyPhrases, type KeyPhrase } from './key-phrases.ts';
import { createFamilyFinder } from './word-families.ts';

/** The texts of a passage that are searched. Phrases are looked for in each of them. */
export const TEXT_FIELDS = ['body', 'headings', 'title', 'authors'] as const;
/** One of {@link TEXT_FIELDS}. */
export type TextField = (typeof TEXT_FIELDS)[number];

/**
 * A search index as it is stored: every passage as rows of numbers, from which the postings are made when it is loaded.
 *
 *     words      ["people", "share", "sharing", "power"]
 *     terms      ["peopl", "share", "power", "~12", "#power-sharing"]
 *     termOfWord [0, 1, 1, 2]
 *     body       "People sharing power" is [0, 2, 3]
 *
 * Rows hold printed words, so that a phrase can be told from its inflected forms.
 */
export type StoredPassageIndex = {
  /** A mark of the analyser and the word families that it was made with. */
  readonly madeWith: string;
  /** Distinct words, normalised. */
  readonly words: readonly string[];
  /** Distinct terms, then tokens of word families and of concepts among them. */
  readonly terms: readonly string[];
  /** For each word, the place of its term in `terms`. */
  readonly termOfWord: readonly number[];
  /** For each field and passage, the places of its words in `words`, in order. */
  readonly texts: Readonly<Record<TextField, readonly (readonly number[])[]>>;
  /** For each passage, the places in `terms` of the families that its text holds a member of, once for each member. */
  readonly families: readonly (readonly number[])[];
  /** For each passage, the places in `terms` of its concepts' tokens. */
  readonly concepts: readonly (readonly number[])[];
  /** In the same order: how strong each tag is (see `Tag`). */
  readonly strengths: readonly (readonly number[])[];
  /** Phrases that come back in several passages: what the box suggests. */
  readonly phrases: readonly KeyPhrase[];
};

/** Between two texts of one field. */
const GAP = '';

/** What stands for a concept in the index: no word can be spelt so. */
export const conceptToken = (id: string): string => `#${id}`;

/** Makes the search index of a corpus, ready to store. @throws Error that names a passage without an essay */
export function buildPassageIndex(corpus: Corpus): StoredPassageIndex {
  const words = numberNames();
  const terms = numberNames();
  const termOfWord: number[] = [];
  const numberOf = (word: string): number => {
    const number = words.numberOf(word);
    if (number === termOfWord.length) termOfWord.push(terms.numberOf(termOf(word)));
    return number;
  };
  // A phrase must not stand across two headings or names: between them is a gap, which is no word.
  const toRow = (texts: readonly string[]): number[] =>
    texts.flatMap((text, at) => [...(at > 0 ? [GAP] : []), ...normalWords(text)]).map(numberOf);
  const findFamilies = createFamilyFinder(corpus.wordFamilies);
  const essays = new Map(corpus.essays.map((essay) => [essay.slug, essay]));
  const fieldsOf = corpus.passages.map((passage) => {
    const essay = essays.get(passage.essay);
    if (!essay) throw new Error(`Passage "${passage.id}": its essay "${passage.essay}" is not in the corpus`);
    return textsOf(passage, essay, corpus.site.name);
  });
  const rowsOf = (field: TextField) => fieldsOf.map((fields) => toRow(fields[field]));
  const texts = {
    ...{ body: rowsOf('body'), headings: rowsOf('headings') },
    ...{ title: rowsOf('title'), authors: rowsOf('authors') },
  };
  const familiesOf = (row: readonly number[]) =>
    findFamilies(row.map((word) => ({ term: terms.names[termOfWord[word] ?? 0] ?? '' })));
  const families = texts.body.map((row) => familiesOf(row).map(({ family }) => terms.numberOf(family.token)));
  const concepts = corpus.passages.map(({ tags }) =>
    tags.map(({ concept }) => terms.numberOf(conceptToken(concept))),
  );
  return {
    madeWith: markOf(corpus),
    words: words.names,
    terms: terms.names,
    ...{ termOfWord, texts, families, concepts },
    strengths: corpus.passages.map(({ tags }) => tags.map(({ strength }) => strength)),
    phrases: findKeyPhrases(corpus.passages.map(({ text }) => text)),
  };
}

/** A mark of what an index is made with: one made with anything else would give wrong answers without a word. */
export const markOf = ({ wordFamilies }: Corpus): string =>
  createHash('sha256')
    .update(JSON.stringify({ fields: TEXT_FIELDS, analyser: ANALYSER_VERSION, wordFamilies }))
    .digest('hex')
    .slice(0, 12);

const textsOf = (passage: Passage, essay: Essay, siteName: string): Record<TextField, readonly string[]> => ({
  body: [passage.text],
  headings: passage.locator.headings,
  title: [essay.title],
  // The site's own name is on nearly every essay: as an author it would only make its words match everything.
  authors: namesOf(essay).filter((name) => name !== siteName),
});

/** Gives each distinct name a number, in order of first use. */
function numberNames(): { readonly names: string[]; numberOf(name: string): number } {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    numberOf(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}
