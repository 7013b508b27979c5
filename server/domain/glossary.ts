import type { ConceptId, EssaySlug, SourceId } from './ids.ts';

/** A word of the field, explained. */
export type GlossaryEntry = {
  /** Kebab-case; unique in the glossary. */
  readonly id: string;
  /** As it stands in a sentence. */
  readonly term: string;
  /** Other forms that a text may use, such as an abbreviation. */
  readonly also: readonly string[];
  /** Two plain sentences. */
  readonly definition: string;
  /** Concepts that it belongs to, the nearest first. */
  readonly concepts: readonly ConceptId[];
  /** Sources of what the definition states as a fact. */
  readonly sources: readonly SourceId[];
  /** The essay that says more. */
  readonly guide?: EssaySlug;
};
