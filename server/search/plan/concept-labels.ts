import { type Concept, labelsOf } from '../../domain/concept.ts';
import { splitTerms, type Term } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';

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

/** Whether a label is a name that belongs to the concept ("Care Act"): others but the name on the page are in lower case. */
export const isNameLabel = ({ prefLabel }: Concept, label: string): boolean =>
  label !== prefLabel && /\p{Lu}/u.test(label);

/** A concept that the words of a query lean to, though they hold none of its labels whole; how much, 0 to 1. */
export type LeaningConcept = { readonly concept: Concept; readonly share: number };

/** The most concepts that a query leans to, the least that counts, and the labels that a word alone must stand in. */
const LEANING = { concepts: 2, share: 0.15, labels: 3 } as const;

/**
 * Makes the function that tells which concepts a query leans to: "decide" stands in many labels of Sharing power, "money"
 * in those of several concepts. A word's share in a concept is that of its labels, squared, so that words of many concepts say little;
 * the more words the query has, the less one of them says.
 */
export function createLeaningFinder(
  concepts: readonly Concept[],
): (terms: readonly string[]) => LeaningConcept[] {
  const labelsWith = new Map<string, Map<Concept, number>>();
  for (const concept of concepts) {
    // A name ("Mental Health Act") says nothing of its words.
    const labels = labelsOf(concept).filter((label) => !isNameLabel(concept, label));
    for (const { term, normal } of labels.flatMap(splitTerms)) {
      if (STOP_WORDS.has(normal)) continue;
      const counts = labelsWith.get(term) ?? new Map<Concept, number>();
      labelsWith.set(term, counts.set(concept, (counts.get(concept) ?? 0) + 1));
    }
  }
  return (terms) => {
    const shares = new Map<Concept, number>();
    for (const term of terms) {
      const counts = labelsWith.get(term) ?? new Map<Concept, number>();
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      // Alone, a word of one or two idioms ("robbing Peter to pay Paul") means itself.
      if (terms.length === 1 && total < LEANING.labels) continue;
      for (const [concept, count] of counts) {
        // A word that stands in one label only is weak evidence: as if half of it were unknown.
        const share = (count / total) ** 2 * (total / (total + 1));
        shares.set(concept, (shares.get(concept) ?? 0) + share / terms.length ** 0.7);
      }
    }
    return [...shares]
      .map(([concept, share]) => ({ concept, share }))
      .filter(({ share }) => share >= LEANING.share)
      .sort((a, b) => b.share - a.share)
      .slice(0, LEANING.concepts);
  };
}
