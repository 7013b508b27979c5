import { type DraftBlock, wordCount } from '../../draft/draft.ts';
import { type Entry, heading, list, looksLikeHeading, paragraph } from '../../draft/make-blocks.ts';

/** A line of an original, its white space made single. */
export type Line = {
  readonly text: string;
  /** Line or page in the original, 1-based. */
  readonly line: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** If the original sets it as a heading: its level, 1 the highest. */
  readonly headingLevel?: number;
};

/** A paragraph of one or more lines, or an entry of a list, before its kind is settled. */
type Piece = Line & { readonly startsChunk: boolean; readonly isAlone: boolean };

const BULLET = /^([•·▪◦●○■□‣∙*–—-]|o(?= \S))\s+(?=\S)/;
const NUMBER = /^\(?(\d{1,3})[.)]\s+(?=\S)/;

/** Reads plain text into lines. */
export const linesOf = (text: string): Line[] =>
  text.split('\n').map((raw, index) => ({
    text: raw.replace(/\s+/g, ' ').trim(),
    line: index + 1,
    indent: /^\s*/.exec(raw.slice(0, 80))?.[0].replace(/\t/g, '    ').length ?? 0,
  }));

/**
 * Makes blocks of lines: joins lines that were broken to a width, gathers bullets and numbers into lists, and takes
 * short lines that stand before paragraphs for headings.
 */
export function blocksOfLines(lines: readonly Line[]): DraftBlock[] {
  return markHeadings(gatherLists(joinLines(lines)));
}

/** The width that lines were broken to; undefined if each line is a paragraph of its own. */
function findWidth(lines: readonly Line[]): number | undefined {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return line.text !== '' && next && next.text !== '' && !BULLET.test(next.text)
      ? [[line, next] as const]
      : [];
  });
  if (pairs.length < 3) return undefined;
  // Broken lines end anywhere; where nearly all end a sentence, each is a paragraph.
  const whole = pairs.filter(([{ text }]) => /[.!?]['"’”)]?$/.test(text));
  if (whole.length > 0.7 * pairs.length) return undefined;
  const lengths = pairs.map(([line]) => line.text.length + line.indent).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  if (width < 40 || width > 120) return undefined;
  // Counted by letters: menus and addresses are many lines, and few words.
  const letters = (some: typeof pairs) => some.reduce((sum, [line]) => sum + line.text.length, 0);
  const broken = pairs.filter(([line, next]) => isBroken(line, next, width));
  return letters(broken) >= 0.6 * letters(pairs) ? width : undefined;
}

/** Whether the next line's first word would not have fitted on this line. */
const isBroken = (line: Line, next: Line, width: number): boolean =>
  line.text.length + line.indent + 1 + (next.text.split(' ', 1)[0] ?? '').length > width - 2;

function joinLines(lines: readonly Line[]): Piece[] {
  const width = findWidth(lines);
  const pieces: (Line & { startsChunk: boolean; chunk: number })[] = [];
  let startsChunk = true;
  let chunk = 0;
  let before: Line | undefined;
  for (const line of lines) {
    if (line.text === '') {
      startsChunk = true;
      before = undefined;
      continue;
    }
    const last = pieces.at(-1);
    const continues =
      width !== undefined &&
      before !== undefined &&
      last !== undefined &&
      isBroken(before, line, width) &&
      !BULLET.test(line.text) &&
      !NUMBER.test(line.text);
    if (continues) pieces[pieces.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    else {
      if (startsChunk) chunk += 1;
      pieces.push({ ...line, startsChunk, chunk });
    }
    startsChunk = false;
    before = line;
  }
  // Some programs put no blank lines at all: then every line stands alone.
  const isUnparted = width === undefined && pieces.length > 4 && chunk <= pieces.length / 4;
  return pieces.map(({ chunk: own, ...piece }, index) => ({
    ...piece,
    isAlone: isUnparted || (piece.startsChunk && pieces[index + 1]?.chunk !== own),
  }));
}

type Gathered = { readonly block: DraftBlock; readonly isAlone: boolean; readonly level: number };

function gatherLists(pieces: readonly Piece[]): Gathered[] {
  const gathered: Gathered[] = [];
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as Piece;
    const found =
      bulletsFrom(pieces, index) ??
      numbersFrom(pieces, index) ??
      linesAfterColon(pieces, index, gathered.at(-1));
    if (found) {
      gathered.push({ block: found.block, isAlone: false, level: 0 });
      index += found.length;
    } else {
      gathered.push({
        block: paragraph(piece.text, piece.line),
        isAlone: piece.isAlone,
        level: piece.headingLevel ?? 0,
      });
      index += 1;
    }
  }
  return gathered;
}

type FoundList = { readonly block: DraftBlock; readonly length: number };

function bulletsFrom(pieces: readonly Piece[], from: number): FoundList | undefined {
  const first = pieces[from] as Piece;
  const mark = BULLET.exec(first.text)?.[1];
  if (mark === undefined || mark === 'o') return undefined;
  const entries: Entry[] = [];
  let end = from;
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end] as Piece;
    const bullet = BULLET.exec(piece.text);
    if (!bullet) break;
    const isDeeper =
      bullet[1] !== mark &&
      (piece.indent > first.indent || /[o◦○]/.test(bullet[1] ?? '') || /[•·●]/.test(mark));
    const level = entries.length > 0 && (isDeeper || piece.indent >= first.indent + 2) ? 1 : 0;
    entries.push({ text: piece.text.slice(bullet[0].length), level });
  }
  // Speech that dashes open stands in lines apart.
  if (mark === '—' && pieces[from + 1]?.startsChunk) return undefined;
  // One line that starts with a dash is speech or an aside.
  if (entries.length === 1 && /[–—*-]/.test(mark)) return undefined;
  return { block: list(entries, first.line), length: end - from };
}

