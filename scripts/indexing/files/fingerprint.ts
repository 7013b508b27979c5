import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { namesIn } from './read-content.ts';

/** The files of a content folder that an index is made from, besides its essays. */
const SETTINGS = [
  'vocabulary.yml',
  'word-families.yml',
  'generated/tagging-weights.json',
  'sources.yml',
  'site.yml',
  'retired.yml',
  'glossary.yml',
  'timeline.yml',
  'anchors.lock',
  'generated/anchors.lock',
  // Earlier forms of rules and weights, which are refused: with them or without them, the outcome differs.
  'tagging.yml',
  'tagging-weights.json',
];

/**
 * A fingerprint of all that an index is made from: the content folders, the shipped settings that stand in for missing
 * ones, the program's own code for indexing, and the versions of its libraries. It changes when any of them does.
 *
 * @param codeDirs folders of the program whose code decides what an index holds
 * @param lockFile the list of the libraries' versions: a mended sanitiser must reach what is stored
 */
export function fingerprint(
  contentDirs: readonly string[],
  shippedDir: string,
  codeDirs: readonly string[],
  lockFile: string,
): string {
  const hash = createHash('sha256');
  const add = (name: string, file: string) => {
    hash.update(`${name}\0`);
    try {
      const stat = statSync(file);
      // What cannot be read will be reported when indexing; here it only has to make a difference.
      hash.update(
        stat.isFile() && stat.size < 8 * 1024 * 1024 ? readFileSync(file) : `${stat.size} ${stat.mtimeMs}`,
      );
    } catch (error) {
      hash.update((error as NodeJS.ErrnoException).code ?? 'unreadable');
    }
    hash.update('\0');
  };
  for (const dir of contentDirs) {
    hash.update(`${dir}\0`);
    const essays = path.join(dir, 'essays');
    for (const name of namesOfEssays(essays)) add(name, path.join(essays, name));
  }
  for (const dir of [...contentDirs, shippedDir]) {
    for (const name of SETTINGS) add(name, path.join(dir, name));
    for (const name of namesIn(path.join(dir, 'tagging'))) add(name, path.join(dir, 'tagging', name));
  }
  for (const dir of codeDirs) {
    const files = readdirSync(dir, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'));
    for (const name of files.sort()) add(name, path.join(dir, name));
  }
  add('libraries', lockFile);
  return hash.digest('hex');
}

const namesOfEssays = (folder: string): string[] => namesIn(folder).filter((name) => /\.md$/i.test(name));
