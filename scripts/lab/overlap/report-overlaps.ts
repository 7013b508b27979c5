import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { displayPath } from '../../../server/storage/display-path.ts';
import { isFolder } from '../../indexing/files/read-content.ts';
import { count } from '../../indexing/report.ts';
import { findOverlaps, type NamedText } from './find-overlaps.ts';

/** The endings of files that hold text. */
const TEXT = /\.(?:md|txt|yml|yaml|json|jsonl|html|htm)$/i;

/**
 * Prints each run of words that the content shares with the texts of a folder.
 *
 * @param contentDirs those that are not there are passed over
 * @param length the fewest words of a run
 */
export function reportOverlaps(contentDirs: readonly string[], dir: string, length: number): void {
  const content = contentDirs.filter(isFolder).flatMap(readTexts);
  const others = readTexts(dir);
  const overlaps = findOverlaps(content, others, length);
  for (const { at, other, length: run, words } of overlaps) {
    console.log(`${at}: ${run} words, also at ${other}: “${words}”`);
  }
  const found = overlaps.length === 0 ? 'no overlaps' : count(overlaps.length, 'overlap');
  console.log(
    `\n${found} of ${length} words or more, in ${count(content.length, 'file')} against ${count(others.length, 'file')}`,
  );
}

/** All texts of a folder and the folders in it. */
function readTexts(folder: string): NamedText[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: displayPath(file), text: readFileSync(file, 'utf8') }));
}
