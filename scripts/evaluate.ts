import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Measures the search, or automatic tags, against what people judged.

  npm run evaluate -- [--untagged] [--misses] DIR ...
  npm run evaluate -- [--misses] FILE.jsonl ...

DIR is a test collection in the layout of the BEIR benchmark: corpus.jsonl, queries.jsonl and qrels/test.tsv. Each document
is indexed as one passage of an essay of its own, tagged by the rules as an imported essay would be. Without a corpus.jsonl,
the passages are those of the content (so is test/relevance). MiniSearch as it comes and, where better-sqlite3 is
installed, SQLite's FTS5 are measured in the same run.
  --untagged  leaves tags out, so that topics cannot bridge words
  --misses    also lists queries with nDCG@10 below .5, and what came first

Each line of FILE is {"id": …, "text": …, "tags": […], "maybe": […]}; a concept under "maybe" counts neither way. For the
passages that the weights were learnt from, run "npm run tune": it measures them fairly, each by weights that were learnt
from the others.
  --misses    also lists each passage with what was missed (-) and what was given wrongly (+)`;

const { values, positionals } = readArguments(USAGE, {
  misses: { type: 'boolean', default: false },
  untagged: { type: 'boolean', default: false },
});
if (positionals.length === 0) exitWithUsage(USAGE, 'Name a test collection or a file of labelled passages.');
const { evaluate } = await loadOrExit('scripts/indexing', () => import('./lab/evaluation/evaluate.ts'));
const problems = await evaluate(positionals, configOrExit().contentDirs, values);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
