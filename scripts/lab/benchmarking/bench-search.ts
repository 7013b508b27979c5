import type { Corpus } from '../../../server/domain/corpus.ts';
import { createSearch } from '../../../server/search/create-search.ts';
import { EMPTY_QUERY } from '../../../server/search/query/query.ts';
import type { Search } from '../../../server/search/search.ts';
import { isEnglishWord } from '../../../server/storage/is-english-word.ts';
import { buildCorpus } from '../../indexing/build-corpus.ts';
import { buildPassageIndex } from '../../indexing/index-file/build-passage-index.ts';
import { count } from '../../indexing/report.ts';
import { toDocuments } from '../evaluation/collection-corpus.ts';
import { createFts5Peer, createMiniSearchPeer, FTS5_MISSING, type Peer } from '../evaluation/peers.ts';
import { generateCorpus } from './generate-corpus.ts';
import { type Figures, timeOf, timeQueries, usedMemory } from './measure-times.ts';
import { hostileQueries, typicalQueries } from './queries.ts';

/** How many queries of each kind are timed. */
const TYPICAL = 900;
const HOSTILE = 10_000;
/** The peers take an hour over ten thousand hostile ones: a hundred, of every kind, tell enough. */
const SAMPLE = 100;
const WARMING_SEED = 99;
/** How many ids the peers give. */
const PEER_LIMIT = 20;

/** An engine that is timed. */
type Engine = {
  readonly name: string;
  readonly ask: (text: string) => unknown;
  /** How many of the hostile queries it is asked. The worst are asked again if that is all of them. */
  readonly hostileCount: number;
};

/** The queries that every engine is asked. */
type Queries = {
  readonly warming: readonly string[];
  readonly typical: readonly string[];
  readonly hostile: readonly string[];
};

type Result = { readonly name: string; readonly typical: Figures; readonly hostile: Figures };

/**
 * Times indexing and search beside its peers, for each size of a corpus that is generated after the content, and prints
 * the figures.
 *
 * @returns what is wrong with the content, if it has errors
 */
export async function benchSearch(
  contentDirs: readonly string[],
  sizes: readonly number[],
): Promise<string | undefined> {
  const { corpus } = await buildCorpus(contentDirs);
  if (!corpus) return 'The content has errors; run "npm run check"';
  for (const size of sizes) await measureCorpus(generateCorpus(corpus, size));
  return undefined;
}

async function measureCorpus(corpus: Corpus): Promise<void> {
  console.log(`\n${count(corpus.passages.length, 'passage')}, ${count(corpus.essays.length, 'essay')}\n`);
  const queries = {
    warming: typicalQueries(corpus, TYPICAL, WARMING_SEED),
    typical: typicalQueries(corpus, TYPICAL),
    hostile: hostileQueries(corpus, HOSTILE),
  };
  // Each engine is made, asked and dropped before the next, so that none carries another's load.
  const ours = await measureOurs(corpus, queries);
  const results = [ours, ...(await measurePeers(corpus, queries))];
  for (const kind of ['typical', 'hostile'] as const) {
    console.log(
      `\n${queries[kind].length.toLocaleString('en-GB')} ${kind} queries: milliseconds, and ours as a ratio`,
    );
    for (const result of results) console.log(formatResult(result, ours, kind));
  }
  if (results.length < 3) console.log(`\n${FTS5_MISSING}`);
}

/** Makes our search of a corpus, times its parts and its answers, and drops it. */
async function measureOurs(corpus: Corpus, queries: Queries): Promise<Result> {
  let stored = '';
  const building = await timeOf(() => {
    stored = JSON.stringify(buildPassageIndex(corpus));
  });
  // The first load compiles the program and reads the dictionary; neither grows with the passages.
  createSearch(corpus, JSON.parse(stored), { isEnglish: isEnglishWord });
  const before = usedMemory();
  let search: Search | undefined;
  const loading = await timeOf(() => {
    search = createSearch(corpus, JSON.parse(stored), { isEnglish: isEnglishWord });
  });
  const memory = usedMemory() - before;
  console.log(
    `building ${building.toFixed(0)} ms, index ${megabytes(stored.length)}, loading ${loading.toFixed(0)} ms, memory once loaded ${megabytes(memory)}`,
  );
  const ask = (text: string) => search?.find({ ...EMPTY_QUERY, text });
  return measureEngine({ name: 'On Equal Terms', ask, hostileCount: HOSTILE }, queries);
}

async function measurePeers(corpus: Corpus, queries: Queries): Promise<Result[]> {
  const documents = toDocuments(corpus);
  const results: Result[] = [];
  for (const create of [createMiniSearchPeer, createFts5Peer]) {
    let peer: Peer | undefined;
    const building = await timeOf(async () => {
      peer = await create(documents);
    });
    if (!peer) continue;
    const { name, search } = peer;
    console.log(`building ${name} ${building.toFixed(0)} ms`);
    const ask = (text: string) => search(text, PEER_LIMIT);
    results.push(await measureEngine({ name, ask, hostileCount: SAMPLE }, queries));
  }
  return results;
}

async function measureEngine({ name, ask, hostileCount }: Engine, queries: Queries): Promise<Result> {
  // Others of the kind first: a program that has just started is still being compiled.
  for (const text of queries.warming) await ask(text);
  return {
    name,
    typical: await timeQueries(queries.typical, ask, true),
    hostile: await timeQueries(queries.hostile.slice(0, hostileCount), ask, hostileCount === HOSTILE),
  };
}

function formatResult(result: Result, ours: Result, kind: 'typical' | 'hostile'): string {
  const isOurs = result === ours;
  const figures = (['p50', 'p99', 'worst'] as const).map((figure) => {
    const ratio = isOurs ? '' : ` (${(ours[kind][figure] / result[kind][figure]).toFixed(2)})`;
    return `${figure} ${`${result[kind][figure].toFixed(2)}${ratio}`.padEnd(18)}`;
  });
  const sampled = kind === 'hostile' && !isOurs ? `of ${SAMPLE}, once each` : '';
  return `  ${result.name.padEnd(16)}${figures.join('')}${sampled}`;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
