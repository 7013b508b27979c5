/** A stretch of a row of words: the index of its first word and its length. */
export type Stretch = { readonly at: number; readonly length: number };

/** The words of a stretch. */
export const wordsOf = <Word>({ at, length }: Stretch, words: readonly Word[]): readonly Word[] =>
  words.slice(at, at + length);

/** Whether a stretch lies within another, or is the same. */
export const isWithin = ({ at, length }: Stretch, other: Stretch): boolean =>
  other.at <= at && at + length <= other.at + other.length;

/** Whether a stretch lies within a longer one: of "learning disability" neither word is meant alone. */
export const isWithinLonger = (stretch: Stretch, others: readonly Stretch[]): boolean =>
  others.some((other) => other.length > stretch.length && isWithin(stretch, other));

/** Whether a sequence of terms stands at an index of a row. */
export const startsAt = (
  row: readonly { readonly term: string }[],
  at: number,
  sequence: readonly string[],
): boolean => sequence.every((term, index) => row[at + index]?.term === term);
