import { shorten } from '../../../domain/format.ts';
import { hasFilters } from '../../../search/facets/facets.ts';
import { EMPTY_QUERY, type Query } from '../../../search/query/query.ts';
import type { Results } from '../../../search/search.ts';
import type { Addresses } from '../../addresses/addresses.ts';
import type { Link } from '../partials/links.ts';

/** A heading names the search; the box has the whole of a long one. */
const HEADING_LENGTH = 80;

/** The heading of a page of results. */
export function headingOf({ text }: Query): string {
  const asked = text.trim();
  return asked === '' ? 'Search' : `Results for “${shorten(asked, HEADING_LENGTH)}”`;
}

/** What is added to the title of a page of results after the first. */
export const pageInTitle = ({ page }: Query): string => (page === 1 ? '' : `, page ${page}`);

const passages = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'passage' : 'passages'}`;

/** How many passages have what was asked for, without those at the end of the list that only come near. */
export const countOfPrinting = ({ total, totalNear }: Results): number => total - totalNear;

/** How many passages there are. */
export const countOf = (results: Results): string =>
  results.total === 0 ? 'No passages found' : passages(countOfPrinting(results));

/** Whether a query asks for anything. */
export const isAsking = ({ text, filters }: Query): boolean => text.trim() !== '' || hasFilters(filters);

/** How many passages there are, in words that say which. */
export function summaryOf(results: Results): string {
  const { query, totalMatchingAll: all, totalNear } = results;
  const total = countOfPrinting(results);
  if (total === 0) return isAsking(query) ? 'No passages found' : 'Topics to start from';
  if (query.text.trim() === '') return passages(total);
  if (totalNear > 0 && all === total) return `${passages(total)} ${total === 1 ? 'prints' : 'print'} this`;
  if (all === total)
    return query.match === 'all'
      ? `${passages(total)} with all your words (or words that mean the same)`
      : passages(total);
  const some = 'with some of them or on their topics';
  if (all === 0)
    return `No passage has all your words. There ${total === 1 ? 'is' : 'are'} ${passages(total)} ${some}.`;
  const more = (total - all).toLocaleString('en-GB');
  return `${passages(all)} with all your words (or words that mean the same), and ${more} more ${some}`;
}

/** Which passages the numbers beside the filters count. */
export const countedBy = ({ facetsCount }: Results): string =>
  facetsCount === 'matchingAll'
    ? 'passages with all your words (or words that mean the same)'
    : 'passages with some of your words';

/** A link to fewer passages, or back to more. */
export function widenLink(results: Results, address: Addresses): Link | undefined {
  const { query, totalMatchingAll } = results;
  const total = countOfPrinting(results);
  if (query.match === 'all')
    return {
      href: address.search(query, { match: EMPTY_QUERY.match }),
      label: 'Show passages with some of your words too',
    };
  if (totalMatchingAll === 0 || totalMatchingAll === total) return undefined;
  return { href: address.search(query, { match: 'all' }), label: 'Show only passages with all your words' };
}

/** A link to filters that count all passages with some of the words, or back to those with all. */
export function recountLink(results: Results, address: Addresses): Link | undefined {
  const { query, totalMatchingAll, facetsCount } = results;
  const total = countOfPrinting(results);
  if (query.match === 'some' && totalMatchingAll > 0)
    return {
      href: address.search(query, { match: EMPTY_QUERY.match }),
      label: 'Count those with all your words only',
    };
  if (query.match !== 'best' || facetsCount === 'matchingSome' || totalMatchingAll === total)
    return undefined;
  return { href: address.search(query, { match: 'some' }), label: `Count all ${passages(total)} instead` };
}
