import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isFolder } from '../../indexing/files/read-content.ts';

/**
 * The test collections that a folder is or holds, by name.
 *
 * @returns the folder itself if it is a collection, otherwise those of its own folders that are
 * @throws Error that names a folder in which there is none
 */
export function findCollections(dir: string): string[] {
  if (isCollection(dir)) return [dir];
  const found = readdirSync(dir)
    .map((name) => path.join(dir, name))
    .filter((inner) => isFolder(inner) && isCollection(inner))
    .sort();
  if (found.length > 0) return found;
  throw new Error(
    `${dir}: holds no test collection; one has queries.jsonl and qrels/test.tsv, here or in folders of its own`,
  );
}

/** Whether a folder is meant as a collection; a file that it lacks is named when it is read. */
const isCollection = (dir: string): boolean =>
  ['queries.jsonl', 'qrels'].some((name) => existsSync(path.join(dir, name)));
