import type { WordFamily as ListedFamily } from '../../domain/word-family.ts';
import { splitTerms, type TermSequence } from '../../language/split-terms.ts';
import { type Stretch, startsAt } from './stretch.ts';

/** A family of words, ready to be looked for. */
export type WordFamily = {
  /**
   * What stands for the whole family in the index: a term that no word can be spelt like. Of words alike it is the term of the first, so
   * that the index counts them as that word.
   */
  readonly token: string;
  readonly closeness: ListedFamily['closeness'];
  readonly members: readonly TermSequence[];
  /** Its plain words, each with its term. */
  readonly says: readonly PlainWord[];
  /** The single words of each member. */
  readonly words: readonly (readonly PlainWord[])[];
};

/** A single word that passages on the matter print. */
export type PlainWord = { readonly word: string; readonly term: string };

/** Where a row of terms holds a member of a family. */
export type FamilyMatch = Stretch & { readonly family: WordFamily };

/** Finds the families that a row of terms holds a member of, once for each time. */
export type FamilyFinder = (terms: readonly { readonly term: string }[]) => FamilyMatch[];

/** Makes the finder for families as the editor lists them. */
export function createFamilyFinder(lists: readonly ListedFamily[]): FamilyFinder {
  const byFirst = new Map<string, { family: WordFamily; member: TermSequence }[]>();
  for (const [number, { closeness, members: listed, says }] of lists.entries()) {
    const words = listed.map(toPlainWords);
    const members = new Map<string, TermSequence>();
    for (const sequence of words.map((member) => member.map(({ term }) => term)))
      if (sequence.length > 0) members.set(sequence.join(' '), sequence);
    const family: WordFamily = {
      token: (closeness === 'alike' ? words[0]?.[0]?.term : undefined) ?? `~${number}`,
      closeness,
      members: [...members.values()],
      says: says.flatMap(toPlainWords),
      words,
    };
    for (const member of family.members) {
      const first = member[0] ?? '';
      const known = byFirst.get(first);
      if (known) known.push({ family, member });
      else byFirst.set(first, [{ family, member }]);
    }
  }
  return (terms) =>
    terms.flatMap(({ term }, at) =>
      (byFirst.get(term) ?? [])
        .filter(({ member }) => startsAt(terms, at, member))
        .map(({ family, member }) => ({ family, at, length: member.length })),
    );
}

const toPlainWords = (text: string): PlainWord[] =>
  splitTerms(text).map(({ term, normal }) => ({ word: normal, term }));
