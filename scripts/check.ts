import { buildCorpus } from './indexing/build-corpus.ts';
import { checkPlainness } from './indexing/checks/check-plainness.ts';
import { sortProblems } from './indexing/problems/problem.ts';
import { describeCorpus, describePlainness, describeProblems } from './indexing/report.ts';
import { configOrExit } from './processes/config-or-exit.ts';

// Does all that indexing does, but write; and is stricter: a warning fails too, advice does not.
const { corpus, essays, problems: found } = await buildCorpus(configOrExit().contentDirs);
const plainness = checkPlainness(essays);
const problems = sortProblems([...found, ...plainness.problems]);
if (problems.length > 0) console.error(describeProblems(problems));
if (corpus) console.log(`${describeCorpus(corpus)}\n\n${describePlainness(plainness.measured)}`);
if (problems.some(({ severity }) => severity !== 'advice')) {
  console.error('\nThe content is not in order.');
  process.exitCode = 1;
} else {
  console.log('\nThe content is in order.');
}
