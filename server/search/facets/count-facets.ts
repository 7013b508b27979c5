import type { DocId } from '../index/stored-passage-index.ts';
import { bitOf, columnsOf, type FacetTable } from './facet-table.ts';
import { type FacetName, forEachFacet } from './facets.ts';
import type { FilterTest, TagMode } from './filter-passages.ts';

/**
 * A value that results can be narrowed to, with the number of passages that choosing it leaves; where any of several
 * chosen values will do, the number of those that have it.
 */
export type FacetValue = { readonly id: string; readonly label: string; readonly count: number };

/** The values of each facet that any passage has, most passages first, then by label. */
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/**
 * Counts the values of each facet among the passages that meet the filters of all other facets: so the numbers say what
 * another choice would leave. Only where all chosen values must be there, passages must meet the facet's own filter
 * too, for there each further value narrows.
 *
 *     chosen: tag grief and tag carers (all), kind guide
 *     tags   are counted among passages of guides on grief and carers
 *     kinds  are counted among all passages on grief and carers
 *
 * @param docIds the passages that match the text, before any filter
 */
export function countFacets(
  docIds: readonly DocId[],
  filter: FilterTest,
  tagMode: TagMode,
  table: FacetTable,
): Facets {
  const counted = columnsOf(table).map(({ name, facet, column }) => ({
    name,
    column,
    // The facet's own filter, where it does not count.
    ignored: facet.choice === 'all or any' && tagMode === 'all' ? 0 : bitOf(name),
    counts: new Uint32Array(column.options.length),
  }));
  for (const docId of docIds) {
    const failed = filter(docId);
    for (const { column, ignored, counts } of counted) {
      if ((failed & ~ignored) !== 0) continue;
      for (const number of column.keptBy[docId] ?? []) counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const byName = new Map(counted.map(({ name, column, counts }) => [name, valuesOf(column.options, counts)]));
  return forEachFacet((name) => byName.get(name) ?? []);
}

const valuesOf = (
  options: readonly { readonly id: string; readonly label: string; readonly rank: number }[],
  counts: Uint32Array,
): FacetValue[] =>
  options
    .flatMap(({ id, label, rank }, number) => {
      const count = counts[number] ?? 0;
      return count > 0 ? [{ id, label, rank, count }] : [];
    })
    .sort((a, b) => b.count - a.count || a.rank - b.rank)
    .map(({ id, label, count }) => ({ id, label, count }));
