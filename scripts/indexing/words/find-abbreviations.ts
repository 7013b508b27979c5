/** An abbreviation and the name that it stands for. */
export type Abbreviation = { readonly short: string; readonly long: string };

/** Two to eight letters of which two at least are capitals, perhaps with "&" or a small s for several. */
const SHORT = String.raw`(?=[\p{L}&]*\p{Lu}[\p{L}&]*\p{Lu})[\p{L}][\p{L}&]{1,7}`;
const IN_BRACKETS = new RegExp(String.raw`\((${SHORT})\)`, 'gu');
const BEFORE_BRACKETS = new RegExp(String.raw`(?<![\p{L}&])(${SHORT}) \(([^()]{6,80})\)`, 'gu');

/**
 * Finds the abbreviations that a text explains, in either order:
 *
 *     the Social Care Institute for Excellence (SCIE)   ·   SCIE (Social Care Institute for Excellence)
 *
 * After A. Schwartz and M. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text
 * (Pacific Symposium on Biocomputing 2003): each letter must stand in the name, in order, the first at the start of a word.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const { 1: short = '', index } of text.matchAll(IN_BRACKETS)) {
    const words =
      text
        .slice(0, index)
        .split(/[.;:!?()\n]/)
        .at(-1) ?? '';
    const long = longForm(short, lastWords(words, Math.min(short.length + 5, short.length * 2)));
    if (long !== undefined) found.push({ short, long });
  }
  for (const { 1: short = '', 2: inside = '' } of text.matchAll(BEFORE_BRACKETS)) {
    const long = longForm(short, inside);
    if (long === inside.trim()) found.push({ short, long });
  }
  return found;
}

/** Whether a short word is the abbreviation of a longer name: the first letters of its words, small ones left out or not. */
export const isAbbreviationOf = (short: string, long: string): boolean => {
  const words = long.toLowerCase().split(/[\s-]+/);
  const initials = (kept: readonly string[]) => kept.map((word) => word[0]).join('');
  const meaningful = words.filter((word) => !/^(?:of|and|for|the|in|to|on|with|or|&|by|at)$/.test(word));
  return words.length > 1 && [initials(words), initials(meaningful)].includes(short.toLowerCase());
};

const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');

/** The end of a text that a short form abbreviates, from the first of its letters on; undefined if it does not. */
function longForm(short: string, text: string): string | undefined {
  const letters = short
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/(?<=..)s$/u, (s) => (/s$/.test(short) && /\p{Lu}s$/u.test(short) ? '' : s));
  const within = text.toLowerCase();
  let at = within.length;
  for (let letter = letters.length - 1; letter >= 0; letter -= 1) {
    const isFirst = letter === 0;
    do at -= 1;
    while (at >= 0 && (within[at] !== letters[letter] || (isFirst && !startsWord(within, at))));
    if (at < 0) return undefined;
  }
  const long = text.slice(at).trim();
  const words = long.split(/\s+/);
  const isName = words.length > 1 && words.length <= letters.length * 2 && !words.includes(short);
  return isName && isAbbreviationLike(letters, words) ? long : undefined;
}

/** Most letters begin a word: so that "people on the (PPI) panel" is no name. */
function isAbbreviationLike(letters: string, words: readonly string[]): boolean {
  const starts = words.flatMap((word) =>
    word
      .toLowerCase()
      .split('-')
      .map((part) => part[0] ?? ''),
  );
  let matched = 0;
  let at = 0;
  for (const letter of letters) {
    const next = starts.indexOf(letter, at);
    if (next === -1) continue;
    matched += 1;
    at = next + 1;
  }
  return matched >= letters.length - 1;
}

const startsWord = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
