import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { buildCorpus } from '../scripts/indexing/build-corpus.ts';
import { buildPassageIndex } from '../scripts/indexing/index-file/build-passage-index.ts';
import { createApp } from '../server/app.ts';
import type { Corpus } from '../server/domain/corpus.ts';
import { createSearch } from '../server/search/create-search.ts';
import type { Search } from '../server/search/search.ts';
import { isEnglishWord } from '../server/storage/is-english-word.ts';

/** A small content folder: a guide, a reading note and an imported essay. */
export const FIXTURE_DIR = fileURLToPath(new URL('./fixtures/content', import.meta.url));
/** The content that the project ships with. */
export const SHIPPED_DIR = path.join(FIXTURE_DIR, '../../../content');

/** A corpus with its search and its application, made as the indexing script and the server make them. */
export type Loaded = { readonly corpus: Corpus; readonly search: Search; readonly app: Express };

/** What is made of a content folder, whatever address the site has. */
type Indexed = Pick<Loaded, 'corpus' | 'search'>;

const indexed = new Map<string, Promise<Indexed>>();

/**
 * Loads a content folder into an application that takes `baseUrl` for its own address. A folder is indexed once in a process:
 * nothing changes what is loaded, and the shipped one takes seconds.
 * @throws Error that lists the content's problems, if there is any error
 */
export async function loadContent(
  dir: string = FIXTURE_DIR,
  baseUrl = 'https://example.org',
): Promise<Loaded> {
  const indexing = indexed.get(dir) ?? index(dir);
  indexed.set(dir, indexing);
  const { corpus, search } = await indexing;
  return { corpus, search, app: createApp({ corpus, search, baseUrl }) };
}

async function index(dir: string): Promise<Indexed> {
  const { corpus, problems } = await buildCorpus([dir]);
  if (!corpus)
    throw new Error(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  // The index goes through JSON, as it does through its file.
  const stored = JSON.parse(JSON.stringify(buildPassageIndex(corpus)));
  return { corpus, search: createSearch(corpus, stored, { isEnglish: isEnglishWord }) };
}
