import { ABBREVIATIONS_LIKE_WORDS } from './abbreviations-like-words.ts';

/** A word of a text: its form for comparing, and where it is printed. */
export type Word = {
  /**
   * Lower case, in plain letters, without apostrophes or a possessive ending; `co-production` and its spellings are one
   * word. Only an abbreviation that would be another word in small letters keeps its capitals: `WHO`, `IT`.
   */
  readonly normal: string;
  /** Offsets in the text, in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
};

/**
 * What people and programs put for an apostrophe: straight, curly either way, accents that stand alone, the prime, the
 * modifier letter of other languages' keyboards, the full-width form.
 */
const APOSTROPHE = String.raw`['’‘‛\u0060\u00b4ʼʹ′‵ꞌ՚＇]`;
/** Letters with their marks, and what a program hides within a word: soft hyphens, zero-width spaces, marks of direction. */
const LETTERS = String.raw`[\p{L}\p{Nd}\p{Nl}][\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]*`;

/** A word as nearly all are printed. Superscript figures belong to notes and end a word. */
const PLAIN_WORD = `${LETTERS}(?:${APOSTROPHE}[\\p{L}\\p{M}\\p{Cf}]+)*`;
const PRINTED_WORD = new RegExp(PLAIN_WORD, 'gu');

/** The forms that take more, the longest first. */
const ODD_WORD = new RegExp(
  [
    // 1,000 and 1’000 and 1 000 with a narrow space.
    String.raw`(?<![\p{L}\p{N}])\d{1,3}(?:[,’'\u00a0\u2009\u202f]\d{3})+(?![\p{L}\p{N}])`,
    // N.H.S., e.g., U.K
    String.raw`(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}.])|(?!\p{L}))`,
    // A&E, Q & A, and "&" for "and".
    String.raw`(?<![\p{L}\p{N}])(?:\p{L}&\p{L}|\p{Lu}\s?&\s?\p{Lu})(?![\p{L}\p{N}])`,
    '&',
    // N H S
    String.raw`(?<![\p{L}\p{N}'’])\p{Lu}(?:\s\p{Lu}){2,7}(?![\p{L}\p{N}'’])`,
    PLAIN_WORD,
  ].join('|'),
  'gu',
);
/** Whether a text may hold any of them; few do, and looking for them takes longer. */
const MAY_BE_ODD =
  /&|\d[,’'\u00a0\u2009\u202f]\d{3}|\p{L}\.\p{L}|(?:^|[^\p{L}\p{N}])\p{Lu}\s\p{Lu}\s\p{Lu}(?![\p{L}\p{N}])/u;

/** What may stand between "co" and the word that it belongs to: any dash or none, a slash, spaces round it. */
const CO_JOINER = /^(?:\s?[\p{Pd}\u2212\u00ad\u2043\u02d7/_.:·•~]\s?|--|\s+)$/u;
/** A hyphen of any kind, without spaces: whatever follows it after "co" belongs to it. */
const HYPHEN = /^[-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;

/**
 * What may follow "co" across a space, a slash or a dash with spaces to make one word of both: so "Smith and Co visited"
 * stays three words.
 */
const AFTER_CO =
  /^(?:produc|prod$|pro$|design|deliver|creat|commission|develop|author|chair|research|evaluat|operat|facilitat)/;

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
let unspaced: Intl.Segmenter | undefined;

/**
 * Splits a text into words.
 *
 *     "People's co-production group"
 *      people   coproduction group
 *
 * Hyphens divide words, except after "co": co-production, co production and coproduction are all `coproduction`, so
 * that they find each other, and none of them is found by "production" alone in "a co-op's production line".
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  const capitals: number[] = [];
  for (const { 0: printed, index: start } of text.matchAll(MAY_BE_ODD.test(text) ? ODD_WORD : PRINTED_WORD)) {
    if (UNSPACED.test(printed)) {
      words.push(...segmentUnspaced(printed, start));
      continue;
    }
    const normal = normaliseWord(printed);
    if (normal === '') continue;
    const end = start + printed.length;
    const before = words.at(-1);
    if (before?.normal === 'co' && joinsCo(text.slice(before.end, start), normal)) {
      words[words.length - 1] = { normal: `co${normal}`, start: before.start, end };
      continue;
    }
    if (ABBREVIATIONS_LIKE_WORDS.has(printed)) capitals.push(words.length);
    words.push({ normal, start, end });
  }
  for (const at of capitals) {
    const word = words[at];
    if (word && !isShouted(text, words, at)) words[at] = { ...word, normal: word.normal.toUpperCase() };
  }
  return words;
}

/** The words of a text as they are compared, in order. */
export const normalWords = (text: string): string[] => splitWords(text).map(({ normal }) => normal);

/** Number of words in a text, as a reader counts them. */
export const countWords = (text: string): number => text.match(COUNTED_WORD)?.length ?? 0;
const COUNTED_WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/**
 * The stretches of a text in which two words are printed with nothing but a hyphen between them: "well-being", by the
 * index of the first of both words.
 */
export const findHyphenated = (text: string, words: readonly Word[]): number[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1];
    return next && HYPHEN.test(text.slice(word.end, next.start)) ? [at] : [];
  });

function joinsCo(printed: string, next: string): boolean {
  const between = printed.replace(/(?!\u00ad)\p{Cf}/gu, '').replace(/(?<=.)\u00ad/, '');
  return HYPHEN.test(between) || (CO_JOINER.test(between) && AFTER_CO.test(next));
}

/** Whether a neighbour is printed in capitals too: then the capitals are no mark of an abbreviation. */
function isShouted(text: string, words: readonly Word[], at: number): boolean {
  return [words[at - 1], words[at + 1]].some((word) => {
    const printed = word ? text.slice(word.start, word.end) : '';
    return (
      /^\p{Lu}{4,}$/u.test(printed) ||
      (/^\p{Lu}{2,3}$/u.test(printed) && ABBREVIATIONS_LIKE_WORDS.has(printed))
    );
  });
}

function segmentUnspaced(printed: string, start: number): Word[] {
  unspaced ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...unspaced.segment(printed)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike
      ? [
          {
            normal: segment.normalize('NFKC').toLowerCase(),
            start: start + index,
            end: start + index + segment.length,
          },
        ]
      : [],
  );
}

