import type { SourceId } from './ids.ts';

/** A name of a CSL item: a person, or a body as `literal`. */
export type SourceName = { readonly family: string; readonly given?: string } | { readonly literal: string };

/** A date of a CSL item: year, month and day as far as known, or words where it is uncertain. */
export type SourceDate =
  | { readonly year: number; readonly month?: number; readonly day?: number }
  | { readonly literal: string };

/** A work that essays cite: the fields of a CSL 1.0.2 item that this project uses, under its own names' case. */
export type Source = {
  readonly id: SourceId;
  /** CSL type, such as `article-journal`, `report`, `post-weblog`. */
  readonly type: string;
  readonly title: string;
  readonly author: readonly SourceName[];
  readonly editor: readonly SourceName[];
  readonly issued?: SourceDate;
  readonly interviewer?: readonly SourceName[];
  readonly containerTitle?: string;
  readonly eventTitle?: string;
  readonly section?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly genre?: string;
  readonly url?: string;
  readonly doi?: string;
  /** A plain sentence that a reader needs: what is uncertain about the work. */
  readonly note?: string;
};
