import type { ConceptId, SourceId } from './ids.ts';

/** Something that happened in the field. */
export type TimelineEntry = {
  /** From its date, `event-1972-09-20`; of several on one date the later ones end in -2, -3 … Unique. */
  readonly id: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as the sources give it. */
  readonly date: string;
  /** One plain sentence. */
  readonly what: string;
  readonly sources: readonly SourceId[];
  readonly concepts: readonly ConceptId[];
};
