import path from 'node:path';
import { SHIPPED_CONTENT_DIR } from '../../../server/config.ts';
import { partStems } from '../../../server/language/split-terms.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { type ContentText, decodeText } from '../files/decode-text.ts';
import { listFiles, readFirst } from '../files/read-content.ts';
import { type Checked, type Problem, problemOfFile } from '../problems/problem.ts';
import { CONTENT_FILES, type ContentFile, type Settings } from './content-files.ts';

/** The settings, with the path of each, as a person would type it; of several files their folder's. */
export type SettingsRead = Settings & {
  readonly files: Readonly<Record<keyof Settings, string>>;
  /** What does not stop indexing but should be known. */
  readonly advice: readonly Problem[];
};

/**
 * Reads every kind of file that {@link CONTENT_FILES} lists, each from the first content folder that has it, or what
 * stands in for it. Every problem of every file is reported.
 */
export function readSettings(contentDirs: readonly string[]): Checked<SettingsRead> {
  const read: { -readonly [Name in keyof Settings]?: Settings[Name] } = {};
  const files: Partial<Record<keyof Settings, string>> = {};
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  const readEntry = <Name extends keyof Settings>(name: Name): void => {
    const entry: ContentFile<Settings[Name]> = CONTENT_FILES[name];
    files[name] = entry.path;
    problems.push(...refuseFormer(entry, contentDirs));
    const found = readFirst(dirsOf(name, contentDirs), pathsOf(entry));
    if (!found) {
      if (entry.whenMissing !== 'shipped') read[name] = entry.whenMissing.value;
      else problems.push(problemOfFile(shippedPath(entry.path), 'the file is missing'));
      return;
    }
    const texts: ContentText[] = [];
    for (const file of found.files) {
      const decoded = file.kind === 'read' ? decodeText(file.file, file.bytes) : file;
      if (file.kind === 'read' && decoded.kind === 'text')
        texts.push({ file: file.file, text: decoded.text });
      else if (decoded.kind === 'invalid') problems.push(decoded.problem);
    }
    files[name] = displayPath(path.join(found.dir, entry.path.replace(/\/\*.*/, '')));
    const [first, ...others] = texts;
    if (!first || texts.length < found.files.length) return;
    const isStandIn = found.dir === SHIPPED_CONTENT_DIR && !contentDirs.includes(SHIPPED_CONTENT_DIR);
    const parsed = entry.parse([first, ...others], { read, isStandIn });
    if (parsed.kind === 'invalid') return void problems.push(...parsed.problems);
    read[name] = parsed.value;
    // What is read from here on is compared word by word.
    if (name === 'stems') partStems(read.stems ?? []);
    advice.push(...(parsed.advice ?? []));
  };
  for (const name of SETTING_NAMES) readEntry(name);
  return problems.length === 0 && isWhole(read) && isWhole(files)
    ? { kind: 'valid', value: { ...read, files, advice } }
    : { kind: 'invalid', problems };
}

const SETTING_NAMES = Object.keys(CONTENT_FILES) as (keyof Settings)[];

const isWhole = <Fields extends Record<keyof Settings, unknown>>(fields: Partial<Fields>): fields is Fields =>
  SETTING_NAMES.every((name) => fields[name] !== undefined);

/** The folders in which a kind of file is looked for, in order. */
function dirsOf(name: keyof Settings, contentDirs: readonly string[]): readonly string[] {
  const { beside, whenMissing }: ContentFile<unknown> = CONTENT_FILES[name];
  if (beside !== undefined) {
    const dir = readFirst(dirsOf(beside, contentDirs), pathsOf(CONTENT_FILES[beside]))?.dir;
    return dir === undefined ? [] : [dir];
  }
  return whenMissing === 'shipped' ? [...contentDirs, SHIPPED_CONTENT_DIR] : contentDirs;
}

/** Where a kind of file is read: in its place, and where earlier versions had it if that is not refused. */
const pathsOf = ({ path: contentPath, former }: ContentFile<unknown>): string[] => [
  contentPath,
  ...(former && former.wayOut === undefined ? [former.path] : []),
];

/** Files of an earlier form would have no effect, so they are refused. */
function refuseFormer({ former }: ContentFile<unknown>, contentDirs: readonly string[]): Problem[] {
  const { path: contentPath, wayOut } = former ?? {};
  if (contentPath === undefined || wayOut === undefined) return [];
  return contentDirs
    .flatMap((dir) => listFiles(dir, contentPath))
    .map((file) => problemOfFile(displayPath(file), wayOut));
}

const shippedPath = (contentPath: string): string => displayPath(path.join(SHIPPED_CONTENT_DIR, contentPath));
