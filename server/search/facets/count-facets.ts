import type { DocId } from '../index/stored-passage-index.ts';
import { bitOf, columnsOf, type FacetTable } from './facet-table.ts';
import { type FacetName, forEachFacet } from './facets.ts';
import type { FilterTest, TagMode } from './filter-passages.ts';

/**
 * A value that results can be narrowed to, with the number of passages that have it. Choosing it leaves that many; where
 * any of several values will do, it adds its passages to those of the others.
 */
export type FacetValue = { readonly id: string; readonly label: string; readonly count: number };

/** The values of each facet that any passage has, most passages first, then by label. */
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/**
 * Counts what the results could be narrowed to. Where all chosen values must be there, each further one narrows, so they are
 * counted among the passages that meet all filters; where one will do, values are counted as if none of the facet were
 * chosen, and show what changing the choice would give.
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
    ignored: facet.choice === 'all or any' && tagMode === 'all' ? 0 : bitOf(name),
    counts: new Uint32Array(column.options.length),
  }));
  for (const docId of docIds) {
    const failed = filter(docId);
    for (const { column, ignored, counts } of counted) {
      if ((failed & ~ignored) !== 0) continue;
      for (const number of column.keptBy[docId] as readonly number[])
        counts[number] = (counts[number] as number) + 1;
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
