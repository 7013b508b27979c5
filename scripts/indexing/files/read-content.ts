import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../../server/domain/message-of.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';

/** The largest content file that is read, in bytes: some fifteen times a long essay. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** A content file's bytes, or why they could not be read. */
export type FileRead =
  | { readonly kind: 'read'; readonly file: string; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'invalid'; readonly problem: Problem };

/** Files of one kind, read from one content folder. */
export type FilesRead = { readonly dir: string; readonly files: readonly FileRead[] };

/**
 * The files of a content folder that a path stands for, sorted, as far as they are there: `site.yml` is one file, and
 * `essays/*.md` every file of a folder whose name ends so, in capitals too.
 *
 * @throws Error if a folder is there and cannot be listed
 */
export function listFiles(dir: string, contentPath: string): string[] {
  const [folder, ending] = contentPath.split('/*');
  if (ending === undefined) return exists(path.join(dir, contentPath)) ? [path.join(dir, contentPath)] : [];
  const within = path.join(dir, folder ?? '');
  if (!exists(within)) return [];
  const names = readdirSync(within).filter((name) => name.toLowerCase().endsWith(ending));
  return names.sort().map((name) => path.join(within, name));
}

/** Reads the files of a content folder that a path stands for (see {@link listFiles}). */
export function readFiles(dir: string, contentPath: string): FileRead[] {
  try {
    return listFiles(dir, contentPath).map((file) =>
      readContentFile(file, contentPath.includes('/*') ? path.dirname(file) : dir),
    );
  } catch (error) {
    const folder = displayPath(path.join(dir, path.dirname(contentPath)));
    const problem = problemOfFile(folder, `the folder cannot be read: ${messageOf(error)}`);
    return [{ kind: 'invalid', problem }];
  }
}

/** Reads the files that paths stand for from the first folder that has any; undefined if none has. */
export function readFirst(
  contentDirs: readonly string[],
  contentPaths: readonly string[],
): FilesRead | undefined {
  for (const dir of contentDirs) {
    const files = contentPaths.flatMap((contentPath) => readFiles(dir, contentPath));
    if (files.length > 0) return { dir, files };
  }
  return undefined;
}

/** The names in a folder, sorted; none if it cannot be listed, which is said when it is read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** Whether a path is a folder that exists. */
export const isFolder = (dir: string): boolean =>
  statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Reads one file, which must really lie in the folder, be a plain file and not be too large. */
function readContentFile(file: string, folder: string): FileRead {
  const shown = displayPath(file);
  const invalid = (reason: string): FileRead => ({
    kind: 'invalid',
    problem: problemOfFile(shown, reason),
  });
  try {
    const real = realpathSync(file);
    if (!real.startsWith(realpathSync(folder) + path.sep)) {
      return invalid('this is a link to a file outside its folder, which is not read; copy the file in');
    }
    const stat = statSync(real);
    if (stat.isDirectory()) return invalid('this is a folder, not a file; rename it or move it away');
    if (!stat.isFile()) return invalid('this is not a plain file, so it is not read');
    if (stat.size > MAX_FILE_BYTES) {
      const size = (stat.size / 1024 / 1024).toFixed(1);
      return invalid(
        `the file has ${size} MB, and 1 MB is the most that is read; divide it into several essays`,
      );
    }
    return { kind: 'read', file: shown, path: file, bytes: readFileSync(real) };
  } catch (error) {
    return invalid(`the file cannot be read: ${messageOf(error)}`);
  }
}
