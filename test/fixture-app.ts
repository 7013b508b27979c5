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

const loading = new Map<string, Promise<Loaded>>();

/**
 * Loads a content folder into an application that takes `baseUrl` for its own address. A folder is loaded once in a process:
 * nothing changes what is loaded, and the shipped one takes seconds.
 * @throws Error that lists the content's problems, if there is any error
 */
export function loadContent(dir: string = FIXTURE_DIR, baseUrl = 'https://example.org'): Promise<Loaded> {
  const key = `${dir} ${baseUrl}`;
  const loaded = loading.get(key) ?? load(dir, baseUrl);
  loading.set(key, loaded);
  return loaded;
}

async function load(dir: string, baseUrl: string): Promise<Loaded> {
  const { corpus, problems } = await buildCorpus([dir]);
  if (!corpus)
    throw new Error(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  // The index goes through JSON, as it does through its file.
  const search = createSearch(corpus, JSON.parse(JSON.stringify(buildPassageIndex(corpus))), {
    isEnglish: isEnglishWord,
  });
  return { corpus, search, app: createApp({ corpus, search, baseUrl }) };
}
