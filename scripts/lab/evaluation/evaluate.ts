import { existsSync } from 'node:fs';
import { isFolder } from '../../indexing/files/read-content.ts';
import { formatProblem } from '../../indexing/problems/problem.ts';
import { readSettings } from '../../indexing/settings/read-settings.ts';
import { evaluateSearch, type SearchOptions } from './evaluate-search.ts';
import { evaluateTagging } from './evaluate-tagging.ts';

/**
 * Measures the search on the folders, and the tags on the files, that are named, and prints what it finds.
 *
 * @returns what is wrong with the settings, or with what was named
 */
export async function evaluate(
  names: readonly string[],
  contentDirs: readonly string[],
  options: SearchOptions,
): Promise<string[]> {
  const settings = readSettings(contentDirs);
  if (settings.kind === 'invalid') return settings.problems.map(formatProblem);
  const missing = names.filter((name) => !existsSync(name));
  if (missing.length > 0) return missing.map((name) => `${name}: there is no such file or folder`);
  const dirs = names.filter(isFolder);
  const files = names.filter((name) => !isFolder(name));
  const problems = [
    ...files.map((file) => evaluateTagging(file, settings.value.rules, options)),
    dirs.length > 0 ? await evaluateSearch(dirs, settings.value, contentDirs, options) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}
