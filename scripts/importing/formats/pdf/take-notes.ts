import type { Line } from '../lines/line.ts';
import type { PrintedLine } from './printed-lines.ts';

/** The number that a note at the foot of a page begins with. */
const NOTE = /^\[?(\d{1,2})\]?[.)]?\s*(?=\p{L}|["“‘(])/u;

/**
 * Takes the notes at the feet of pages out of the flow of the text: small print, counted on from the note before.
 *
 * @param bodySize the size that most of the text is set in, in points
 */
export function takeNotes(
  lines: readonly PrintedLine[],
  bodySize: number,
): { readonly lines: PrintedLine[]; readonly notes: Line[] } {
  const kept: PrintedLine[] = [];
  const notes: Line[] = [];
  let noteOfPage = -1;
  for (const line of lines) {
    const isSmall = line.size < 0.93 * bodySize;
    const number = Number(NOTE.exec(line.text)?.[1] ?? 0);
    const last = notes.at(-1);
    if (isSmall && number === notes.length + 1) {
      notes.push({ text: line.text.replace(NOTE, `${number}. `), line: line.page, indent: 0 });
      noteOfPage = line.page;
    } else if (isSmall && last && noteOfPage === line.page && kept.at(-1)?.page === line.page) {
      notes[notes.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else {
      kept.push(line);
      noteOfPage = -1;
    }
  }
  return notes.length >= 2 || (notes.length === 1 && /\[1\]/.test(kept.map(({ text }) => text).join(' ')))
    ? { lines: kept, notes }
    : { lines: [...lines], notes: [] };
}
