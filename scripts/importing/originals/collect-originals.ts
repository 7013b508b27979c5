import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../../server/domain/message-of.ts';
import { KIND_OF_ENDING } from './original-kind.ts';

/** The largest original that is read, in bytes: a page saved with its pictures inside, a long PDF. */
export const MAX_ORIGINAL_BYTES = 25 * 1024 * 1024;

/** A file to read, or why it is not read. */
export type Original =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string; readonly isFailure: boolean };

/** A file, and why nothing, or not all, came of it. */
export type Remark = { readonly file: string; readonly title?: string; readonly reason: string };

/**
 * Lists the originals that are named: files as they are, folders with all that is in them, by name. Files that someone
 * names are refused aloud; what lies in a folder besides essays is passed over, and said.
 */
export function collectOriginals(names: readonly string[]): Original[] {
  const seen = new Set<string>();
  return names.flatMap((name) => collect(name, true, seen));
}

/** @param seen real paths of what was collected before: links may lead to it again, or round in circles */
function collect(file: string, isNamed: boolean, seen: Set<string>): Original[] {
  const refuse = (reason: string, isFailure = isNamed): Original[] => [
    { kind: 'refused', file, reason, isFailure },
  ];
  let stat: Stats;
  try {
    const real = realpathSync(file);
    if (seen.has(real)) return [];
    seen.add(real);
    stat = statSync(real);
    if (stat.isDirectory()) return listFolder(file, seen);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return refuse(isMissing ? 'there is no such file' : `it cannot be opened: ${messageOf(error)}`, true);
  }
  if (!stat.isFile()) return refuse('this is not a plain file');
  const ending = path.extname(file).toLowerCase();
  if (!Object.hasOwn(KIND_OF_ENDING, ending)) {
    return refuse(
      /^\.(?:doc|odt|rtf|pages)$/.test(ending)
        ? `${ending} is not read; save it as Word (.docx)`
        : `files like this are not read; what is: ${Object.keys(KIND_OF_ENDING).join(', ')}`,
    );
  }
  if (stat.size > MAX_ORIGINAL_BYTES) {
    const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
    return refuse(
      `it has ${megabytes(stat.size)}; ${megabytes(MAX_ORIGINAL_BYTES)} is the most that is read`,
      true,
    );
  }
  return [{ kind: 'file', file }];
}

const listFolder = (folder: string, seen: Set<string>): Original[] => {
  const names = readdirSync(folder);
  return names
    .filter((name) => !name.startsWith('.') && !isCompanion(name, names))
    .sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .flatMap((name) => collect(path.join(folder, name), false, seen));
};

/** Browsers save what belongs to `page.html` in `page_files`, and word processors leave locks such as `~$essay.docx`. */
function isCompanion(name: string, names: readonly string[]): boolean {
  if (name.startsWith('~$')) return true;
  const page = /^(.*)[_-](?:files|dateien|fichiers)$/.exec(name)?.[1];
  return (
    page !== undefined && names.some((other) => other.replace(/\.x?html?$/i, '') === page && other !== page)
  );
}
