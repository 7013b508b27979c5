import type { DraftBlock } from '../../draft/draft.ts';
import { type Entry, list, paragraph } from '../../draft/make-blocks.ts';
import type { Piece } from './join-broken-lines.ts';
import { BULLET_OR_O, NUMBER } from './list-marks.ts';

/** A block, and what may yet make a heading of it. */
export type Gathered = { readonly block: DraftBlock; readonly isAlone: boolean; readonly level: number };

/** Gathers pieces with bullets and numbers, and lines below a colon, into lists; all others are paragraphs. */
export function gatherListLines(pieces: readonly Piece[]): Gathered[] {
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
  const mark = BULLET_OR_O.exec(first.text)?.[1];
  if (mark === undefined || mark === 'o') return undefined;
  const entries: Entry[] = [];
  let end = from;
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end] as Piece;
    const bullet = BULLET_OR_O.exec(piece.text);
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
