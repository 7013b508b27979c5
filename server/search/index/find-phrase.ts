/** How a passage holds a phrase: in the very words, or in other forms of them. */
export type PhraseMatch = 'printed' | 'inflected';

/** A phrase to look for, as ids of words and of their terms; -1 is an id that no text holds. */
export type Phrase = {
  readonly words: readonly number[];
  readonly terms: readonly number[];
  /** The index in the phrase of its lead term: the one that the fewest documents hold. */
  readonly lead: number;
};

/**
 * Looks for a phrase in a text, given as words and as terms, wherever its lead term stands.
 *
 *     text  "they share powers"    words [5, 2, 9]   terms [4, 1, 3]
 *     "share powers"               words [2, 9]      terms [1, 3]      printed
 *     "sharing power"              words [7, 8]      terms [1, 3]      inflected
 */
export function findPhraseIn(
  words: Uint32Array,
  terms: Uint32Array,
  phrase: Phrase,
): PhraseMatch | undefined {
  let best: PhraseMatch | undefined;
  const lead = phrase.terms[phrase.lead] ?? -1;
  for (let found = terms.indexOf(lead); found !== -1; found = terms.indexOf(lead, found + 1)) {
    const start = found - phrase.lead;
    if (start < 0 || !phrase.terms.every((term, at) => terms[start + at] === term)) continue;
    if (phrase.words.every((word, at) => words[start + at] === word)) return 'printed';
    best = 'inflected';
  }
  return best;
}
