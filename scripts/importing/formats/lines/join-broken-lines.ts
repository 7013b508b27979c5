import type { Line } from './line.ts';
import { BULLET_OR_O, NUMBER } from './list-marks.ts';

/** A paragraph of one or more lines, or an entry of a list, before its kind is settled. */
export type Piece = Line & { readonly startsChunk: boolean; readonly isAlone: boolean };

/** The width that lines were broken to; undefined if each line is a paragraph of its own. */
function findWidth(lines: readonly Line[]): number | undefined {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return line.text !== '' && next && next.text !== '' && !BULLET_OR_O.test(next.text)
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

/** Joins lines that were broken to a width; all others are pieces by themselves. */
export function joinBrokenLines(lines: readonly Line[]): Piece[] {
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
      !BULLET_OR_O.test(line.text) &&
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
