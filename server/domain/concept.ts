import type { ConceptId, EssaySlug } from './ids.ts';

/** An idea that tags passages, after SKOS (https://www.w3.org/TR/skos-reference/). */
export type Concept = {
  readonly id: ConceptId;
  /** The name on the page. */
  readonly prefLabel: string;
  readonly definition: string;
  /** What a passage must say to carry the tag, and what it does not cover. */
  readonly scopeNote: string;
  readonly broader: readonly ConceptId[];
  /** Symmetric: each names the other. */
  readonly related: readonly ConceptId[];
  /** Other names for the concept, shown on its page. */
  readonly altLabels: readonly string[];
  /** Everyday wordings that mean the concept; for search, never shown. */
  readonly hiddenLabels: readonly string[];
  /** The essay that is the guide to it. */
  readonly guide?: EssaySlug;
};

/** Every label of a concept, the name on the page first. */
export const labelsOf = ({ prefLabel, altLabels, hiddenLabels }: Concept): string[] => [
  prefLabel,
  ...altLabels,
  ...hiddenLabels,
];
