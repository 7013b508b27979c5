/** The longest word that is compared, in letters: no word of the language is longer. */
export const MAX_WORD_LENGTH = 40;

/** Three rows of the table of distances, made once: words are compared by the thousand. */
const newRow = () => new Uint8Array(MAX_WORD_LENGTH + 1);
const ROWS = [newRow(), newRow(), newRow()] as const;

/**
 * The edit distance of two words of at most {@link MAX_WORD_LENGTH} letters: the optimal string alignment distance, in which
 * a swap of neighbours counts one, as an insertion, a deletion and a substitution do. Gives up, with more than the limit, as
 * soon as the distance must be above it.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let [twoBack, before, row] = ROWS;
  for (let j = 0; j <= b.length; j += 1) before[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + substitution,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, (twoBack[j - 2] ?? 0) + 1);
      row[j] = distance;
      if (distance < least) least = distance;
    }
    if (least > limit) return limit + 1;
    [twoBack, before, row] = [before, row, twoBack];
  }
  return before[b.length] ?? 0;
}
