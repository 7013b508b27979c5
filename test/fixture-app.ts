import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { buildCorpus } from '../scripts/indexing/build-corpus.ts';
import { contentFingerprint, indexContent } from '../scripts/indexing/index-content.ts';
import { buildPassageIndex } from '../scripts/indexing/index-file/build-passage-index.ts';
import { createApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import type { Corpus } from '../server/domain/corpus.ts';
import { createSearch } from '../server/search/create-search.ts';
import type { Search } from '../server/search/search.ts';
import type { IndexContent } from '../server/storage/index-schema.ts';
import { isEnglishWord } from '../server/storage/is-english-word.ts';
import { readIndexFile } from '../server/storage/read-index-file.ts';

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
  const { corpus, searchIndex } = dir === SHIPPED_DIR ? await readShipped() : await build(dir);
  return { corpus, search: createSearch(corpus, searchIndex, { isEnglish: isEnglishWord }) };
}

async function build(dir: string): Promise<IndexContent> {
  const { corpus, problems } = await buildCorpus([dir]);
  if (!corpus)
    throw new Error(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  // The index goes through JSON, as it does through its file.
  return { corpus, searchIndex: JSON.parse(JSON.stringify(buildPassageIndex(corpus))) };
}

/** The shipped content takes many seconds, so that whichever test comes first leaves its index, as a start does, to the others. */
async function readShipped(): Promise<IndexContent> {
  const indexFile = path.join(tmpdir(), 'on-equal-terms-of-tests.json');
  const config = { ...readConfig({}), contentDirs: [SHIPPED_DIR], indexFile };
  const print = contentFingerprint(config);
  const old = readIndexFile(indexFile);
  if (old.kind === 'read' && old.header.fingerprint === print) return old.content;
  const made = await indexContent(config, print);
  const read = readIndexFile(indexFile);
  if (made.kind === 'refused' || read.kind !== 'read')
    throw new Error(made.problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  return read.content;
}
