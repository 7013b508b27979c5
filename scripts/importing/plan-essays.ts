import { readExistingEssays, slugsElsewhere } from './planning/existing-essays.ts';
import { planImport, type Step } from './planning/plan-import.ts';
import type { ReadOptions } from './read-original.ts';
import { type OnProgress, type ReadOriginals, readOriginals } from './read-originals.ts';

/** What an import would do, before anything is written. */
export type ImportPlan = Omit<ReadOriginals, 'read'> & { readonly steps: readonly Step[] };

/**
 * Reads originals, and plans what is to be written into a folder of essays. Nothing is written.
 *
 * @param names files, and folders of files
 */
export async function planEssays(
  names: readonly string[],
  folder: string,
  options: ReadOptions,
  onProgress: OnProgress = () => {},
): Promise<ImportPlan> {
  const { read, ...rest } = await readOriginals(names, options, onProgress);
  return { ...rest, steps: planImport(read, readExistingEssays(folder), slugsElsewhere(folder)) };
}
