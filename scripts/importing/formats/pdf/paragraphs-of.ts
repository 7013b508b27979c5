import { isEnglishWord } from '../../../../server/storage/is-english-word.ts';
import { wordCount } from '../../draft/draft.ts';
import type { Line } from '../lines/line.ts';
import { BULLET, BULLET_ALONE, NUMBER } from '../lines/list-marks.ts';
import type { PrintedLine } from './printed-lines.ts';
import { takeNotes } from './take-notes.ts';

/** Joins printed lines to paragraphs, each a line with a blank one after it, so that they read as text does. */
export function paragraphsOf(printed: readonly PrintedLine[]): Line[] {
  const whole = joinBullets(printed);
  // Notes are smaller than the body, so the body's size is the same with them and without.
  const bodySize = bodySizeOf(whole);
  const { lines, notes } = takeNotes(whole, bodySize);
  const known = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []));
  const spacing = commonest(
    lines.flatMap((line, index) => {
      const next = lines[index + 1];
      const step = next && next.page === line.page ? line.y - next.y : 0;
      return step > 0 && step < 4 * line.size ? [{ value: toHalfPoints(step), weight: 1 }] : [];
    }),
  );
  const left = commonest(lines.map(({ x }) => ({ value: Math.round(x), weight: 1 })));
  const widest = Math.max(...lines.map(({ right }) => right));
  // Larger than the text means a heading: the larger, the higher.
  const sizes = [...new Set(lines.map(({ size }) => toHalfPoints(size)))]
    .filter((size) => size > 1.12 * bodySize)
    .sort((a, b) => b - a);
  const paragraphs: Line[] = [];
  let text = '';
  let isEntry = false;
  let first: PrintedLine | undefined;
  const close = () => {
    if (first) {
      const size = toHalfPoints(first.size);
      const level = wordCount(text) <= 30 ? sizes.indexOf(size) + 1 : 0;
      const line = {
        text,
        line: first.page,
        indent: Math.max(0, Math.round((first.x - left) / 6)),
        ...(level > 0 && { headingLevel: Math.min(6, level) }),
      };
      paragraphs.push(line, { text: '', line: first.page, indent: 0 });
    }
    first = undefined;
    text = '';
  };
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!first || !before || startsParagraph(before, line)) {
      const startsEntry =
        before !== undefined && first !== undefined && isEntryOf(before, line) && !isMarked(line.text);
      close();
      isEntry = startsEntry;
      first = line;
      text = startsEntry ? `• ${line.text}` : line.text;
    } else text = joinWords(text, line.text, known);
  }
  close();
  const last = lines.at(-1)?.page ?? 1;
  if (notes.length > 0)
    paragraphs.push({ text: 'Notes', line: last, indent: 0, headingLevel: Math.max(1, sizes.length) });
  return [...paragraphs, ...notes];

  /** Whether a line is an entry of a list whose bullets are drawn and not written: set in, after a colon. */
  function isEntryOf(before: PrintedLine, line: PrintedLine): boolean {
    if (line.x < left + 0.8 * bodySize || line.size > 1.05 * bodySize) return false;
    const isFirst = before.text.endsWith(':') && before.x < line.x - 0.8 * bodySize;
    const isNext = isEntry && Math.abs(before.x - line.x) < 2 && before.right < 0.8 * widest;
    return isFirst || isNext;
  }

  function startsParagraph(before: PrintedLine, line: PrintedLine): boolean {
    if (isMarked(line.text) || Math.abs(before.size - line.size) > 0.08 * Math.max(before.size, line.size))
      return true;
    const column = before.page === line.page && before.y > line.y;
    const endsSentence = /[.!?:]['"’”)\]]?(?:\[\d+\])*$/.test(before.text);
    if (!column) return endsSentence && !/^\p{Ll}/u.test(line.text);
    const isLarge = line.size > 1.12 * bodySize;
    if (isEntryOf(before, line)) return true;
    if (before.y - line.y > (isLarge ? 1.6 * line.size : 1.35 * spacing)) return true;
    if (isLarge) return false;
    // A first line that is set in from the others, or a last one that ends well before them.
    const isIndented = line.x > before.x + 0.8 * bodySize && !isMarked(first?.text ?? '');
    const isShort = before.right < 0.75 * widest && endsSentence && Math.abs(line.x - before.x) < 2;
    return (isIndented && endsSentence) || (isShort && /^[\p{Lu}“‘"']/u.test(line.text));
  }
}

/** A bullet that stands apart from its text is put before it. */
function joinBullets(lines: readonly PrintedLine[]): PrintedLine[] {
  const joined: PrintedLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && BULLET_ALONE.test(last.text) && Math.abs(last.y - line.y) < 0.6 * line.size) {
      joined[joined.length - 1] = { ...line, text: `${last.text} ${line.text}`, x: last.x };
    } else joined.push(line);
  }
  return joined;
}

/** Joins a line to the next; a hyphen at its end goes if the parts are one word, and stays if they are two. */
function joinWords(text: string, next: string, known: ReadonlySet<string>): string {
  const broken = /([\p{L}]+(?:-[\p{L}]+)*)-$/u.exec(text);
  const rest = /^([\p{L}]+)/u.exec(next)?.[1];
  if (!broken || rest === undefined)
    return /[-–—/]$/.test(text) && !/\s[-–—]$/.test(text) ? text + next : `${text} ${next}`;
  const [, before = ''] = broken;
  const whole = (before + rest).toLowerCase();
  const hyphened = `${before}-${rest}`.toLowerCase();
  const isOne = /^\p{Ll}/u.test(rest) && !known.has(hyphened) && (known.has(whole) || isEnglishWord(whole));
  return isOne ? text.slice(0, -1) + next : text + next;
}

/** Whether a line begins with the mark of an entry. */
const isMarked = (text: string): boolean => BULLET.test(text) || NUMBER.test(text);

/** The size that most of the text is set in, in points, rounded to halves. */
const bodySizeOf = (lines: readonly PrintedLine[]): number =>
  commonest(lines.map(({ size, text }) => ({ value: toHalfPoints(size), weight: text.length })));

/** Sizes and distances differ by hundredths where the same was meant. */
const toHalfPoints = (points: number): number => Math.round(points * 2) / 2;

/** The value that weighs the most in all; 0 if there is none. */
function commonest(values: readonly { readonly value: number; readonly weight: number }[]): number {
  const weights = new Map<number, number>();
  for (const { value, weight } of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
