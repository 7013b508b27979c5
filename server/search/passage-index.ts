import { createHash } from 'node:crypto';
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Corpus, Essay } from '../domain/corpus.ts';
import type { Passage } from '../domain/passage.ts';
import { ANALYSER_VERSION, splitTerms } from '../language/split-terms.ts';
import { namesOf } from './filter-passages.ts';
import { createFamilyMatcher, type FamilyMatcher } from './word-families.ts';

/** The fields of a passage that text is searched in. */
type Document = {
  readonly id: string;
  readonly body: string;
  readonly title: string;
  readonly headings: string;
  readonly authors: string;
  /** Tokens of the passage's concepts, see {@link conceptToken}. */
  readonly concepts: string;
};

/**
 * Weight of a match in each field. A passage inherits a little from its essay's title and its headings, so that a query
 * that names the essay's subject and the passage's detail finds the passage; more, and the title alone would decide.
 * Concepts weigh most, for people or rules found the passage to be about them. Measured on test/relevance, nDCG@10 of
 * all queries: title within the body as well .494, not so .510; concepts at .7, 1.5 and 2 .510, .535 and .543.
 */
export const FIELD_WEIGHTS = { body: 1, title: 0.3, headings: 0.4, authors: 0.6, concepts: 1 } as const;

const FIELDS = Object.keys(FIELD_WEIGHTS);

/** What stands for a concept in the index: no word can be spelt so. */
export const conceptToken = (id: string): string => `#${id}`;

/**
 * The analyser gives terms, and one token more for each word family that the text holds a member of. Queries are
 * analysed before they reach MiniSearch.
 */
function optionsFor(families: FamilyMatcher): Options<Document> {
  return {
    idField: 'id',
    fields: FIELDS,
    tokenize: (text, field) => {
      if (field === 'concepts') return text.split(' ').filter((token) => token !== '');
      const terms = splitTerms(text);
      return [...terms.map(({ term }) => term), ...families.find(terms).map(({ family }) => family.token)];
    },
    processTerm: (term) => term,
  };
}

/** A search index as it is stored, with a mark of what it was made with. */
export type StoredPassageIndex = { readonly madeWith: string; readonly index: AsPlainObject };

/** MiniSearch loads an index made with other options without a word, so the index says what it was made with. */
const markOf = ({ wordFamilies }: Corpus): string =>
  createHash('sha256')
    .update(JSON.stringify({ fields: FIELDS, analyser: ANALYSER_VERSION, wordFamilies }))
    .digest('hex')
    .slice(0, 12);

/** Makes the search index of a corpus, ready to store. */
export function buildPassageIndex(corpus: Corpus): StoredPassageIndex {
  const index = new MiniSearch<Document>(optionsFor(createFamilyMatcher(corpus.wordFamilies)));
  const essays = new Map(corpus.essays.map((essay) => [essay.slug, essay]));
  for (const passage of corpus.passages) {
    const essay = essays.get(passage.essay);
    if (essay) index.add(toDocument(passage, essay, corpus.site.name));
  }
  return { madeWith: markOf(corpus), index: index.toJSON() };
}

/** A search index in memory. */
export type PassageIndex = MiniSearch<Document>;

/** Loads a stored index. @throws Error if it was made by another version of this program, or for another vocabulary */
export function loadPassageIndex(stored: StoredPassageIndex, corpus: Corpus): PassageIndex {
  if (stored.madeWith !== markOf(corpus)) {
    throw new Error('The search index was made by another version of this program; run "npm run index"');
  }
  return MiniSearch.loadJS<Document>(stored.index, optionsFor(createFamilyMatcher(corpus.wordFamilies)));
}

const toDocument = (passage: Passage, essay: Essay, siteName: string): Document => ({
  id: passage.id,
  body: passage.text,
  title: essay.title,
  headings: passage.locator.headings.join('\n'),
  // The site's own name is on nearly every essay: as an author it would only make its words match everything.
  authors: namesOf(essay)
    .filter((name) => name !== siteName)
    .join('\n'),
  concepts: passage.tags.map(({ concept }) => conceptToken(concept)).join(' '),
});
