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
};

/** So many digits tell the contents that a file has had from each other. */
const HASH_LENGTH = 10;

/**
 * Reads the files that pages load, in the folder and in those below it, in the order of their names. A stylesheet that
 * another imports is a part of that one, and no asset of its own. Hidden files are passed over, as are links
 * to folders and links that lead nowhere.
 * @throws Error that names a file that cannot be read, or a stylesheet whose imports cannot be followed
 */
export function readAssets(folder: string): Asset[] {
  const files = namesIn(folder).map((name) => [name, readFileSync(path.join(folder, name))] as const);
  const sheets = files.filter(([name]) => isStylesheet(name));
  const joined = joinStylesheets(new Map(sheets.map(([name, bytes]) => [name, bytes.toString('utf8')])));
  return files.flatMap(([name, bytes]) => {
    const type = typeOf(name);
    const whole = isStylesheet(name) ? joined.get(name) : bytes;
    if (type === undefined || whole === undefined) return [];
    const content = Buffer.from(whole);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
    return [{ name, type, hash, content }];
  });
}

const typeOf = (name: string): string | undefined => TYPES[path.posix.extname(name)];
const isStylesheet = (name: string): boolean => path.posix.extname(name) === '.css';

function namesIn(folder: string): string[] {
  // With types, links to folders are not followed: one that leads back up would never end.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => typeOf(name) !== undefined && !/(?:^|\/)\./.test(name))
    .filter((name) => isFile(path.join(folder, name)))
    .sort();
}

/** A link to a file is followed; one that leads nowhere, or in a circle, is no file. */
const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
