import { decodeOriginal } from '../../characters/decode-original.ts';
import { mendCharacters } from '../../characters/mend-characters.ts';
import { tidyCharacters } from '../../characters/tidy-characters.ts';
import type { Reading } from '../../draft/draft.ts';
import { noteCharacters } from '../../draft/reading-notes.ts';
import { UnreadableOriginal } from '../../originals/unreadable-original.ts';
import { blocksOfLines } from '../lines/blocks-of-lines.ts';
import { linesOf } from '../lines/line.ts';

/** The most characters of a text that are read; an essay's file may hold a million. */
const MAX_CHARACTERS = 4_000_000;

/** The most lines that are read: some ten long reports. */
const MAX_LINES = 50_000;
/** The longest line that is read, in characters: an essay of fifteen thousand words on one line. */
const MAX_LINE = 100_000;

/** Reads plain text: pasted from a page, or extracted by a program. */
export function readText(bytes: Buffer): Reading {
  const decoded = decodeOriginal(bytes);
  if (decoded.length > MAX_CHARACTERS) {
    throw new UnreadableOriginal(
      `its text has more than ${MAX_CHARACTERS / 1e6} million characters; divide it`,
    );
  }
  if (isDigest(decoded)) {
    return {
      kind: 'skipped',
      reason: 'this is a collection of e-mails, in which many people speak; no essay',
    };
  }
  const { text, mended, lost } = mendCharacters(decodeEntities(decoded));
  const lines = linesOf(tidyCharacters(text));
  if (lines.length > MAX_LINES) {
    throw new UnreadableOriginal(
      `its text has more than ${MAX_LINES.toLocaleString('en-GB')} lines; divide it`,
    );
  }
  const long = lines.find((line) => line.text.length > MAX_LINE);
  if (long)
    throw new UnreadableOriginal(
      `line ${long.line} has more than ${MAX_LINE.toLocaleString('en-GB')} characters; part its paragraphs`,
    );
  const blocks = blocksOfLines(lines);
  return { kind: 'drafts', drafts: [{ authors: [], blocks, reviews: noteCharacters(mended, lost) }] };
}

/** Whether a text holds several e-mails, each with its sender and its subject. */
const isDigest = (text: string): boolean =>
  (text.match(/^From:\s.{1,200}$/gm)?.length ?? 0) > 2 && (text.match(/^Subject:\s/gm)?.length ?? 0) > 2;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  pound: '£',
  euro: '€',
  eacute: 'é',
};

/** Text copied out of a page's source has its characters written as entities. */
function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : entity;
  });
}
