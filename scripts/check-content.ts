import { configOrExit } from './config-or-exit.ts';
import { buildCorpus } from './indexing/build-corpus.ts';
import { describeCorpus, describeProblems } from './indexing/report.ts';

// Does all that indexing does, but write; and is stricter: a warning fails too, advice does not.
const { corpus, problems } = await buildCorpus(configOrExit().contentDirs);
if (problems.length > 0) console.error(describeProblems(problems));
if (corpus) console.log(describeCorpus(corpus));
if (problems.some(({ severity }) => severity !== 'advice')) {
  console.error('\nThe content is not in order.');
  process.exitCode = 1;
} else {
  console.log('\nThe content is in order.');
}
