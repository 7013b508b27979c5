import { bitOf, FACET_NAMES, type FacetTable, type FilterTest } from './filter-passages.ts';
import type { Facets, FacetValue } from './results.ts';

/**
 * Counts what the results could be narrowed to. Tags add up (each further one narrows), so they are counted among the
 * passages that meet all filters; of perspective, author, kind and essay only one can be chosen, so each is counted as
 * if it were not, and shows what changing it would give.
 *
 * @param places the passages that match the text, before any filter
 */
export function countFacets(
  places: readonly number[],
  filter: FilterTest,
  tagMode: 'all' | 'any',
  table: FacetTable,
): Facets {
  const counts = FACET_NAMES.map((name) => ({
    ...{ rows: table[name].rows, values: table[name].values, own: bitOf(name) },
    of: new Uint32Array(table[name].values.length),
    // "Any of these tags" widens with each tag, so its counts too are taken as if none were chosen.
    ...(name === 'tags' && tagMode === 'all' && { own: 0 }),
  }));
  for (const place of places) {
    const failed = filter(place);
    for (const { rows, own, of } of counts) {
      if ((failed & ~own) !== 0) continue;
      for (const value of rows[place] as readonly number[]) of[value] = (of[value] as number) + 1;
    }
  }
  const [tags = [], perspectives = [], authors = [], kinds = [], essays = []] = counts.map(({ values, of }) =>
    values
      .flatMap(({ id, label, rank }, number) => (of[number] ? [{ id, label, rank, count: of[number] }] : []))
      .sort((a, b) => b.count - a.count || a.rank - b.rank)
      .map(({ id, label, count }): FacetValue => ({ id, label, count })),
  );
  return { tags, perspectives, authors, kinds, essays };
}