function numbersFrom(pieces: readonly Piece[], from: number): FoundList | undefined {
  const entries: Entry[] = [];
  const first = pieces[from] as Piece;
  let start = 0;
  let end = from;
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end] as Piece;
    const number = NUMBER.exec(piece.text);
    if (!number || piece.headingLevel) break;
    const value = Number(number[1]);
    if (entries.length === 0) start = value;
    else if (value !== start + entries.length) break;
    entries.push({ text: piece.text.slice(number[0].length), level: 0 });
  }
  if (entries.length < 2 || start > 1) return undefined;
  // Numbered sections have paragraphs between them; numbered lines that are short and stand apart are headings.
  return { block: list(entries, first.line, start), length: end - from };
}

/** Two or more lines without a blank one between them, after a paragraph that ends in a colon. */
function linesAfterColon(
  pieces: readonly Piece[],
  from: number,
  before: Gathered | undefined,
): FoundList | undefined {
  const first = pieces[from] as Piece;
  if (!before?.block.text.endsWith(':') || before.block.kind !== 'paragraph' || first.isAlone)
    return undefined;
  let end = from + 1;
  while (end < pieces.length && !(pieces[end] as Piece).startsChunk) end += 1;
  if (end - from < 2) return undefined;
  const entries = pieces.slice(from, end).map(({ text }) => ({ text, level: 0 }));
  return { block: list(entries, first.line), length: end - from };
}

function markHeadings(gathered: readonly Gathered[]): DraftBlock[] {
  return gathered.map(({ block, isAlone, level }, index) => {
    if (block.kind !== 'paragraph') return block;
    const next = gathered[index + 1]?.block;
    const follows = next !== undefined && (next.kind === 'list' || wordCount(next.text) >= 10);
    const before = gathered[index - 1]?.block.text ?? '';
    if (level > 0) return heading(block.text, level, block.line);
    const isHeading = isAlone && follows && !before.endsWith(':') && looksLikeHeading(block.text);
    if (isHeading) return heading(block.text, 2, block.line);
    return block;
  });
}
