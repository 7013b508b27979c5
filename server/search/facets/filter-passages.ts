import type { DocId } from '../index/stored-passage-index.ts';
import { bitOf, columnsOf, type FacetTable } from './facet-table.ts';
import type { Filters } from './facets.ts';

/** Whether a passage must have all of several values, where the reader can say so, or one of them. */
export type TagMode = 'all' | 'any';

/**
 * The facets whose filters a passage fails, as bits (see `bitOf`): 0b101 fails those of the first and the third; 0
 * meets all.
 */
export type FilterTest = (docId: DocId) => number;

/** Makes the test of filters. */
export function makeFilter(filters: Filters, tagMode: TagMode, table: FacetTable): FilterTest {
  const tests = columnsOf(table)
    .filter(({ name }) => filters[name].length > 0)
    .map(({ name, facet, column }) => ({
      bit: bitOf(name),
      needsAll: facet.choice === 'one' || (facet.choice === 'all or any' && tagMode === 'all'),
      numbersOf: column.numbersOf,
      // An id stands for one value, words of a name for all names that hold them.
      chosen: filters[name].map(column.resolve),
    }));
  return (docId) => {
    let failed = 0;
    for (const { bit, needsAll, numbersOf, chosen } of tests) {
      const own = numbersOf[docId] ?? [];
      const has = (values: ReadonlySet<number>) => own.some((number) => values.has(number));
      if (!(needsAll ? chosen.every(has) : chosen.some(has))) failed |= bit;
    }
    return failed;
  };
}
