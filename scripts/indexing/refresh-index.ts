import type { Config } from '../../server/config.ts';
import { readIndexFile } from '../../server/storage/read-index-file.ts';
import { contentFingerprint, indexContent } from './index-content.ts';
import { count, describeProblems } from './report.ts';

/**
 * Indexes when content or program changed since the index was made, and prints what came of it. If the content is bad, a
 * good index of the same folders is kept, and loudly called old: a slip in one essay must not take the site down.
 *
 * @returns whether there is an index to serve
 */
export async function refreshIndex(config: Config): Promise<boolean> {
  const old = readIndexFile(config.indexFile);
  const print = contentFingerprint(config);
  if (old.kind === 'read' && old.header.fingerprint === print) {
    console.log('The content has not changed since it was indexed.');
    return true;
  }
  console.log('Indexing the content …');
  const result = await indexContent(config, print);
  const shown = result.problems.filter(({ severity }) => severity !== 'advice');
  if (shown.length > 0) console.error(describeProblems(shown));
  if (result.kind === 'written') {
    const essays = count(result.corpus.essays.length, 'essay');
    const passages = count(result.corpus.passages.length, 'passage');
    console.log(`Indexed ${essays} in ${passages} in ${(result.milliseconds / 1000).toFixed(1)} s.`);
    return true;
  }
  if (old.kind === 'read' && String(old.header.contentDirs) === String(config.contentDirs)) {
    console.error(
      '\nTHE CONTENT HAS ERRORS (above), so it was not indexed. Serving the last good index instead.\n',
    );
    return true;
  }
  console.error(
    '\nThe content has errors (above) and there is no earlier index to serve. Put them right and start again.',
  );
  return false;
}
