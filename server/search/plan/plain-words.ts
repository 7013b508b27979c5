import type { Term } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import { isWithinLonger, wordsOf } from './stretch.ts';
import type { FamilyMatch, PlainWord } from './word-families.ts';

/** A word that is looked for because passages on what was typed would print it. */
export type LookedPlainWord = PlainWord & {
  /** What was typed, as compared: the member of the family that was found. */
  readonly because: string;
  readonly weight: number;
};

/** What plain words weigh beside a typed word, which weighs 1; measured in docs/decisions/0038. */
const PLAIN_WEIGHTS = {
  says: 0.8,
  /** The single words of the family's other members, divided by how many words the member has. */
  members: 0.8,
  /** The share of that which counts for a word within a longer member: in "criminal record" nothing is written down. */
  within: 0.3,
  /** So many passages that hold what was typed halve the weight. */
  enough: 20,
  /** A word in more than this share of all passages says nothing. */
  tooFrequent: 0.2,
  /** So many, the weightiest: more would only lengthen the list of results, and the explanation. */
  most: 24,
} as const;

/** What plain words are chosen for. */
export type PlainWordsRequest = {
  readonly words: readonly Term[];
  /** Every family that the words hold a member of, but those within a name; one within a longer one still helps. */
  readonly families: readonly FamilyMatch[];
  /** Plain words that the reader leaves out, normalised. */
  readonly without: readonly string[];
};

/**
 * The plain words of the families that a query holds a member of: how authors print what was typed. Where families overlap, the
 * weightiest counts.
 *
 *     "who writes it up"   says minutes, notes, record   → minutes .8, notes .8, record .8, because of "who writes it up"
 *
 * @param documentFrequency of a term: in how many passages it stands
 * @param size how many passages there are
 */
export function choosePlainWords(
  { words, families, without }: PlainWordsRequest,
  documentFrequency: (term: string) => number,
  size: number,
): LookedPlainWord[] {
  const typed = new Set(words.map(({ term }) => term));
  const isUsable = ({ term, word }: PlainWord): boolean => {
    const frequency = documentFrequency(term);
    const isTelling = frequency > 0 && frequency <= size * PLAIN_WEIGHTS.tooFrequent;
    return isTelling && !typed.has(term) && !STOP_WORDS.has(word) && !without.includes(word);
  };
  const chosen = new Map<string, LookedPlainWord>();
  for (const match of families) {
    const { family } = match;
    const own = wordsOf(match, words);
    const held = Math.min(...own.map(({ term }) => documentFrequency(term)));
    const share =
      (isWithinLonger(match, families) ? PLAIN_WEIGHTS.within : 1) / (1 + held / PLAIN_WEIGHTS.enough);
    const because = own.map(({ normal }) => normal).join(' ');
    const consider = (plain: PlainWord, weight: number) => {
      if ((chosen.get(plain.term)?.weight ?? 0) < weight && isUsable(plain))
        chosen.set(plain.term, { ...plain, because, weight });
    };
    for (const plain of family.says) consider(plain, PLAIN_WEIGHTS.says * share);
    for (const member of family.words)
      for (const plain of member) consider(plain, (PLAIN_WEIGHTS.members * share) / member.length);
  }
  return [...chosen.values()].sort((a, b) => b.weight - a.weight).slice(0, PLAIN_WEIGHTS.most);
}
