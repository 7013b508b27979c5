import { editDistance, MAX_WORD_LENGTH } from '../../language/edit-distance.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';

/** A word of the index with the number of times that it is printed. */
export type KnownWords = ReadonlyMap<string, number>;

/**
 * The known word, or two, that an unknown one most likely was meant to be; undefined if none is near.
 *
 * @param isName whether it was written as a name: then only one slip is forgiven, for an unknown name is seldom a slip
 */
export type Corrector = (word: string, isName?: boolean) => string | undefined;

/** Words shorter than this are not corrected: nearly every one is a slip away from another. */
const MIN_LENGTH = 4;
/** Shorter than this, only two letters that changed places, or the sound, show what was meant: "hlep", "fone". */
const SHORT_LENGTH = 5;
/** The edit distance that is forgiven, from which length on. */
const LIMIT_BY_LENGTH = [
  { from: 9, limit: 3 },
  { from: 6, limit: 2 },
  { from: MIN_LENGTH, limit: 1 },
] as const;
/** The same where both words sound alike: who spells by ear may miss many letters of a long word. */
const LIMIT_OF_SOUND = [
  { from: 11, limit: 5 },
  { from: 8, limit: 4 },
  { from: MIN_LENGTH, limit: 2 },
] as const;
/** What may follow when a word is only begun, in letters. */
const MAX_ENDING = 5;
/** Parts of two words written as one are at least so long. */
const MIN_PART = 3;

/** What is added to the edit distance of a candidate: the one with the lowest cost is taken. */
const COSTS = {
  /** People seldom miss the first letter. */
  otherStart: 0.6,
  /** The same phonetic key: a word spelt by ear. */
  soundsAlike: -1.1,
  /** For each power of ten of the number of times that it is printed. */
  common: -0.25,
  /** Of two words written as one, which have no edit distance. */
  split: 1,
} as const;

type Candidate = {
  readonly word: string;
  readonly count: number;
  readonly letterBits: number;
  readonly phoneticKey: string;
};

/**
 * Makes the function that corrects words that the index lacks. An English word is not a slip, though the index lacks
 * it. A word that is no more than begun ("tokenis") stands for the commonest that begins so.
 *
 * @param known what to correct to
 * @param isEnglish whether a word is one that the index only happens to lack
 * @param right words that the index may lack: what is nearer to one of them than to a known word is left alone
 */
