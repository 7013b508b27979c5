import { displayPath } from '../server/storage/display-path.ts';
import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { readArguments } from './processes/read-arguments.ts';

const USAGE = `npm run index

Reads the content and writes a whole new index file, which "npm run serve" then serves; or, if anything is wrong, says what, and
leaves the index as it was. CONTENT_DIR names other content folders, INDEX_FILE another file.`;

readArguments(USAGE, {}, 'no words');
const config = configOrExit();
const { indexContent } = await loadOrExit('scripts/indexing', () => import('./indexing/index-content.ts'));
const { describeCorpus, describeProblems } = await import('./indexing/report.ts');
const result = await indexContent(config);
if (result.problems.length > 0) console.error(`${describeProblems(result.problems)}\n`);
if (result.kind === 'refused') {
  console.error('No index was written: put the errors right first. An index that was there is as it was.');
  process.exitCode = 1;
} else {
  console.log(describeCorpus(result.corpus));
  console.log(`\nIndexed in ${(result.milliseconds / 1000).toFixed(1)} s: ${displayPath(config.indexFile)}`);
}