const APOSTROPHES = new RegExp(APOSTROPHE, 'gu');
const POSSESSIVE = new RegExp(`${APOSTROPHE}s$`, 'u');
/** Letters that are letters of their own, though English writes them with others. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ĸ: 'k',
  ŧ: 't',
};
const OTHER_LETTER = new RegExp(`[${Object.keys(OTHER_LETTERS).join('')}]`, 'gu');

function normaliseWord(printed: string): string {
  // Nearly every word takes this short way. GPs and PPGs are several of what an abbreviation stands for.
  if (/^[a-zA-Z]+$/.test(printed))
    return (/^[A-Z]{2,}s$/.test(printed) ? printed.slice(0, -1) : printed).toLowerCase();
  if (printed === '&') return 'and';
  const normal = printed
    // Before NFKD, which would take an accent that stands alone apart into a space and a mark.
    .replace(POSSESSIVE, '')
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(OTHER_LETTER, (letter) => OTHER_LETTERS[letter] ?? letter);
  if (/^\p{Nd}/u.test(normal)) return normaliseNumber(normal);
  return normal.replace(/[.\s]/g, '');
}

/** A number in figures that all keyboards have, without marks between thousands: "20,000" and "20k" are "20000". */
function normaliseNumber(printed: string): string {
  const figures = printed.replace(/\p{Nd}/gu, toAsciiDigit).replace(/[,\s]/g, '');
  const thousands = /^(\d{1,6})k$/.exec(figures);
  return thousands ? `${thousands[1]}000` : figures;
}

/** The digits of a script lie side by side, from 0 to 9. */
function toAsciiDigit(digit: string): string {
  let value = 0;
  let code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}
