import path from 'node:path';
import { IMPORTED_CONTENT_DIR } from '../../../server/config.ts';
import { type EssaySlug, essaySlug, isKebabCase } from '../../../server/domain/ids.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { decodeText } from '../files/decode-text.ts';
import { type FileRead, isFolder, readFiles } from '../files/read-content.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';
import { ESSAY_FILES } from '../settings/content-files.ts';
import type { EssayFile } from './parse-essay.ts';

/** The essays' files of all content folders, decoded. */
export type EssayFiles = {
  readonly files: readonly EssayFile[];
  /** The slugs of all files, those that could not be read among them. */
  readonly slugs: ReadonlySet<EssaySlug>;
  readonly problems: readonly Problem[];
};

/** Reads the files of essays, in the order of the content folders, then of their names. */
export function readEssayFiles(contentDirs: readonly string[]): EssayFiles {
  const problems: Problem[] = contentDirs
    // Only the folder of imported essays may be missing: it comes with the first import.
    .filter((dir) => !isFolder(path.join(dir, 'essays')) && dir !== IMPORTED_CONTENT_DIR)
    .map((dir) =>
      problemOfFile(displayPath(dir), 'there is no folder "essays" in it; make one and put essays into it'),
    );
  const slugs = new Set<EssaySlug>();
  const files: EssayFile[] = [];
  for (const read of contentDirs.flatMap((dir) => ESSAY_FILES.flatMap((files) => readFiles(dir, files)))) {
    const { slug, isWellNamed } = slugOf(read);
    slugs.add(slug);
    if (read.kind === 'invalid') {
      problems.push(read.problem);
      continue;
    }
    if (!isWellNamed) {
      const reason = 'the name must be lower-case letters and digits joined by hyphens, and end in ".md"';
      problems.push(problemOfFile(read.file, reason));
    }
    const decoded = decodeText(read.file, read.bytes);
    if (decoded.kind === 'text') files.push({ file: read.file, slug, text: decoded.text });
    else problems.push(decoded.problem);
  }
  return { files, slugs, problems };
}

function slugOf(read: FileRead): { readonly slug: EssaySlug; readonly isWellNamed: boolean } {
  const name = path.basename(read.kind === 'read' ? read.path : read.problem.file);
  const slug = name.replace(/\.md$/i, '');
  return { slug: essaySlug(slug), isWellNamed: name.endsWith('.md') && isKebabCase(slug) };
}
