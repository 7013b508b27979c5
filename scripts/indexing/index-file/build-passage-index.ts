import type { Corpus, Essay } from '../../../server/domain/corpus.ts';
import type { Passage } from '../../../server/domain/passage.ts';
import { findNames } from '../../../server/language/find-names.ts';
import { termOf } from '../../../server/language/split-terms.ts';
import { normalWords, splitWords } from '../../../server/language/split-words.ts';
import { namesOf } from '../../../server/search/facets/facets.ts';
import {
  conceptToken,
  forEachInNames,
  markOf,
  nameToken,
  type StoredPassageIndex,
  type TextField,
} from '../../../server/search/index/stored-passage-index.ts';
import { createFamilyFinder } from '../../../server/search/plan/word-families.ts';
import { findKeyPhrases } from './key-phrases.ts';

/** Between two texts of one field. */
const GAP = '';

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
    body: rowsOf('body'),
    headings: rowsOf('headings'),
    title: rowsOf('title'),
    authors: rowsOf('authors'),
  };
  const familiesOf = (row: readonly number[]) =>
    findFamilies(row.map((word) => ({ term: terms.names[termOfWord[word] ?? 0] ?? '' })));
  // Of words alike the first is in the row already, as the word that it is.
  const families = texts.body.map((row) =>
    familiesOf(row)
      .filter(({ family, length }) => family.closeness !== 'alike' || length > 1)
      .map(({ family }) => terms.numberOf(family.token)),
  );
  const names = corpus.passages.map(({ text }) => namesIn(text));
  for (const [docId, runs] of names.entries())
    forEachInNames(runs, (at) => {
      const term = terms.names[termOfWord[texts.body[docId]?.[at] ?? 0] ?? 0] ?? '';
      terms.numberOf(nameToken(term));
    });
  const concepts = corpus.passages.map(({ tags }) =>
    tags.map(({ concept }) => terms.numberOf(conceptToken(concept))),
  );
  return {
    madeWith: markOf(corpus),
    words: words.names,
    terms: terms.names,
    termOfWord,
    texts,
    names,
    families,
    concepts,
    strengths: corpus.passages.map(({ tags }) => tags.map(({ strength }) => strength)),
    phrases: findKeyPhrases(corpus.passages.map(({ text }) => text)),
  };
}

const namesIn = (text: string): number[] =>
  findNames(text, splitWords(text)).flatMap(({ from, to }) => [from, to]);

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
