/** A word of the index with the number of times that it is printed. */
export type KnownWords = ReadonlyMap<string, number>;

/** Words shorter than this are not corrected: nearly every one is a slip away from another. */
const MIN_LENGTH = 4;
/** From this length on two slips are forgiven, below it one. */
const TWO_SLIPS_LENGTH = 7;

/**
 * The known word that an unknown one most likely was meant to be: fewest slips first (a letter wrong, missing, too many,
 * or two swapped), then the same first letter, then the commonest. If none is near, the commonest word that begins with it.
 *
 * @returns undefined if there is no such word
 */
export function correctWord(word: string, known: KnownWords): string | undefined {
  if (word.length < MIN_LENGTH || /^\d+$/.test(word)) return undefined;
  const limit = word.length >= TWO_SLIPS_LENGTH ? 2 : 1;
  let best: { word: string; slips: number; isOtherStart: boolean; count: number } | undefined;
  let bestStart: { word: string; count: number } | undefined;
  for (const [candidate, count] of known) {
    if (candidate.startsWith(word) && (!bestStart || count > bestStart.count))
      bestStart = { word: candidate, count };
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const slips = countSlips(word, candidate, limit);
    if (slips > limit) continue;
    const isOtherStart = candidate[0] !== word[0];
    if (!best || compare({ slips, isOtherStart, count }, best) < 0)
      best = { word: candidate, slips, isOtherStart, count };
  }
  return best?.word ?? bestStart?.word;
}

type Rank = { readonly slips: number; readonly isOtherStart: boolean; readonly count: number };
const compare = (a: Rank, b: Rank): number =>
  a.slips - b.slips || Number(a.isOtherStart) - Number(b.isOtherStart) || b.count - a.count;

/**
 * Number of slips between two words: the optimal string alignment distance, in which a swap of neighbours counts one.
 * Gives up, with more than the limit, as soon as it cannot be reached.
 */
export function countSlips(a: string, b: string, limit: number): number {
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (twoBack[j - 2] ?? 0) + 1);
      row.push(slips);
      least = Math.min(least, slips);
    }
    if (least > limit) return limit + 1;
    twoBack = before;
    before = row;
  }
  return before[b.length] ?? 0;
}
