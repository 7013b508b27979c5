import { parseArgs } from 'node:util';
import { isFolder } from './indexing/files/read-content.ts';
import { formatProblem } from './indexing/problems/problem.ts';
import { readSettings } from './indexing/settings/read-settings.ts';
import { evaluateSearch } from './lab/evaluation/evaluate-search.ts';
import { evaluateTagging } from './lab/evaluation/evaluate-tagging.ts';
import { configOrExit } from './processes/config-or-exit.ts';

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

const { values, positionals } = parseArgs({
  options: {
    misses: { type: 'boolean', default: false },
    untagged: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
  allowPositionals: true,
});
if (values.help || positionals.length === 0) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const { contentDirs } = configOrExit();
const settings = readSettings(contentDirs);
if (settings.kind === 'invalid') {
  for (const problem of settings.problems) console.error(formatProblem(problem));
  process.exit(1);
}
for (const given of positionals) {
  const problem = isFolder(given)
    ? await evaluateSearch(given, settings.value, contentDirs, values)
    : evaluateTagging(given, settings.value.rules, values);
  if (problem === undefined) continue;
  console.error(problem);
  process.exitCode = 1;
}
