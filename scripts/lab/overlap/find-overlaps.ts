import { splitWords } from '../../../server/language/split-words.ts';
import { positionAt } from '../../indexing/problems/problem.ts';

/** A text with a name to report it by. */
export type NamedText = { readonly name: string; readonly text: string };

/** A run of words that stands in two texts. */
export type Overlap = {
  /** The words as the first text prints them. */
  readonly words: string;
  readonly length: number;
  /** Name and line (1-based) in the text that was checked. */
  readonly at: string;
  /** Name and line in the other text. */
  readonly other: string;
};

/**
 * Finds every longest run of at least `length` words that a text shares with any of the others. Case, punctuation,
 * accents and line ends do not count: whoever copies a sentence may change those.
 */
export function findOverlaps(
  checked: readonly NamedText[],
  others: readonly NamedText[],
  length: number,
): Overlap[] {
  const known = new Map<string, { other: Analysed; at: number }[]>();
  for (const other of others.map(analyse)) {
    for (let at = 0; at + length <= other.words.length; at += 1) {
      const key = keyAt(other, at, length);
      const found = known.get(key);
      if (found) found.push({ other, at });
      else known.set(key, [{ other, at }]);
    }
  }
  return checked.map(analyse).flatMap((text) => overlapsOf(text, known, length));
}

type Analysed = NamedText & { readonly words: readonly { normal: string; start: number; end: number }[] };

/** Web addresses and citation marks are nobody's wording: blanked out, so that offsets stay as they are. */
const NOT_WORDING = /https?:\/\/[^\s"'<>)\]]+|\[@[^\]\n]*\]/g;

const analyse = (text: NamedText): Analysed => ({
  ...text,
  words: splitWords(text.text.replace(NOT_WORDING, (mark) => ' '.repeat(mark.length))),
});

const keyAt = ({ words }: Analysed, at: number, length: number): string =>
  words
    .slice(at, at + length)
    .map(({ normal }) => normal)
    .join(' ');

function overlapsOf(
  text: Analysed,
  known: ReadonlyMap<string, { other: Analysed; at: number }[]>,
  length: number,
): Overlap[] {
  const found: Overlap[] = [];
  for (let at = 0; at + length <= text.words.length; ) {
    let best: { other: Analysed; at: number; run: number } | undefined;
    for (const candidate of known.get(keyAt(text, at, length)) ?? []) {
      let run = length;
      while (isSame(text.words[at + run], candidate.other.words[candidate.at + run])) run += 1;
      if (!best || run > best.run) best = { ...candidate, run };
    }
    if (!best) {
      at += 1;
      continue;
    }
    const first = text.words[at];
    const last = text.words[at + best.run - 1];
    found.push({
      words: text.text.slice(first?.start, last?.end).replace(/\s+/g, ' '),
      length: best.run,
      at: `${text.name}:${positionAt(text.text, first?.start ?? 0).line}`,
      other: `${best.other.name}:${positionAt(best.other.text, best.other.words[best.at]?.start ?? 0).line}`,
    });
    at += best.run;
  }
  return found;
}

const isSame = (a: { normal: string } | undefined, b: { normal: string } | undefined): boolean =>
  a !== undefined && a.normal === b?.normal;
