/** What stands over names that begin with no letter. */
export const NO_LETTER = '0-9';

/** Entries that begin with the same letter, in their order. */
export type LetterGroup<Entry> = { readonly letter: string; readonly entries: readonly Entry[] };

/**
 * Puts entries under the first letters of their names, without accents; names that begin with none stand under "0-9". The
 * entries are in order of their names already.
 */
export function groupByLetter<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): LetterGroup<Entry>[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = /\p{L}|\p{N}/u.exec(nameOf(entry))?.[0]?.normalize('NFD').charAt(0).toUpperCase() ?? '';
    const letter = /^\p{L}/u.test(first) ? first : NO_LETTER;
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return [...groups].map(([letter, ofLetter]) => ({ letter, entries: ofLetter }));
}
