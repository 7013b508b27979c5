import { INDEX_FORMAT, type IndexContent } from '../../../server/storage/index-schema.ts';
import { type IndexHeader, sha256 } from '../../../server/storage/read-index-file.ts';
import { writeFileWhole } from '../files/write-file.ts';

/** Writes an index file, whole or not at all. The same content gives the same bytes. */
export function writeIndexFile(
  file: string,
  content: IndexContent,
  about: Pick<IndexHeader, 'fingerprint' | 'contentDirs'>,
): void {
  const body = JSON.stringify(content);
  const header: IndexHeader = { format: INDEX_FORMAT, ...about, sha256: sha256(body) };
  writeFileWhole(file, `${JSON.stringify(header)}\n${body}\n`);
}
