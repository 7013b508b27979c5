import path from 'node:path';
import { PROJECT_DIR } from '../server/config.ts';
import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Measures the search, or automatic tags, against what people or programs judged.

  npm run evaluate -- [--untagged] [--misses] [--against RUN] [--save RUN] [DIR ...]
  npm run evaluate -- [--misses] FILE.jsonl ...

DIR is a test collection in the layout of the BEIR benchmark: corpus.jsonl, queries.jsonl and qrels/test.tsv; or a folder
that holds such folders. Without a name, it is test/relevance, which holds ours. Each document is indexed as one passage of
an essay of its own, tagged by the rules as an imported essay would be. Without a corpus.jsonl, the passages are those of the
content. MiniSearch as it comes and, where better-sqlite3 is installed, SQLite's FTS5 are measured in the same run.

The first table has a row for each kind of query of each set. Of ours it gives nDCG@10; in how many queries the first hit
helps (grade 1 or more) and answers well (grade 2); in how many none of the first ten helps. "difference" is ours less the
peer's. The 95 % intervals are by bootstrap over the queries, paired where two are compared: a difference whose interval
holds 0 may be chance.
  --untagged     leaves tags out, so that topics cannot bridge words
  --misses       also lists queries with nDCG@10 below .5, and what came first
  --save RUN     writes nDCG@10 of every query to the file RUN
  --against RUN  also prints the difference to a run that was saved, so that a change is seen before and after

Each line of FILE is {"id": …, "text": …, "tags": […], "maybe": […]}; a concept under "maybe" counts neither way. For the
passages that the weights were learnt from, run "npm run tune": it measures them fairly, each by weights that were learnt
from the others.
  --misses    also lists each passage with what was missed (-) and what was given wrongly (+)`;

const OURS = path.join(PROJECT_DIR, 'test', 'relevance');

const { values, positionals } = readArguments(USAGE, {
  misses: { type: 'boolean', default: false },
  untagged: { type: 'boolean', default: false },
  against: { type: 'string' },
  save: { type: 'string' },
});
const isRunWanted = values.against !== undefined || values.save !== undefined;
if (isRunWanted && positionals.some((name) => name.endsWith('.jsonl')))
  exitWithUsage(USAGE, '--against and --save are for test collections, not for labelled passages.');
const { evaluate } = await loadOrExit('scripts/indexing', () => import('./lab/evaluation/evaluate.ts'));
const names = positionals.length > 0 ? positionals : [OURS];
const problems = await evaluate(names, configOrExit().contentDirs, values);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
