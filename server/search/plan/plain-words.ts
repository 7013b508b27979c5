import type { Term } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { FamilyMatch } from './word-families.ts';

/** A word that is looked for because passages on what was typed would print it. */
export type LookedPlainWord = {
  readonly term: string;
  /** As it is compared. */
  readonly word: string;
  /** What was typed, as compared: the member of the family that was found. */
  readonly because: string;
  readonly weight: number;
};

/** What plain words weigh beside a typed word, which weighs 1; measured in docs/decisions/0038. */
export const PLAIN_WEIGHTS = {
  says: 0.8,
  /** The single words of the family's other members, divided by how many words the member has. */
  members: 0.8,
  /** So many passages that hold what was typed halve the weight. */
  enough: 20,
  /** A word in more than this share of all passages says nothing. */
  tooFrequent: 0.2,
} as const;

/**
 * The plain words of the families that a query holds a member of: how authors print what was typed.
 *
 *     "who writes it up"   says minutes, notes, record   → minutes .8, notes .8, record .8, because of "who writes it up"
 *
 * Where families overlap, the weightiest counts.
 *
 * @param documentFrequency of a term, in how many passages it stands
 * @param size how many passages there are
 */
export function choosePlainWords(
  words: readonly Term[],
  families: readonly FamilyMatch[],
  names: ReadonlySet<string>,
  documentFrequency: (term: string) => number,
  size: number,
): LookedPlainWord[] {
  const typed = new Set(words.map(({ term }) => term));
  const chosen = new Map<string, LookedPlainWord>();
  for (const { family, at, length } of families) {
    const own = words.slice(at, at + length);
    if (own.some(({ normal }) => names.has(normal))) continue;
    const held = Math.min(...own.map(({ term }) => documentFrequency(term)));
    const enough = 1 / (1 + held / PLAIN_WEIGHTS.enough);
    const because = own.map(({ normal }) => normal).join(' ');
    const consider = (term: string, word: string, weight: number) => {
      if (typed.has(term) || STOP_WORDS.has(word)) return;
      const frequency = documentFrequency(term);
      if (frequency === 0 || frequency > size * PLAIN_WEIGHTS.tooFrequent) return;
      if ((chosen.get(term)?.weight ?? 0) < weight) chosen.set(term, { term, word, because, weight });
    };
    for (const { term, word } of family.says) consider(term, word, PLAIN_WEIGHTS.says * enough);
    for (const member of family.words)
      for (const { term, word } of member)
        consider(term, word, (PLAIN_WEIGHTS.members * enough) / member.length);
  }
  return [...chosen.values()].sort((a, b) => b.weight - a.weight);
}
