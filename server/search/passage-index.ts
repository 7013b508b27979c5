import { createHash } from 'node:crypto';
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Corpus, Essay } from '../domain/corpus.ts';
import type { Passage } from '../domain/passage.ts';
import { ANALYSER_VERSION, splitTerms } from '../language/split-terms.ts';

/** The fields of a passage that text is searched in. */
type Document = {
  readonly id: string;
  readonly body: string;
  readonly title: string;
  readonly headings: string;
  readonly authors: string;
};

/**
 * Weight of a match in each field. The body holds the title too, and the title counts .4 on its own: so measured on
 * eight public test collections, where it gave the best mean nDCG@10. Headings are taken as titles of their section.
 * A name is looked for as itself, so it weighs as much as a word of the body.
 */
export const FIELD_WEIGHTS = { body: 1, title: 0.4, headings: 0.4, authors: 1 } as const;

/**
 * The analyser gives terms with places; MiniSearch is handed the terms as they are. The words of a query are analysed
 * before they reach it.
 */
const OPTIONS: Options<Document> = {
  idField: 'id',
  fields: Object.keys(FIELD_WEIGHTS),
  tokenize: (text) => splitTerms(text).map(({ term }) => term),
  processTerm: (term) => term,
};

/** A search index as it is stored, with a mark of the options it was made with. */
export type StoredPassageIndex = { readonly madeWith: string; readonly index: AsPlainObject };

/** MiniSearch loads an index made with other options without a word, so the index says what it was made with. */
export const INDEX_OPTIONS_MARK = createHash('sha256')
  .update(JSON.stringify({ fields: OPTIONS.fields, analyser: ANALYSER_VERSION }))
  .digest('hex')
  .slice(0, 12);

/** Makes the search index of a corpus, ready to store. */
export function buildPassageIndex(corpus: Corpus): StoredPassageIndex {
  const index = new MiniSearch<Document>(OPTIONS);
  const essays = new Map(corpus.essays.map((essay) => [essay.slug, essay]));
  for (const passage of corpus.passages) {
    const essay = essays.get(passage.essay);
    if (essay) index.add(toDocument(passage, essay, corpus.site.name));
  }
  return { madeWith: INDEX_OPTIONS_MARK, index: index.toJSON() };
}

/** A search index in memory. */
export type PassageIndex = MiniSearch<Document>;

/** Loads a stored index. @throws Error if it was made by another version of this program */
export function loadPassageIndex(stored: StoredPassageIndex): PassageIndex {
  if (stored.madeWith !== INDEX_OPTIONS_MARK) {
    throw new Error('The search index was made by another version of this program; run "npm run index"');
  }
  return MiniSearch.loadJS<Document>(stored.index, OPTIONS);
}

const toDocument = (passage: Passage, essay: Essay, siteName: string): Document => ({
  id: passage.id,
  body: `${essay.title}\n${passage.text}`,
  title: essay.title,
  headings: passage.locator.headings.join('\n'),
  // The site's own name is on nearly every essay: as an author it would only make its words match everything.
  authors: [...essay.authors, ...(essay.about?.authors ?? [])]
    .map(({ name }) => name)
    .filter((name) => name !== siteName)
    .join('\n'),
});
