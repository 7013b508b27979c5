/** A word of a text: its form for comparing, and where it is printed. */
export type Word = {
  /**
   * Lower case, without accents, apostrophes or a possessive ending; `co-production` and its spellings are one word.
   */
  readonly normal: string;
  /** Offsets in the text, in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
};

const PRINTED_WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/**
 * What may follow a separate "co" to make one word of both. After a hyphen any word may; after a space only these,
 * so that "Smith and Co visited" stays three words.
 */
const AFTER_CO =
  /^(?:produc|design|deliver|creat|commission|develop|author|chair|research|evaluat|operat|facilitat)/;

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
  for (const match of text.matchAll(PRINTED_WORD)) {
    const normal = normaliseWord(match[0]);
    if (normal === '') continue;
    const start = match.index;
    const end = start + match[0].length;
    const before = words.at(-1);
    if (before?.normal === 'co' && joinsCo(text.slice(before.end, start), normal)) {
      words[words.length - 1] = { normal: `co${normal}`, start: before.start, end };
    } else {
      words.push({ normal, start, end });
    }
  }
  return words;
}

/** The words of a text as they are compared, in order. */
export const normalWords = (text: string): string[] => splitWords(text).map(({ normal }) => normal);

/** Number of words in a text, as a reader counts them. */
export const countWords = (text: string): number => text.match(PRINTED_WORD)?.length ?? 0;

function joinsCo(between: string, next: string): boolean {
  if (/^[-\u2010\u2011]$/.test(between)) return true;
  return /^[ \u00a0]$/.test(between) && AFTER_CO.test(next);
}

function normaliseWord(printed: string): string {
  // Nearly every word takes this short way.
  if (/^[a-zA-Z]+$/.test(printed)) return printed.toLowerCase();
  return printed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '');
}
