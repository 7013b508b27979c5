import type { Corpus } from '../../domain/corpus.ts';
import { ANALYSER_VERSION } from '../../language/split-terms.ts';

/**
 * A document of the index is a passage; its id is the index of the passage in `corpus.passages`, 0-based. Passages are
 * known by their `PassageId` everywhere else.
 */
export type DocId = number;

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
  /** For each word, the index of its term in `terms`, which is the id of the term. */
  readonly termOfWord: readonly number[];
  /** For each field and document, the indexes of its words in `words`, in order. */
  readonly texts: Readonly<Record<TextField, readonly (readonly number[])[]>>;
  /**
   * For each document, the names of several words in its text ("Carers Trust"), as indexes in its row of `texts.body`: of the first
   * word and behind the last, one name after the other.
   */
  readonly names: readonly (readonly number[])[];
  /** For each document, the ids of the tokens of the families whose members its text holds, once for each member. */
  readonly families: readonly (readonly number[])[];
  /** For each document, the ids of its concepts' tokens. */
  readonly concepts: readonly (readonly number[])[];
  /** In the same order: how strong each tag is (see `Tag`). */
  readonly strengths: readonly (readonly number[])[];
  /** Phrases that come back in several passages: what the box suggests. */
  readonly phrases: readonly KeyPhrase[];
};

/** A phrase that comes back: as printed where it first stands, in lower case unless it is a name, and its passages. */
export type KeyPhrase = { readonly text: string; readonly passages: number };

/** What stands for a concept in the index: no word can be spelt so. */
export const conceptToken = (id: string): string => `#${id}`;

/** Calls back with the index of each word that is part of a name, given a row of `names`. */
export function forEachInNames(names: readonly number[], callback: (at: number) => void): void {
  for (let run = 0; run + 1 < names.length; run += 2)
    for (let at = names[run] ?? 0; at < (names[run + 1] ?? 0); at += 1) callback(at);
}

/** What stands for a word within a name in the index. */
export const nameToken = (term: string): string => `^${term}`;

/**
 * What an index is made with, in one line: one that was made with another analyser, other fields or other word families
 * would give wrong answers in silence. Of the families their number is enough, for they lie in the same file under one
 * checksum.
 */
export const markOf = ({ wordFamilies }: Pick<Corpus, 'wordFamilies'>): string =>
  `analyser ${ANALYSER_VERSION}; ${TEXT_FIELDS.join(' ')}; ${wordFamilies.length} families`;
