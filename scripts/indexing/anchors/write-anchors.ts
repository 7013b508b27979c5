import { randomInt } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ParsedEssay } from '../essays/parse-essay.ts';
import type { ParsedPassage } from '../essays/to-passage.ts';
import { writeFileWhole } from '../files/write-file.ts';
import { CONTENT_FILES } from '../settings/content-files.ts';
import { formatAnchorsLock, type PublishedAnchor } from '../settings/parse-retired.ts';

/** No vowels, so that no anchor spells a word, and nothing that is easily misread. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LETTERS_AND_DIGITS = `${LETTERS}23456789`;

/**
 * Gives each passage of our own essays that has no anchor a new one, in its essay's file, and writes the list of all that
 * were ever published into a content folder.
 *
 * @param published the list as it was
 * @returns how many were written
 * @throws the file system's error; files that were written by then stay so, and the next run goes on from there
 */
export function writeAnchors(
  contentDir: string,
  essays: readonly ParsedEssay[],
  published: readonly PublishedAnchor[],
): number {
  const taken = new Set([
    ...published.map(({ anchor }) => anchor),
    ...essays.flatMap(({ passages }) => passages.map(({ id }) => String(id))),
  ]);
  const current = new Map(published.map(({ anchor, essay }) => [anchor, essay]));
  let written = 0;
  for (const { file, meta, passages } of essays.filter((essay) => essay.meta.kind !== 'essay')) {
    const missing = passages.filter(({ anchored }) => !anchored);
    const fresh = new Map(missing.map((passage) => [passage, newAnchor(taken)]));
    if (fresh.size > 0) writeInto(file, fresh);
    written += fresh.size;
    for (const passage of passages) current.set(fresh.get(passage) ?? passage.id, meta.slug);
  }
  const lock = formatAnchorsLock([...current].map(([anchor, essay]) => ({ anchor, essay })));
  const { path: lockPath, former } = CONTENT_FILES.published;
  writeFileWhole(path.join(contentDir, lockPath), lock);
  // What lay there is in the new list.
  if (former) rmSync(path.join(contentDir, former.path), { force: true });
  return written;
}

function writeInto(file: string, fresh: ReadonlyMap<ParsedPassage, string>): void {
  // Offsets were taken in the decoded text: without a byte-order mark, and with line feeds only.
  const original = readFileSync(file, 'utf8');
  let text = original.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  for (const [passage, anchor] of [...fresh].reverse()) text = withAnchor(text, passage, anchor);
  if (original.includes('\r\n')) text = text.replace(/\n/g, '\r\n');
  writeFileWhole(file, original.startsWith('\ufeff') ? `\ufeff${text}` : text);
}

/** The file's text with an anchor after the passage's first block, or within the attributes that stand there. */
function withAnchor(text: string, { anchorOffset }: ParsedPassage, anchor: string): string {
  const before = text.slice(0, anchorOffset);
  const after = text.slice(anchorOffset);
  const attributes = /^\s*\{(?=\.[a-z]|[a-z]+=")/.exec(after);
  if (attributes) return `${before}${attributes[0]}#${anchor} ${after.slice(attributes[0].length)}`;
  // A list, table or quotation would take words on its last line for its own: there the anchor gets a line of its own.
  const lastLine = before.slice(before.lastIndexOf('\n') + 1);
  const isPlain = !/^\s*(?:[-*+>|]|\d+[.)]|```|~~~)/.test(lastLine) && !/^\s+\S/.test(lastLine);
  return `${before}${isPlain ? ' ' : '\n\n'}{#${anchor}}${after}`;
}

/** Four characters that start with a letter and are not taken, and then are: `k3f9`. */
function newAnchor(taken: Set<string>): string {
  const pick = (characters: string) => characters[randomInt(characters.length)] ?? '';
  for (;;) {
    const anchor = pick(LETTERS) + Array.from({ length: 3 }, () => pick(LETTERS_AND_DIGITS)).join('');
    if (taken.has(anchor)) continue;
    taken.add(anchor);
    return anchor;
  }
}
