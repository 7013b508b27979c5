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
  /** In order, stop words among them. */
  readonly terms: readonly string[];
  /** Those of its content words: without stop words. */
  readonly contentTerms: readonly string[];
};

/**
 * Makes the function that tells which concepts a query means, by their labels. A label matches when all its content
 * words are in the query, in any order ("letting go of control" in "why can't they let go of their control?"); one with
 * a single content word ("who decides") must stand in the query as it is written. A label within a longer one that
 * matches is left out: "sign language act" is about law and not about sign language.
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
        terms: terms.map(({ term }) => term),
        contentTerms: terms.filter(({ normal }) => !STOP_WORDS.has(normal)).map(({ term }) => term),
      };
    }),
  );
  const byTerm = new Map<string, Label[]>();
  for (const label of labels) {
    const key = label.contentTerms[0] ?? label.terms[0];
    if (key !== undefined) byTerm.set(key, [...(byTerm.get(key) ?? []), label]);
  }
  return (words) => {
    const asked = new Set(words.map(({ term }) => term));
    const inOrder = ` ${words.map(({ term }) => term).join(' ')} `;
    const found = [...asked]
      .flatMap((term) => byTerm.get(term) ?? [])
      .filter(({ terms, contentTerms }) =>
        contentTerms.length > 1
          ? contentTerms.every((term) => asked.has(term))
          : inOrder.includes(` ${terms.join(' ')} `),
      )
      .sort((a, b) => b.terms.length - a.terms.length);
    const kept: Label[] = [];
    for (const label of found) {
      const isWithin = kept.some(
        ({ concept, terms }) =>
          concept !== label.concept && label.terms.every((term) => terms.includes(term)),
      );
      if (!isWithin && !kept.some(({ concept }) => concept === label.concept)) kept.push(label);
    }
    return kept.map(({ concept, label, terms }) => ({ concept, label, terms }));
  };
}

/** Whether a label is a name that belongs to the concept ("Care Act"): all others but `prefLabel` are in lower case. */
export const isNameLabel = ({ prefLabel }: Concept, label: string): boolean =>
  label !== prefLabel && /\p{Lu}/u.test(label);

/** A concept that the words of a query lean to, though they hold none of its labels whole; how much, 0 to 1. */
export type LeaningConcept = { readonly concept: Concept; readonly share: number };

/** When a query leans to a concept. */
const LEANING = {
  /** At most so many concepts. */
  concepts: 2,
  /** The least share that counts. */
  share: 0.15,
  /** A word that is asked for alone must stand in so many labels. */
  labels: 3,
} as const;

/**
 * Makes the function that tells which concepts a query leans to, by how many labels of each concept hold its words. The
 * share of a word's labels is squared, so that a word of many concepts counts little; and the more words a query has,
 * the less one counts.
 *
 *     "decide"  in 6 labels, all of Sharing power           → (6 ÷ 6)², all of it, to Sharing power
 *     "money"   in 3 labels of Resources and 3 of others    → (3 ÷ 6)², a quarter, to Resources
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
