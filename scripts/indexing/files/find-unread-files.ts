import { existsSync } from 'node:fs';
import path from 'node:path';
import { editDistance, MAX_WORD_LENGTH } from '../../../server/language/edit-distance.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';
import { namesIn } from './read-content.ts';

/** Within this edit distance a name is a slip for another; farther off it is a file of its own. */
const MAX_DISTANCE = 2;

/**
 * Advice on what lies in content folders and is not read, though it looks as if it should be: whatever is in a folder whose
 * files are read together and has another ending (`tagging/grief.yaml`), and what has nearly the name of a file or folder
 * that is not there (`Vocabulary.yml`, `sources.yaml`, `essay`).
 *
 * @param contentPaths every path of content: `site.yml`, or `essays/*.md` for all files of a folder that end so
 */
export function findUnreadFiles(
  contentDirs: readonly string[],
  contentPaths: readonly string[],
): readonly Problem[] {
  const folders = new Set(contentPaths.map((contentPath) => path.posix.dirname(contentPath)));
  return contentDirs.flatMap((dir) => [
    ...contentPaths.flatMap((contentPath) => otherFiles(dir, contentPath)),
    ...[...folders]
      .filter((folder) => !contentPaths.some((contentPath) => contentPath.startsWith(`${folder}/*`)))
      .flatMap((folder) => misnamedFiles(path.join(dir, folder), namesExpectedIn(folder, contentPaths))),
  ]);
}

/** Files beside those that a path such as `essays/*.md` stands for: `notes.txt`, or a folder below; not hidden ones. */
function otherFiles(dir: string, contentPath: string): Problem[] {
  const [folder = '', ending] = contentPath.split('/*');
  if (ending === undefined) return [];
  const reason = `this file is not read: those of this folder end in "${ending}" and lie in "${folder}" itself`;
  return namesIn(path.join(dir, folder))
    .filter((name) => !name.toLowerCase().endsWith(ending) && !name.startsWith('.'))
    .map((name) => problemOfFile(displayPath(path.join(dir, folder, name)), reason, 'advice'));
}

/** Names of files and folders that may stand in a folder: in `.`, of `tagging/*.yml` that is `tagging`. */
const namesExpectedIn = (folder: string, contentPaths: readonly string[]): string[] =>
  contentPaths.flatMap((contentPath) => {
    const within = path.posix.relative(folder, contentPath).split('/');
    return within[0] === undefined || within[0] === '..' ? [] : [within[0]];
  });

function misnamedFiles(folder: string, expected: readonly string[]): Problem[] {
  // Where letters in capitals make no other file, "Site.yml" is there as "site.yml" and is read.
  const missing = [...new Set(expected)].filter((name) => !existsSync(path.join(folder, name)));
  return namesIn(folder)
    .filter((name) => !expected.includes(name) && !name.startsWith('.'))
    .flatMap((name) => {
      const meant = missing.find((other) => isSlipFor(name, other));
      if (meant === undefined) return [];
      const reason = `this is not read; did you mean "${meant}"? Then give it that name`;
      return [problemOfFile(displayPath(path.join(folder, name)), reason, 'advice')];
    });
}

function isSlipFor(name: string, other: string): boolean {
  const [a, b] = [plainName(name), plainName(other)];
  return editDistance(a, b, MAX_DISTANCE) <= Math.min(MAX_DISTANCE, b.length / 4);
}

/** A name without its ending, and without what naming habits differ in: `Word_Families.yaml` is `wordfamilies`. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\..*/, '')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, MAX_WORD_LENGTH);
