import type { Word } from './split-words.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Small words that may stand within a name: "Royal College of Nursing". */
const WITHIN_NAMES: ReadonlySet<string> = new Set(['of', 'and', 'for', 'the', 'in', 'on', 'to', 'with']);

/** A row of words that is a name: indexes of its first word and behind its last. */
export type NameRun = { readonly from: number; readonly to: number };

/**
 * Finds the names of several words in a text: two or more words in a row with a capital, perhaps with small words between. A
 * sentence's first word counts only if it is no small word and others follow.
 *
 *     "In Wales the Carers Trust asks"   →  Carers Trust
 */
export function findNames(text: string, words: readonly Word[]): NameRun[] {
  const runs: NameRun[] = [];
  let from: number | undefined;
  let last = 0;
  let count = 0;
  const end = () => {
    if (from !== undefined && count > 1) runs.push({ from, to: last + 1 });
    from = undefined;
    count = 0;
  };
  for (const [at, { normal, start }] of words.entries()) {
    const between = at === 0 ? '' : text.slice(words[at - 1]?.end, start);
    if (from !== undefined && !/^[ \u00a0-]$/.test(between)) end();
    if (/^\p{Lu}/u.test(text.slice(start, start + 2)) && !STOP_WORDS.has(normal)) {
      from ??= at;
      last = at;
      count += 1;
    } else if (from !== undefined && !WITHIN_NAMES.has(normal)) end();
  }
  end();
  return runs;
}
