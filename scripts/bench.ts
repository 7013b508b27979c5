import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Corpus } from '../server/domain/corpus.ts';
import { createSearch } from '../server/search/create-search.ts';
import { EMPTY_QUERY } from '../server/search/query/query.ts';
import type { Search } from '../server/search/search.ts';
import { isEnglishWord } from '../server/storage/is-english-word.ts';
import { buildCorpus } from './indexing/build-corpus.ts';
import { buildPassageIndex } from './indexing/index-file/build-passage-index.ts';
import { count } from './indexing/report.ts';
import { generateCorpus } from './lab/benchmarking/generate-corpus.ts';
import { hostileQueries, typicalQueries } from './lab/benchmarking/queries.ts';
import { createFts5Peer, createMiniSearchPeer, FTS5_MISSING, type Peer } from './lab/evaluation/peers.ts';
import { configOrExit } from './processes/config-or-exit.ts';

const USAGE = `Times indexing and search beside MiniSearch as it comes and SQLite's FTS5, in one run.

  npm run bench -- [SIZE ...]

SIZE is a number of passages that are generated after the content; 2000 and 20000 if none is given. Ours also filters, counts
facets, corrects spelling and cuts snippets; the peers only rank, and give 20 ids. Compare ratios: machines differ and are busy.`;

const TYPICAL = 900;
const HOSTILE = 10_000;
/** The peers take an hour over ten thousand hostile ones: a hundred, of every kind, tell enough. */
const SAMPLE = 100;
const WARMING_SEED = 99;
/** The worst of the hostile queries are timed again, so many times each, and the median counts: a pause of the machine is no fault. */
const WORST = 20;
const AGAIN = 5;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const sizes = positionals.length === 0 ? [2000, 20_000] : positionals.map(Number);
if (values.help || !sizes.every((size) => Number.isInteger(size) && size > 0)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const timeOf = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
/** The time below which so great a share of them lies. */
const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
/** Collects garbage, so that memory is what is really held and one engine's litter is not another's pause. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const usedMemory = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const built = await buildCorpus(configOrExit().contentDirs);
if (!built.corpus) throw new Error('The content has errors; run "npm run check"');
for (const size of sizes) await measure(generateCorpus(built.corpus, size));

/** What is measured of one engine over one kind of query, in milliseconds. */
type Figures = { readonly p50: number; readonly p99: number; readonly worst: number };
type Ask = (text: string) => unknown;

async function measure(corpus: Corpus): Promise<void> {
  const titles = new Map(corpus.essays.map(({ slug, title }) => [slug, title]));
  const documents = corpus.passages.map(({ id, essay, text }) => ({
    id,
    title: titles.get(essay) ?? '',
    text,
  }));
  console.log(`\n${count(corpus.passages.length, 'passage')}, ${count(corpus.essays.length, 'essay')}\n`);

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

  // Each engine is made, asked and dropped before the next, so that none carries another's load.
  const kinds = { typical: typicalQueries(corpus, TYPICAL), hostile: hostileQueries(corpus, HOSTILE) };
  const ours = await askAll((text) => search?.find({ ...EMPTY_QUERY, text }), kinds, HOSTILE);
  search = undefined;
  const results = [{ name: 'On Equal Terms', ...ours }];
  for (const make of [createMiniSearchPeer, createFts5Peer]) {
    let peer: Peer | undefined;
    const made = await timeOf(async () => {
      peer = await make(documents);
    });
    if (!peer) continue;
    console.log(`building ${peer.name} ${made.toFixed(0)} ms`);
    const ask = peer.search;
    results.push({ name: peer.name, ...(await askAll((text) => ask(text, 20), kinds, SAMPLE)) });
  }
  for (const kind of ['typical', 'hostile'] as const) {
    console.log(
      `\n${kinds[kind].length.toLocaleString('en-GB')} ${kind} queries: milliseconds, and ours as a ratio`,
    );
    for (const result of results) {
      const shown = (['p50', 'p99', 'worst'] as const).map((figure) => {
        const ratio = ours[kind][figure] / result[kind][figure];
        const text = `${result[kind][figure].toFixed(2)}${result === results[0] ? '' : ` (${ratio.toFixed(2)})`}`;
        return `${figure} ${text.padEnd(18)}`;
      });
      const isSampled = kind === 'hostile' && result !== results[0];
      console.log(
        `  ${result.name.padEnd(16)}${shown.join('')}${isSampled ? `of ${SAMPLE}, once each` : ''}`,
      );
    }
  }
  if (results.length < 3) console.log(`\n${FTS5_MISSING}`);

  async function askAll(
    ask: Ask,
    { typical, hostile }: typeof kinds,
    hostileCount: number,
  ): Promise<{ readonly typical: Figures; readonly hostile: Figures }> {
    // Others of the kind first: a program that has just started is still being compiled.
    for (const text of typicalQueries(corpus, TYPICAL, WARMING_SEED)) await ask(text);
    return {
      typical: await figuresOf(typical, ask),
      hostile: await figuresOf(hostile.slice(0, hostileCount), ask, hostileCount === HOSTILE),
    };
  }
}

/** @param isRepeated whether the worst are asked again, or taken as they came */
async function figuresOf(queries: readonly string[], ask: Ask, isRepeated = true): Promise<Figures> {
  collectGarbage();
  const times: number[] = [];
  for (const text of queries) times.push(await timeOf(() => ask(text)));
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    worst: isRepeated ? await medianOfWorst(queries, times, ask) : Math.max(...times),
  };
}

/** The greatest of the medians of the worst queries, each asked again. */
async function medianOfWorst(
  queries: readonly string[],
  times: readonly number[],
  ask: (text: string) => unknown,
): Promise<number> {
  const worst = [...times.keys()].sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0)).slice(0, WORST);
  const medians: number[] = [];
  for (const at of worst) {
    const again: number[] = [];
    for (let round = 0; round < AGAIN; round += 1) again.push(await timeOf(() => ask(queries[at] ?? '')));
    medians.push(quantile(again, 0.5));
  }
  return Math.max(...medians);
}
