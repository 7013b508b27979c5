import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Times the reading of mixed originals, and of their web pages beside Mozilla's Readability, in one run.

  npm run bench:import -- [COUNT]

COUNT is a number of files, 300 if none is given: the pages, texts, Word file and PDF of the tests over and over, the words
of each changed so that they are different essays. Compare ratios: machines differ and are busy.`;

const [given = '300'] = readArguments(USAGE, {}).positionals;
const files = Number(given);
if (!Number.isInteger(files) || files < 1) exitWithUsage(USAGE, `"${given}" is no number of files.`);
const { benchImport } = await loadOrExit(
  'scripts/importing',
  () => import('./lab/benchmarking/bench-import.ts'),
);
await benchImport(files);
