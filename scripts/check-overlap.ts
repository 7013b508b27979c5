import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { displayPath } from '../server/storage/display-path.ts';
import { isFolder } from './indexing/files/read-content.ts';
import { count } from './indexing/report.ts';
import { findOverlaps, type NamedText } from './lab/overlap/find-overlaps.ts';
import { configOrExit } from './processes/config-or-exit.ts';

const USAGE = `Lists runs of words that the content shares with the texts in a folder, so that nobody's wording slips in.

  npm run check:overlap -- DIR [--words 8]

Read the list: titles, names and set phrases are fine, sentences are not.`;

const TEXT = /\.(?:md|txt|yml|yaml|json|jsonl|html|htm)$/i;

const { values, positionals } = parseArgs({
  options: { words: { type: 'string', default: '8' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const [dir] = positionals;
const length = Number(values.words);
if (values.help) {
  console.log(USAGE);
} else if (dir === undefined || !isFolder(dir) || !Number.isInteger(length) || length < 3) {
  console.error(dir !== undefined && !isFolder(dir) ? `There is no folder "${dir}".\n\n${USAGE}` : USAGE);
  process.exitCode = 2;
} else {
  const content = configOrExit().contentDirs.filter(isFolder).flatMap(readTexts);
  const others = readTexts(dir);
  const overlaps = findOverlaps(content, others, length);
  for (const { at, other, length: run, words } of overlaps)
    console.log(`${at}: ${run} words, also at ${other}: “${words}”`);
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
