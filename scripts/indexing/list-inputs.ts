import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Config, PROJECT_DIR, SHIPPED_CONTENT_DIR } from '../../server/config.ts';
import { listFiles } from './files/read-content.ts';
import { ESSAY_FILES, SETTINGS_PATHS } from './settings/content-files.ts';

/** The program's own files and folders that decide what an index holds. */
const CODE = [
  'server/config.ts',
  'server/domain',
  'server/language',
  'server/citation',
  'server/search',
  'server/storage',
  'scripts/processes',
  'scripts/indexing',
];
/** The versions of the libraries: a mended sanitiser must reach what is stored. */
const LIBRARIES = 'package-lock.json';

/**
 * The files that an index of the content is made from, by the table that reading goes by too: those of the content
 * folders, the shipped ones that may stand in, the program's own code, and the list of its libraries. A file that may be
 * there and is not is listed all the same: it makes a difference when it comes.
 */
export function listInputs({ contentDirs }: Pick<Config, 'contentDirs'>): string[] {
  return [
    ...contentDirs.flatMap((dir) =>
      [...ESSAY_FILES, ...SETTINGS_PATHS].flatMap((name) => candidates(dir, name)),
    ),
    ...SETTINGS_PATHS.flatMap((name) => candidates(SHIPPED_CONTENT_DIR, name)),
    ...CODE.flatMap((name) => listCode(path.join(PROJECT_DIR, name))),
    path.join(PROJECT_DIR, LIBRARIES),
  ];
}

/** What a path of the table stands for in a folder, whether it is there or not; a folder that cannot be listed for itself. */
function candidates(dir: string, contentPath: string): string[] {
  if (!contentPath.includes('/*')) return [path.join(dir, contentPath)];
  try {
    return listFiles(dir, contentPath);
  } catch {
    return [path.join(dir, path.dirname(contentPath))];
  }
}

const listCode = (file: string): string[] =>
  file.endsWith('.ts')
    ? [file]
    : readdirSync(file, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
        .sort()
        .map((name) => path.join(file, name));
