import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Lists runs of words that the content shares with the texts in a folder, so that nobody's wording slips in.

  npm run check:overlap -- DIR [--words 8]

Read the list: titles, names and set phrases are fine, sentences are not.`;

const { values, positionals } = readArguments(USAGE, { words: { type: 'string', default: '8' } });
const [dir] = positionals;
const length = Number(values.words);
if (dir === undefined) exitWithUsage(USAGE, 'Name a folder of texts.');
if (!Number.isInteger(length) || length < 3)
  exitWithUsage(USAGE, '--words must be a whole number from 3 on.');
const { reportOverlaps } = await loadOrExit(
  'scripts/indexing',
  () => import('./lab/overlap/report-overlaps.ts'),
);
const { isFolder } = await import('./indexing/files/read-content.ts');
if (!isFolder(dir)) exitWithUsage(USAGE, `There is no folder "${dir}".`);
reportOverlaps(configOrExit().contentDirs, dir, length);
