import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Measures imported essays against the passages that should be in them.

  npm run evaluate:import -- PASSAGES.jsonl DIR

PASSAGES.jsonl holds a passage a line, {"id", "title", "text"}; DIR is a content folder that "npm run import -- --out DIR" wrote.
A passage is present if an essay has each of its lines word for word, but for white space. Precision, recall and F1 are of
words; headings are left out, and so is what an essay marks as said by those who published it, unless a passage holds it.`;

const [passagesFile, dir, ...others] = readArguments(USAGE, {}).positionals;
if (passagesFile === undefined || dir === undefined || others.length > 0) exitWithUsage(USAGE);
const { evaluateImport } = await loadOrExit(
  'scripts/indexing',
  () => import('./lab/evaluation/evaluate-import.ts'),
);
const problem = await evaluateImport(passagesFile, dir);
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}
