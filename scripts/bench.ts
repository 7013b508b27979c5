import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Times indexing and search beside MiniSearch as it comes and SQLite's FTS5, in one run.

  npm run bench -- [SIZE ...]

SIZE is a number of passages that are generated after the content; 2000 and 20000 if none is given. Ours also filters, counts
facets, corrects spelling and cuts snippets; the peers only rank, and give 20 ids. Compare ratios: machines differ and are busy.`;

const { positionals } = readArguments(USAGE, {});
const wrong = positionals.find((size) => !/^[1-9]\d*$/.test(size));
if (wrong !== undefined) exitWithUsage(USAGE, `"${wrong}" is no number of passages.`);
const sizes = positionals.length === 0 ? [2000, 20_000] : positionals.map(Number);
const { benchSearch } = await loadOrExit(
  'scripts/indexing',
  () => import('./lab/benchmarking/bench-search.ts'),
);
const problem = await benchSearch(configOrExit().contentDirs, sizes);
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}