export function createCorrector(
  known: KnownWords,
  isEnglish: (word: string) => boolean,
  right: readonly string[] = [],
): Corrector {
  const byLength = new Map<number, Candidate[]>();
  const bySound = new Map<string, Candidate[]>();
  const rightOnly = new Set(right.filter((word) => !known.has(word)));
  for (const [word, count] of [...known, ...[...rightOnly].map((one) => [one, 1] as const)]) {
    if (
      word.length < MIN_LENGTH - 1 ||
      word.length > MAX_WORD_LENGTH ||
      STOP_WORDS.has(word) ||
      /\d/.test(word)
    )
      continue;
    const candidate = { word, count, letterBits: letterBitsOf(word), phoneticKey: phoneticKeyOf(word) };
    const sameLength = byLength.get(word.length);
    if (sameLength) sameLength.push(candidate);
    else byLength.set(word.length, [candidate]);
    const sameSound = bySound.get(candidate.phoneticKey);
    if (sameSound) sameSound.push(candidate);
    else bySound.set(candidate.phoneticKey, [candidate]);
  }
  const forEachOfLengths = (from: number, to: number, callback: (candidate: Candidate) => void) => {
    for (let length = from; length <= to; length += 1) byLength.get(length)?.forEach(callback);
  };

  return (word, isName = false) => {
    if (word.length < MIN_LENGTH || word.length > MAX_WORD_LENGTH || /\d/.test(word)) return undefined;
    if (rightOnly.has(word) || isEnglish(word)) return undefined;
    const found = nearest(word, isName) ?? (word.length < SHORT_LENGTH ? undefined : commonestLonger(word));
    return found !== undefined && rightOnly.has(found) ? undefined : found;
  };

  function nearest(word: string, isName: boolean): string | undefined {
    const limit = isName ? 1 : limitFor(LIMIT_BY_LENGTH, word);
    const letterBits = letterBitsOf(word);
    const phoneticKey = phoneticKeyOf(word);
    let best: { word: string; cost: number } | undefined;
    const consider = (candidate: Candidate, distance: number, isAlike: boolean) => {
      const cost =
        distance +
        (candidate.word[0] === word[0] ? 0 : COSTS.otherStart) +
        (isAlike ? COSTS.soundsAlike : 0) +
        COSTS.common * Math.log10(candidate.count);
      if (!best || cost < best.cost) best = { word: candidate.word, cost };
    };
    forEachOfLengths(word.length - limit, word.length + limit, (candidate) => {
      // One edit takes away at most one of the letters that a word is made of, and brings in at most one: most are
      // ruled out here.
      if (countBits(letterBits & ~candidate.letterBits) > limit) return;
      if (countBits(candidate.letterBits & ~letterBits) > limit) return;
      const distance = editDistance(word, candidate.word, limit);
      if (distance > limit) return;
      const isAlike = candidate.phoneticKey === phoneticKey;
      // Many edits make almost anything of a word, unless it still sounds alike or begins so.
      const beginsAlike = candidate.word.slice(0, 3) === word.slice(0, 3);
      if (distance === 3 && !isAlike) return;
      if (distance === 2 && !isAlike && (word.length < 8 ? !beginsAlike : candidate.word[0] !== word[0]))
        return;
      if (word.length < SHORT_LENGTH && !isSwapped(word, candidate.word)) return;
      consider(candidate, distance, isAlike);
    });
    if (!isName && phoneticKey.length > 1) {
      const soundLimit = limitFor(LIMIT_OF_SOUND, word);
      for (const candidate of bySound.get(phoneticKey) ?? []) {
        const distance = editDistance(word, candidate.word, soundLimit);
        // Of two consonants alone there are too many words, and two of the same look like a name.
        const isClear =
          word.length >= SHORT_LENGTH ||
          phoneticKey.length > 2 ||
          (candidate.word.length >= SHORT_LENGTH && !/(.)\1/.test(word));
        if (distance <= soundLimit && isClear) consider(candidate, distance, true);
      }
    }
    const split = twoWords(word);
    if (split && (!best || split.cost < best.cost)) return split.word;
    return best?.word;
  }

  /** Two known words written as one, the rarer of them as common as can be. */
  function twoWords(word: string): { word: string; cost: number } | undefined {
    let best: { word: string; count: number } | undefined;
    for (let at = MIN_PART; at <= word.length - MIN_PART; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.some((part) => STOP_WORDS.has(part))) continue;
      const count = Math.min(...parts.map((part) => known.get(part) ?? 0));
      if (count > 1 && count > (best?.count ?? 0)) best = { word: parts.join(' '), count };
    }
    return best && { word: best.word, cost: COSTS.split + COSTS.common * Math.log10(best.count) };
  }

  function commonestLonger(word: string): string | undefined {
    const longer: Candidate[] = [];
    forEachOfLengths(word.length + 1, word.length + MAX_ENDING, (candidate) => {
      if (candidate.word.startsWith(word)) longer.push(candidate);
    });
    return longer.sort((a, b) => b.count - a.count)[0]?.word;
  }
}

/** The letters that a word is made of, each as a bit. */
function letterBitsOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << ((word.charCodeAt(at) - 97 + 26) % 26);
  return bits;
}

function countBits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const limitFor = (
  limits: readonly { readonly from: number; readonly limit: number }[],
  { length }: string,
): number => limits.find(({ from }) => length >= from)?.limit ?? 0;

/** Whether two words of one length differ in two neighbours that changed places. */
const isSwapped = (word: string, other: string): boolean =>
  word.length === other.length &&
  editDistance(word, other, 1) === 1 &&
  letterBitsOf(word) === letterBitsOf(other);

/** What is written and not heard, or heard as something else, in order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^ps(?=[yi])/, 's'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/gh(?=t|$|[^aeiou])/g, ''],
  [/ph/g, 'f'],
  [/tch/g, 'ch'],
  [/dge?(?=[eiy]|$)/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/sc(?=[eiy])/g, 's'],
  [/sch|chr/g, 'sk'],
  [/c(?=[eiy])/g, 's'],
  [/x/g, 'ks'],
  [/ck|[cq]/g, 'k'],
  [/(?:ti|si|ci)(?=on|an|ou)|sh/g, 's'],
  [/z/g, 's'],
  [/mb$/, 'm'],
  [/(?!^)[aeiouyhw]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** A word as it is heard, roughly: without vowels and silent letters, with one letter for those that sound alike, and none doubled. */
const phoneticKeyOf = (word: string): string =>
  SOUNDS.reduce((heard, [written, sound]) => heard.replace(written, sound), word);
