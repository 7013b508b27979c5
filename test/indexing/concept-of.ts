import type { Concept } from '../../server/domain/concept.ts';
import { conceptId } from '../../server/domain/ids.ts';

/** A concept of which nothing matters but its id and labels. */
export const conceptOf = (id: string, ...hiddenLabels: string[]): Concept => ({
  id: conceptId(id),
  prefLabel: id,
  definition: 'x',
  scopeNote: 'x',
  broader: [],
  related: [],
  altLabels: [],
  hiddenLabels,
});
