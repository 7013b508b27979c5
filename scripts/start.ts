import { readIndexFile } from '../server/storage/read-index-file.ts';
import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';

// Indexes when content or program changed since the index was made, then serves. If the content is bad and there is a
// good index of the same folders, serves that and says so: a slip in one essay must not take the site down.
const config = configOrExit();
const { contentFingerprint, indexContent } = await loadOrExit(
  'scripts/indexing',
  () => import('./indexing/index-content.ts'),
);
const { count, describeProblems } = await import('./indexing/report.ts');
const old = readIndexFile(config.indexFile);
if (old.kind === 'read' && old.header.fingerprint === contentFingerprint(config)) {
  console.log('The content has not changed since it was indexed.');
} else {
  console.log('Indexing the content …');
  const result = await indexContent(config);
  const shown = result.problems.filter(({ severity }) => severity !== 'advice');
  if (shown.length > 0) console.error(describeProblems(shown));
  if (result.kind === 'written') {
    const { essays, passages } = result.corpus;
    const seconds = (result.milliseconds / 1000).toFixed(1);
    console.log(
      `Indexed ${count(essays.length, 'essay')} in ${count(passages.length, 'passage')} in ${seconds} s.`,
    );
  } else if (old.kind === 'read' && String(old.header.contentDirs) === String(config.contentDirs)) {
    console.error(
      '\nTHE CONTENT HAS ERRORS (above), so it was not indexed. Serving the last good index instead.\n',
    );
  } else {
    console.error(
      '\nThe content has errors (above) and there is no earlier index to serve. Put them right and start again.',
    );
    process.exit(1);
  }
}
await import('../server/main.ts');
