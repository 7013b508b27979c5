import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  ANCHORS_LOCK,
  buildCorpus,
  OLD_ANCHORS_LOCK,
  readPublishedAnchors,
} from './indexing/build-corpus.ts';
import type { ParsedEssay, ParsedPassage } from './indexing/essays/parse-essay.ts';
import { writeFileWhole } from './indexing/files/write-file.ts';
import { formatProblem } from './indexing/problems/problem.ts';
import { count } from './indexing/report.ts';
import { formatAnchorsLock } from './indexing/settings/parse-retired.ts';
import { configOrExit } from './processes/config-or-exit.ts';

const USAGE = `Gives every passage of our own essays a permanent anchor, and lists all anchors in generated/anchors.lock.

  npm run anchors

Each passage without an anchor gets one, written at the end of its first paragraph: {#k3f9}. Nothing else in the
files changes. Commit the essays and generated/anchors.lock together. An anchors.lock where earlier versions kept it is moved there.`;

/** No vowels, so that no anchor spells a word, and nothing that is easily misread. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LETTERS_AND_DIGITS = `${LETTERS}23456789`;

if (parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values.help) {
  console.log(USAGE);
  process.exit(0);
}

const config = configOrExit();
const { problems, essays } = await buildCorpus(config.contentDirs);
const errors = problems.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  for (const problem of errors) console.error(formatProblem(problem));
  console.error('\nNo anchors were written: put these right first.');
  process.exit(1);
}

const published = readPublishedAnchors(config.contentDirs);
const taken = new Set([
  ...published.map(({ anchor }) => anchor),
  ...essays.flatMap(({ passages }) => passages.map(({ id }) => String(id))),
]);
const own = essays.filter(({ meta }) => meta.kind !== 'essay');
let written = 0;
const current = new Map(published.map(({ anchor, essay }) => [anchor, essay]));
for (const essay of own) {
  for (const anchor of writeAnchors(essay)) current.set(anchor, essay.meta.slug);
}
const lock = formatAnchorsLock([...current].map(([anchor, essay]) => ({ anchor, essay })));
const dir = config.contentDirs[0] ?? '.';
const lockFile = path.join(dir, ANCHORS_LOCK);
mkdirSync(path.dirname(lockFile), { recursive: true });
writeFileWhole(lockFile, lock);
rmSync(path.join(dir, OLD_ANCHORS_LOCK), { force: true });
console.log(
  written === 0
    ? 'Every passage has an anchor already.'
    : `${count(written, 'anchor')} written. Commit the essays with generated/anchors.lock.`,
);

/** Writes the missing anchors of one essay, and returns all that it then has. */
function writeAnchors({ file, passages }: ParsedEssay): string[] {
  const missing = passages.filter(({ anchored }) => !anchored);
  const fresh = new Map(missing.map((passage) => [passage.id, newAnchor()]));
  if (missing.length > 0) {
    // Offsets were taken in the decoded text: without a byte-order mark, and with line feeds only.
    const original = readFileSync(file, 'utf8');
    let text = original.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    for (const passage of missing.toReversed()) text = withAnchor(text, passage, fresh.get(passage.id) ?? '');
    if (original.includes('\r\n')) text = text.replace(/\n/g, '\r\n');
    writeFileWhole(file, original.startsWith('\ufeff') ? `\ufeff${text}` : text);
    written += missing.length;
  }
  return passages.map(({ id }) => fresh.get(id) ?? id);
}

/** The file's text with an anchor after the passage's first block, or within the attributes that stand there. */
function withAnchor(text: string, { anchorOffset }: ParsedPassage, anchor: string): string {
  const before = text.slice(0, anchorOffset);
  const after = text.slice(anchorOffset);
  const attributes = /^\s*\{(?=[a-z]+=")/.exec(after);
  if (attributes) return `${before}${attributes[0]}#${anchor} ${after.slice(attributes[0].length)}`;
  // A list, table or quotation would take words on its last line for its own: there the anchor gets a line of its own.
  const lastLine = before.slice(before.lastIndexOf('\n') + 1);
  const isPlain = !/^\s*(?:[-*+>|]|\d+[.)]|```|~~~)/.test(lastLine) && !/^\s+\S/.test(lastLine);
  return `${before}${isPlain ? ' ' : '\n\n'}{#${anchor}}${after}`;
}

/** Four characters that start with a letter and were never used: `k3f9`. */
function newAnchor(): string {
  const pick = (characters: string) => characters[randomInt(characters.length)] ?? '';
  for (;;) {
    const anchor = pick(LETTERS) + Array.from({ length: 3 }, () => pick(LETTERS_AND_DIGITS)).join('');
    if (taken.has(anchor)) continue;
    taken.add(anchor);
    return anchor;
  }
}
