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

/** So many other words may stand between those of a label: farther apart they belong to different thoughts. */
const MOST_BETWEEN = 3;

/**
 * Makes the function that tells which concepts a query means, by their labels. A label matches when all its content
 * words are in the query near each other, in any order ("letting go of control" in "why can't they let go of their control?"); one with
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
          ? contentTerms.every((term) => asked.has(term)) &&
            shortestSpan(words, contentTerms) <= terms.length + MOST_BETWEEN
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

/** How many words there are from the first to the last of some terms where they stand nearest. */
function shortestSpan(words: readonly Term[], terms: readonly string[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let from = 0; from < words.length; from += 1) {
    const left = new Set(terms);
    for (let at = from; at < words.length && left.size > 0; at += 1) {
      left.delete(words[at]?.term ?? '');
      if (left.size === 0) best = Math.min(best, at - from + 1);
    }
  }
  return best;
}

/** Whether a label is a name that belongs to the concept ("Care Act"): all others but `prefLabel` are in lower case. */
export const isNameLabel = ({ prefLabel }: Concept, label: string): boolean =>
  label !== prefLabel && /\p{Lu}/u.test(label);
