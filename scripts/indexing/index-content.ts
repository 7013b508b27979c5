import type { Config } from '../../server/config.ts';
import type { Corpus } from '../../server/domain/corpus.ts';
import { messageOf } from '../../server/domain/message-of.ts';
import { displayPath } from '../../server/storage/display-path.ts';
import { buildCorpus } from './build-corpus.ts';
import { fingerprint } from './files/fingerprint.ts';
import { buildPassageIndex } from './index-file/build-passage-index.ts';
import { writeIndexFile } from './index-file/write-index-file.ts';
import { listInputs } from './list-inputs.ts';
import { type Problem, problemOfFile } from './problems/problem.ts';

/** What came of indexing: a new index file, or the reasons why the old one was left as it was. */
export type IndexingResult =
  | {
      readonly kind: 'written';
      readonly corpus: Corpus;
      readonly problems: readonly Problem[];
      readonly milliseconds: number;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Reads the content and writes a whole new index file, or, if anything is wrong, touches nothing.
 *
 * @param print the fingerprint, taken first: a file that changes while it is being read must not pass for indexed
 */
export async function indexContent(
  config: Config,
  print = contentFingerprint(config),
): Promise<IndexingResult> {
  const started = performance.now();
  const { corpus, problems } = await buildCorpus(config.contentDirs);
  if (!corpus) return { kind: 'refused', problems };
  const content = { corpus, searchIndex: buildPassageIndex(corpus) };
  try {
    writeIndexFile(config.indexFile, content, { fingerprint: print, contentDirs: config.contentDirs });
  } catch (error) {
    const reason = `the index cannot be written here (${messageOf(error)}); name another place: INDEX_FILE=/path/index.json`;
    return { kind: 'refused', problems: [...problems, problemOfFile(displayPath(config.indexFile), reason)] };
  }
  return { kind: 'written', corpus, problems, milliseconds: performance.now() - started };
}

/** The fingerprint that an index of this content, made by this program, would have. */
export const contentFingerprint = (config: Config): string => fingerprint(listInputs(config));
