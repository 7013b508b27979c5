import { isFolder } from '../../indexing/files/read-content.ts';
import { formatProblem } from '../../indexing/problems/problem.ts';
import { readSettings } from '../../indexing/settings/read-settings.ts';
import { evaluateSearch } from './evaluate-search.ts';
import { evaluateTagging } from './evaluate-tagging.ts';

/**
 * Measures the search on the folders, and the tags on the files, that are named, and prints what it finds.
 *
 * @returns what is wrong with the settings, or with what was named
 */
export async function evaluate(
  names: readonly string[],
  contentDirs: readonly string[],
  options: { readonly untagged: boolean; readonly misses: boolean },
): Promise<string[]> {
  const settings = readSettings(contentDirs);
  if (settings.kind === 'invalid') return settings.problems.map(formatProblem);
  const problems: string[] = [];
  for (const name of names) {
    const problem = isFolder(name)
      ? await evaluateSearch(name, settings.value, contentDirs, options)
      : evaluateTagging(name, settings.value.rules, options);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}
