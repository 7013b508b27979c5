import { splitWords } from '../../../server/language/split-words.ts';
import { STOP_WORDS } from '../../../server/language/stop-words.ts';
import type { KeyPhrase } from '../../../server/search/index/stored-passage-index.ts';

/** A phrase must stand in so many passages to be worth suggesting. */
const MIN_PASSAGES = 2;
const MAX_WORDS = 4;
/** The most phrases that are kept: the commonest. More would only make suggestions slower. */
const MAX_PHRASES = 1000;

/**
 * The phrases of two to four words that stand in several passages: they neither begin nor end with a stop word, and no
 * mark of punctuation stands within them. A phrase that only ever stands within a longer one is left out.
 */
export function findKeyPhrases(texts: readonly string[]): KeyPhrase[] {
  const found = new Map<string, { text: string; passages: number; last: number; within: Set<string> }>();
  for (const [passage, text] of texts.entries()) {
    const words = splitWords(text);
    for (const [from, first] of words.entries()) {
      if (STOP_WORDS.has(first.normal) || /^\d/.test(first.normal)) continue;
      for (let to = from + 1; to < Math.min(words.length, from + MAX_WORDS); to += 1) {
        const before = words[to - 1];
        const last = words[to];
        if (!before || !last || !/^[ \u00a0-]$/.test(text.slice(before.end, last.start))) break;
        if (STOP_WORDS.has(last.normal) || /^\d/.test(last.normal)) continue;
        const key = words
          .slice(from, to + 1)
          .map(({ normal }) => normal)
          .join(' ');
        const known = found.get(key);
        if (!known)
          found.set(key, {
            text: text.slice(first.start, last.end),
            passages: 1,
            last: passage,
            within: new Set(),
          });
        else if (known.last !== passage) {
          known.passages += 1;
          known.last = passage;
        }
      }
    }
  }
  const kept = [...found].filter(([, { passages }]) => passages >= MIN_PASSAGES);
  const counts = new Map(kept.map(([key, { passages }]) => [key, passages]));
  // A phrase that stands as often within a longer one is only a part of it.
  const parts = new Set(
    kept.flatMap(([key, { passages }]) => {
      const words = key.split(' ');
      return [words.slice(1).join(' '), words.slice(0, -1).join(' ')].filter(
        (part) => counts.get(part) === passages,
      );
    }),
  );
  return kept
    .filter(([key]) => !parts.has(key))
    .map(([, { text, passages }]) => ({ text, passages }))
    .sort((a, b) => b.passages - a.passages || (a.text < b.text ? -1 : 1))
    .slice(0, MAX_PHRASES);
}
