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

/** Whether each letter of a short word begins a word of a longer name, in order, and few words are passed over. */
export function isAbbreviationOf(short: string, long: string): boolean {
  const words = long.split(/[\s-]+/).filter((word) => !SMALL_WORD.test(word));
  const letters = [...short.toLowerCase()];
  let at = 0;
  for (const word of words) if (word[0]?.toLowerCase() === letters[at]) at += 1;
  const begins = words[0]?.[0]?.toLowerCase() === letters[0];
  const isShort = words.length <= letters.length + 1;
  return (
    long.includes(' ') &&
    begins &&
    isShort &&
    (at === letters.length || areInitials(short.toLowerCase(), long.split(/[\s-]+/)))
  );
}

/** Small words, which an abbreviation may leave out. */
const SMALL_WORD = /^(?:of|and|for|the|in|to|on|with|or|&|by|at)$/i;

/** Whether letters are the first ones of some words, small words left out or not. */
function areInitials(letters: string, words: readonly string[]): boolean {
  const initials = (kept: readonly string[]) => kept.map((word) => word[0]?.toLowerCase()).join('');
  return [words, words.filter((word) => !SMALL_WORD.test(word))].some((kept) => initials(kept) === letters);
}

const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');

/** The end of a text that a short form abbreviates, from the first of its letters on; undefined if it does not. */
function longForm(short: string, text: string): string | undefined {
  const letters = short
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/(?<=..)s$/u, (s) => (/s$/.test(short) && /\p{Lu}s$/u.test(short) ? '' : s));
  const all = text.trim().split(/[\s-]+/);
  for (let from = 0; from < all.length - 1; from += 1)
    if (!SMALL_WORD.test(all[from] ?? '') && areInitials(letters, all.slice(from)))
      return lastOf(text.trim(), all.slice(from));
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

/** The end of a text that begins with the first of its last words. */
const lastOf = (text: string, words: readonly string[]): string =>
  text.slice(text.search(new RegExp(`${words.map(literally).join('[\\s-]+')}$`)));

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

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
