import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { readArguments } from './processes/read-arguments.ts';

const USAGE = `npm run check

Names every problem of the content as file:line:column: reason, and prints how plain each essay is. Does all that indexing does,
but writes nothing; and is stricter: a warning fails too, advice does not.`;

readArguments(USAGE, {}, 'no words');
const config = configOrExit();
const { buildCorpus } = await loadOrExit('scripts/indexing', () => import('./indexing/build-corpus.ts'));
const { checkPlainness } = await import('./indexing/checks/check-plainness.ts');
const { sortProblems } = await import('./indexing/problems/problem.ts');
const { checkStandards } = await import('./indexing/checks/check-standards.ts');
const { describeCorpus, describePlainness, describeProblems, describeStandards } = await import(
  './indexing/report.ts'
);
const { corpus, essays, settings, known, problems: found } = await buildCorpus(config.contentDirs);
const plainness = checkPlainness(essays);
const standards = settings && known && checkStandards(essays, settings, known);
const problems = sortProblems([...found, ...plainness.problems, ...(standards?.problems ?? [])]);
if (problems.length > 0) console.error(describeProblems(problems));
if (corpus && standards) {
  const parts = [
    describeCorpus(corpus),
    describePlainness(plainness.measured),
    describeStandards(standards.measured),
  ];
  console.log(parts.join('\n\n'));
}
if (problems.some(({ severity }) => severity !== 'advice')) {
  console.error('\nThe content is not in order.');
  process.exitCode = 1;
} else {
  console.log('\nThe content is in order.');
}
