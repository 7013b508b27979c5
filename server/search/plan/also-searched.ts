import type { Concept } from '../../domain/concept.ts';
import type { Term } from '../../language/split-terms.ts';
import type { LookedPlainWord } from './plain-words.ts';
import { wordsOf } from './stretch.ts';
import type { FamilyMatch } from './word-families.ts';

/**
 * What was looked for beside the words themselves: a concept that the query means; the family of a word of it, and then `id` and
 * `label` are that word as it is compared; or a plain word, as authors print what was typed, which is `because`.
 */
export type AlsoSearched =
  | { readonly kind: 'concept' | 'family'; readonly id: string; readonly label: string }
  | { readonly kind: 'word'; readonly id: string; readonly label: string; readonly because: string };

/** Lists what is looked for beside the words of a query, each once. */
export function listAlsoSearched(
  words: readonly Term[],
  families: readonly FamilyMatch[],
  concepts: readonly { readonly concept: Concept }[],
  plainWords: readonly LookedPlainWord[],
): AlsoSearched[] {
  const typed = families.map((match) =>
    wordsOf(match, words)
      .map(({ normal }) => normal)
      .join(' '),
  );
  const all: AlsoSearched[] = [
    ...concepts.map(
      ({ concept: { id, prefLabel } }): AlsoSearched => ({ kind: 'concept', id, label: prefLabel }),
    ),
    ...typed.map((label): AlsoSearched => ({ kind: 'family', id: label, label })),
    ...plainWords.map(
      ({ word, because }): AlsoSearched => ({ kind: 'word', id: word, label: word, because }),
    ),
  ];
  return [...new Map(all.map((also) => [`${also.kind} ${also.id}`, also])).values()];
}
