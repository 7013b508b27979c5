import type { CslItem } from './csl-item.ts';
import type { SourceId } from './ids.ts';

/** How much of a work was read for this project. */
export const READINGS = { full: 'in full', excerpt: 'as an excerpt', no: 'not at all' } as const;

/** Fields that a work of its type should have, and that can be looked for without being found. */
export const FIELDS_NOT_FOUND = [
  'author',
  'issued',
  'container-title',
  'publisher',
  'volume',
  'issue',
  'page',
  'number',
  'editor',
  'DOI',
  'URL',
] as const;

/** The name of such a field. */
export type FieldNotFound = (typeof FIELDS_NOT_FOUND)[number];

/** A work of the bibliography, which essays cite by its id. */
export type Source = CslItem & {
  readonly id: SourceId;
  /** A plain sentence that a reader needs: what is uncertain about the work. */
  readonly note?: string;
  /** How much of it was read, on the day that `accessed` gives. */
  readonly read?: keyof typeof READINGS;
  /** What was looked for, and not found out. */
  readonly unknown?: readonly FieldNotFound[];
};
