import type { CslItem } from './csl-item.ts';
import type { SourceId } from './ids.ts';

/** A work of the bibliography, which essays cite by its id. */
export type Source = CslItem & {
  readonly id: SourceId;
  /** A plain sentence that a reader needs: what is uncertain about the work. */
  readonly note?: string;
};
