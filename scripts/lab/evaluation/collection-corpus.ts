import type { Corpus } from '../../../server/domain/corpus.ts';
import { essaySlug, passageId } from '../../../server/domain/ids.ts';
import { countWords } from '../../../server/language/split-words.ts';
import { buildCorpus } from '../../indexing/build-corpus.ts';
import type { Settings } from '../../indexing/settings/content-files.ts';
import { tagPassage } from '../../indexing/tagging/tag-passage.ts';
import { findWordsAlike } from '../../indexing/words/words-alike.ts';
import type { TestDocument } from './read-collection.ts';

/**
 * The corpus that the content makes.
 *
 * @throws Error if the content has errors
 */
export async function readShippedCorpus(contentDirs: readonly string[], untagged: boolean): Promise<Corpus> {
  const { corpus } = await buildCorpus(contentDirs);
  if (!corpus) throw new Error('The content has errors; run "npm run check"');
  if (!untagged) return corpus;
  return { ...corpus, passages: corpus.passages.map((passage) => ({ ...passage, tags: [] })) };
}

/** The passages of a corpus as its peers index them. */
export const toDocuments = ({ essays, passages }: Corpus): TestDocument[] => {
  const titles = new Map(essays.map(({ slug, title }) => [slug, title]));
  return passages.map(({ id, essay, text }) => ({ id, title: titles.get(essay) ?? '', text }));
};

/** Each document as an imported essay of one passage. */
export function toCorpus(documents: readonly TestDocument[], settings: Settings, untagged: boolean): Corpus {
  const { site, concepts, wordFamilies, rules } = settings;
  const locator = { headings: [], paragraph: 1, lastParagraph: 1 };
  return {
    site,
    concepts,
    stems: settings.stems,
    knownWords: settings.knownWords,
    wordFamilies: [
      ...wordFamilies,
      ...findWordsAlike({
        texts: documents.map(({ text }) => text),
        glossary: settings.glossary,
        wordFamilies,
      }),
    ],
    questions: [],
    sources: [],
    retired: [],
    glossary: [],
    timeline: [],
    essays: documents.map(({ id, title, text }) => ({
      slug: essaySlug(id),
      title,
      kind: 'essay',
      authors: [],
      updated: '',
      summary: '',
      inShort: [],
      perspective: 'organisation',
      rights: { licence: '', holder: '' },
      tags: [],
      reviewed: [],
      nations: [],
      sources: [],
      passages: [passageId(id)],
      words: countWords(text),
    })),
    passages: documents.map(({ id, text }) => ({
      id: passageId(id),
      essay: essaySlug(id),
      position: 1,
      locator,
      opens: [],
      text,
      html: '',
      words: countWords(text),
      perspective: 'organisation',
      nations: [],
      isQuotable: false,
      isTryThis: false,
      sources: [],
      tags: untagged ? [] : tagPassage(text, rules),
    })),
  };
}
