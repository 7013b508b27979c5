import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';

// Does all that indexing does, but write; and is stricter: a warning fails too, advice does not.
const { contentDirs } = configOrExit();
const { buildCorpus } = await loadOrExit('scripts/indexing', () => import('./indexing/build-corpus.ts'));
const { checkPlainness } = await import('./indexing/checks/check-plainness.ts');
const { sortProblems } = await import('./indexing/problems/problem.ts');
const { describeCorpus, describePlainness, describeProblems } = await import('./indexing/report.ts');
const { corpus, essays, problems: found } = await buildCorpus(contentDirs);
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
