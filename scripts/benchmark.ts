import MiniSearch from 'minisearch';
import { conceptId } from '../server/domain/ids.ts';
import { createSearch } from '../server/search/create-search.ts';
import { buildPassageIndex } from '../server/search/passage-index.ts';
import { EMPTY_QUERY, type Query } from '../server/search/query.ts';
import { configOrExit } from './config-or-exit.ts';
import { buildCorpus } from './indexing/build-corpus.ts';

/** Queries of the kinds that people send: a word, two, a question, topics, and the longest that is answered. */
const QUERIES: Readonly<Record<string, Partial<Query>>> = {
  'one word': { text: 'grief' },
  'two words': { text: 'share power' },
  'a question': { text: 'why won’t managers let others decide?' },
  'words and a topic': { text: 'commissioning', tags: [conceptId('tokenism')] },
  'topics alone': { tags: [conceptId('grief'), conceptId('carers')] },
  '400 characters': { text: 'the agenda of our meeting was set by others and '.repeat(9).slice(0, 400) },
};
const ROUNDS = 300;

const timeOf = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const { contentDirs } = configOrExit();
let built = await buildCorpus(contentDirs);
const reading = await timeOf(async () => {
  built = await buildCorpus(contentDirs);
});
const { corpus } = built;
if (!corpus) throw new Error('The content has errors; run "npm run check"');
const stored = buildPassageIndex(corpus);
const indexing = await timeOf(() => buildPassageIndex(corpus));
console.log(
  `Reading, tagging: ${reading.toFixed(0)} ms. Building the search index: ${indexing.toFixed(0)} ms.`,
);
console.log(
  `${corpus.essays.length} essays, ${corpus.passages.length} passages; ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in use.\n`,
);

// The peer: MiniSearch as it comes, over the same passages, in the same run. Ours also filters, counts facets and makes
// snippets, so a ratio above 1 is the price of those.
const search = createSearch(corpus, JSON.parse(JSON.stringify(stored)));
const peer = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'] });
const titles = new Map(corpus.essays.map(({ slug, title }) => [slug, title]));
peer.addAll(corpus.passages.map(({ id, essay, text }) => ({ id, title: titles.get(essay) ?? '', text })));

console.log(
  `${'query'.padEnd(20)}${'ours, ms'.padStart(10)}${'MiniSearch'.padStart(12)}${'ratio'.padStart(8)}`,
);
for (const [name, query] of Object.entries(QUERIES)) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timeOf(() => search({ ...EMPTY_QUERY, ...query })));
    theirs.push(await timeOf(() => peer.search(query.text || MiniSearch.wildcard)));
  }
  const [a, b] = [median(ours), median(theirs)];
  console.log(
    `${name.padEnd(20)}${a.toFixed(3).padStart(10)}${b.toFixed(3).padStart(12)}${(a / b).toFixed(1).padStart(8)}`,
  );
}
