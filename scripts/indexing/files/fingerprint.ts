import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** Larger files are told apart by size and time: indexing does not read them, and only says that they are too large. */
const MAX_HASHED_BYTES = 8 * 1024 * 1024;

/** A fingerprint of files: it changes when one of them changes, comes, goes or takes another name. */
export function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    try {
      const stat = statSync(file);
      // What cannot be read will be reported when indexing; here it only has to make a difference.
      const isHashed = stat.isFile() && stat.size < MAX_HASHED_BYTES;
      hash.update(isHashed ? readFileSync(file) : `${stat.size} ${stat.mtimeMs}`);
    } catch (error) {
      hash.update((error as NodeJS.ErrnoException).code ?? 'unreadable');
    }
    hash.update('\0');
  }
  return hash.digest('hex');
}
