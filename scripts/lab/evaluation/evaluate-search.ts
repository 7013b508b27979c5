import { messageOf } from '../../../server/domain/message-of.ts';
import type { Settings } from '../../indexing/settings/content-files.ts';
import { findCollections } from './find-collections.ts';
import { formatChange } from './format-change.ts';
import { formatMeasures } from './format-measures.ts';
import { formatMisses } from './format-misses.ts';
import { formatQuality } from './format-quality.ts';
import { FTS5_MISSING } from './peers.ts';
import { readCollection, type TestCollection } from './read-collection.ts';
import { runCollections } from './run-collections.ts';
import { checkCanSave, readRun, saveRun } from './saved-run.ts';

/** How the search is measured, and what is printed and kept of it. */
export type SearchOptions = {
  readonly untagged: boolean;
  /** Whether queries that did badly are listed. */
  readonly misses: boolean;
  /** A saved run to compare with. */
  readonly against?: string | undefined;
  /** The file that this run is saved to. */
  readonly save?: string | undefined;
};

/**
 * Prints how well the search does on the collections that the folders are or hold, beside its peers, and on request since a
 * saved run.
 *
 * @returns what is wrong with a collection or a saved run, if it cannot be used
 */
export async function evaluateSearch(
  dirs: readonly string[],
  settings: Settings,
  contentDirs: readonly string[],
  options: SearchOptions,
): Promise<string | undefined> {
  const { untagged, misses, against, save } = options;
  try {
    // All that was named is checked first: what follows takes a while.
    const collections = readCollections(dirs);
    const before = against === undefined ? undefined : readRun(against, collections);
    if (save !== undefined) checkCanSave(save);

    const evaluations = await runCollections(collections, settings, contentDirs, options);
    print(`The search on judged queries${untagged ? ', untagged' : ''}`, formatQuality(evaluations));
    if (evaluations.some(({ peers }) => peers.length < 2)) print(FTS5_MISSING);
    for (const evaluation of evaluations) print(formatMeasures(evaluation));
    if (before) print(`nDCG@10 since ${against}`, formatChange(evaluations, before));
    if (misses) for (const evaluation of evaluations) print(formatMisses(evaluation));
    if (save !== undefined) saveRun(save, evaluations);
  } catch (error) {
    return messageOf(error);
  }
  return undefined;
}

function readCollections(dirs: readonly string[]): TestCollection[] {
  const collections = dirs.flatMap(findCollections).map(readCollection);
  const names = collections.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined)
    throw new Error(
      `Two collections are called "${twice}"; name one of them, or give its folder another name`,
    );
  return collections;
}

const print = (...parts: readonly string[]): void => console.log(`\n${parts.join('\n\n')}`);
