import type { Query } from '../../../search/query/query.ts';
import type { AlsoSearched } from '../../../search/search.ts';
import type { Addresses } from '../../addresses/addresses.ts';

/** A word that was looked for though nobody typed it, with the address of the same search without it. */
export type LookedWord = { readonly word: string; readonly leaveOutHref: string };

/** Words that were looked for, and what was typed that they go with. */
export type LookedWords = { readonly because: string; readonly words: readonly LookedWord[] };

/** The plain words that a search looked for, by what was typed, in the order of their weight. */
export function toLookedWords(
  alsoSearched: readonly AlsoSearched[],
  query: Query,
  address: Addresses,
): LookedWords[] {
  const byReason = new Map<string, LookedWord[]>();
  for (const also of alsoSearched) {
    if (also.kind !== 'word') continue;
    const without = [...(query.without ?? []), also.id];
    const word = { word: also.label, leaveOutHref: address.search(query, { without }) };
    byReason.set(also.because, [...(byReason.get(also.because) ?? []), word]);
  }
  return [...byReason].map(([because, words]) => ({ because, words }));
}

/** The words that the reader leaves out, each with the address of the same search with it. */
export const toLeftOut = (query: Query, address: Addresses) =>
  (query.without ?? []).map((word) => ({
    word,
    lookHref: address.search(query, { without: (query.without ?? []).filter((other) => other !== word) }),
  }));
