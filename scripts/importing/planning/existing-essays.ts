import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SHIPPED_CONTENT_DIR } from '../../../server/config.ts';
import { namesIn } from '../../indexing/files/read-content.ts';
import type { ExistingEssay } from './known-essay.ts';

/** The essays of a folder; what cannot be read as one has an empty text, and its slug is taken all the same. */
export const readExistingEssays = (folder: string): ExistingEssay[] =>
  namesIn(folder)
    .filter((name) => /\.md$/i.test(name))
    .map((name) => {
      const beside = textOf(path.join(folder, `${name}.new`));
      return {
        slug: name.slice(0, -3),
        text: textOf(path.join(folder, name)) ?? '',
        ...(beside !== undefined && { beside }),
      };
    });

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Slugs of the essays that the project ships: an imported essay may not take one of them. */
export const slugsElsewhere = (folder: string): Set<string> => {
  const shipped = path.join(SHIPPED_CONTENT_DIR, 'essays');
  return new Set(
    path.resolve(folder) === shipped ? [] : namesIn(shipped).map((name) => name.replace(/\.md$/, '')),
  );
};
