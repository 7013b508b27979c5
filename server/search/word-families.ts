import { splitTerms } from '../language/split-terms.ts';

/** A row of terms that stands for a member of a family: one for a word, several for a phrase. */
export type TermSequence = readonly string[];

/** A family of words, ready to be looked for. */
export type WordFamily = {
  /** The term that stands for the whole family in the index: no word can be spelt so. */
  readonly token: string;
  /** The first member, as the editor wrote it. */
  readonly name: string;
  readonly members: readonly TermSequence[];
};

/** Finds families in a row of terms. */
export type FamilyMatcher = {
  readonly families: readonly WordFamily[];
  /** The families that the terms hold a member of, once for each place; with the place of its first term and its length. */
  find(
    terms: readonly { readonly term: string }[],
  ): { readonly family: WordFamily; readonly at: number; readonly length: number }[];
};

/** Makes the matcher for families as the vocabulary lists them. */
export function createFamilyMatcher(lists: readonly (readonly string[])[]): FamilyMatcher {
  const families = lists.map((list): WordFamily => {
    const members = new Map<string, TermSequence>();
    for (const member of list) {
      const sequence = splitTerms(member).map(({ term }) => term);
      if (sequence.length > 0) members.set(sequence.join(' '), sequence);
    }
    return { token: `~${list[0] ?? ''}`, name: list[0] ?? '', members: [...members.values()] };
  });
  const byFirst = new Map<string, { family: WordFamily; member: TermSequence }[]>();
  for (const family of families) {
    for (const member of family.members) {
      const first = member[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), { family, member }]);
    }
  }
  return {
    families,
    find(terms) {
      return terms.flatMap(({ term }, at) =>
        (byFirst.get(term) ?? [])
          .filter(({ member }) => startsAt(terms, at, member))
          .map(({ family, member }) => ({ family, at, length: member.length })),
      );
    },
  };
}

/** Whether a sequence of terms stands at a place in a row of terms. */
export const startsAt = (
  terms: readonly { readonly term: string }[],
  at: number,
  sequence: TermSequence,
): boolean => sequence.every((term, index) => terms[at + index]?.term === term);
