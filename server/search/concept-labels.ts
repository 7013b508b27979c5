import { type Concept, labelsOf } from '../domain/concept.ts';
import { splitTerms, type Term } from '../language/split-terms.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A concept that a query means. */
export type MeantConcept = {
  readonly concept: Concept;
  /** The label that shows it. */
  readonly label: string;
  /** The terms of the label. */
  readonly terms: readonly string[];
};

type Label = {
  readonly concept: Concept;
  readonly label: string;
  /** All terms of the label, in order. */
  readonly all: readonly string[];
  /** Its terms without stop words. */
  readonly telling: readonly string[];
};

/**
 * Makes the function that tells which concepts a query means. A label counts when all its telling words are in the
 * query, in any order ("letting go of control" in "why can't they let go of their control?"); a label of one telling
 * word ("who decides") must stand in the query as it is written. A label within a longer one that counts is left out:
 * "sign language act" is about law and not about sign language.
 */
export function createConceptFinder(
  concepts: readonly Concept[],
): (words: readonly Term[]) => MeantConcept[] {
  const labels = concepts.flatMap((concept) =>
    labelsOf(concept).map((label): Label => {
      const terms = splitTerms(label);
      return {
        concept,
        label,
        all: terms.map(({ term }) => term),
        telling: terms.filter(({ normal }) => !STOP_WORDS.has(normal)).map(({ term }) => term),
      };
    }),
  );
  const byTerm = new Map<string, Label[]>();
  for (const label of labels) {
    const key = label.telling[0] ?? label.all[0];
    if (key !== undefined) byTerm.set(key, [...(byTerm.get(key) ?? []), label]);
  }
  return (words) => {
    const terms = new Set(words.map(({ term }) => term));
    const row = ` ${words.map(({ term }) => term).join(' ')} `;
    const found = [...terms]
      .flatMap((term) => byTerm.get(term) ?? [])
      .filter(({ all, telling }) =>
        telling.length > 1 ? telling.every((term) => terms.has(term)) : row.includes(` ${all.join(' ')} `),
      )
      .sort((a, b) => b.all.length - a.all.length);
    const kept: Label[] = [];
    for (const label of found) {
      const isWithin = kept.some(
        ({ concept, all }) => concept !== label.concept && label.all.every((term) => all.includes(term)),
      );
      if (!isWithin && !kept.some(({ concept }) => concept === label.concept)) kept.push(label);
    }
    return kept.map(({ concept, label, all }) => ({ concept, label, terms: all }));
  };
}
