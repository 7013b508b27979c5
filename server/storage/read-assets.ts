import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Asset } from '../domain/asset.ts';
import { joinStylesheets } from './join-stylesheets.ts';

/**
 * The files that are assets, by what their names end in. What ends otherwise is not served: editors leave copies such as
 * `site.css~` and `site.css.orig` behind.
 */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** So many digits of the hash mark a content: enough that a new one never has the mark of an old one. */
const HASH_LENGTH = 10;

/**
 * Reads the files that pages load, in the folder and in those below it, in the order of their names. A stylesheet that
 * another imports is a part of that one, and no asset of its own. Hidden files are passed over, as are
 * links to folders and links that lead nowhere.
 * @throws Error that names a file that cannot be read, or a stylesheet whose imports cannot be followed
 */
export function readAssets(folder: string): Asset[] {
  const files = namesIn(folder).map((name) => [name, readFileSync(path.join(folder, name))] as const);
  const sheets = files.filter(([name]) => isStylesheet(name));
  const joined = joinStylesheets(new Map(sheets.map(([name, content]) => [name, content.toString('utf8')])));
  return files.flatMap(([name, content]) => {
    if (!isStylesheet(name)) return [toAsset(name, content)];
    const css = joined.get(name);
    return css === undefined ? [] : [toAsset(name, Buffer.from(css))];
  });
}

const isStylesheet = (name: string): boolean => path.posix.extname(name) === '.css';

const toAsset = (name: string, content: Buffer): Asset => ({
  name,
  type: TYPES[path.posix.extname(name)] ?? 'application/octet-stream',
  hash: createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH),
  content,
});

function namesIn(folder: string): string[] {
  // With types, links to folders are not followed: one that leads back up would never end.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => path.posix.extname(name) in TYPES && !/(?:^|\/)\./.test(name))
    .filter((name) => isFile(path.join(folder, name)))
    .sort();
}

/** A link to a file is followed; one that leads nowhere, or in a circle, is no file. */
const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
