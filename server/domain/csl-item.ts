import type { Name } from './name.ts';

/** A date of a CSL item: year, month (1 to 12) and day as far as known, or words where it is uncertain. */
export type CslDate =
  | { readonly 'date-parts': readonly [readonly [number, ...number[]]] }
  | { readonly literal: string };

/**
 * A work that can be cited, in the fields and under the names of CSL 1.0.2 that this project uses
 * (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). A source of the bibliography is
 * one as it stands in its file; an essay and a passage are made into one. Whatever prints or exports a reference, in
 * any style or format, starts from it.
 */
export type CslItem = {
  /** Unique among items of its kind. */
  readonly id: string;
  /** CSL type, such as `article-journal`, `report`, `post-weblog`. */
  readonly type: string;
  readonly title: string;
  readonly author: readonly Name[];
  readonly editor: readonly Name[];
  readonly interviewer?: readonly Name[];
  readonly issued?: CslDate;
  /** The letter that tells works of one label apart: `a` in "Boyle, 2010a". Given to the bibliography as a whole. */
  readonly 'year-suffix'?: string;
  readonly 'container-title'?: string;
  readonly 'event-title'?: string;
  readonly section?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly genre?: string;
  readonly URL?: string;
  readonly DOI?: string;
  /** The day on which it was read where `URL` leads. */
  readonly accessed?: { readonly 'date-parts': readonly [readonly [number, ...number[]]] };
};
