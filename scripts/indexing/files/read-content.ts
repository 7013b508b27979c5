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

/** Reads the essays of content folders: every `.md` in `DIR/essays`, by folder and then name. */
export function readEssayFiles(contentDirs: readonly string[]): FileRead[] {
  return contentDirs.flatMap((dir) => {
    const folder = path.join(dir, 'essays');
    if (!isFolder(folder)) return [];
    try {
      const names = readdirSync(folder).filter((name) => /\.md$/i.test(name));
      return names.sort().map((name) => readContentFile(path.join(folder, name), folder));
    } catch (error) {
      const problem = problemOfFile(displayPath(folder), `the folder cannot be read: ${messageOf(error)}`);
      return [{ kind: 'invalid', problem }];
    }
  });
}

/** Files in the essays' folders that are not essays, such as `notes.txt` or one in a folder below. */
export const listOtherFiles = (contentDirs: readonly string[]): string[] =>
  contentDirs.flatMap((dir) => {
    const folder = path.join(dir, 'essays');
    return namesIn(folder)
      .filter((name) => !/\.md$/i.test(name) && !name.startsWith('.'))
      .map((name) => displayPath(path.join(folder, name)));
  });

/** The names in a folder, sorted; none if it cannot be listed, which is said when it is read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/**
 * Reads an optional file of the content (`vocabulary.yml` …) from the first folder that has it.
 *
 * @returns undefined if no folder has it
 */
export function readFirst(contentDirs: readonly string[], name: string): FileRead | undefined {
  const dir = contentDirs.find((candidate) =>
    lstatSync(path.join(candidate, name), { throwIfNoEntry: false }),
  );
  return dir === undefined ? undefined : readContentFile(path.join(dir, name), dir);
}

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
