import type { Corpus } from '../../../domain/corpus.ts';
import { FACET_NAMES, facetOf, NO_FILTERS, optionsById } from '../../../search/facets/facets.ts';
import { EMPTY_QUERY, narrow, type Query } from '../../../search/query/query.ts';
import { listTypedFilters } from '../../../search/query/typed-filters.ts';
import type { Addresses } from '../../addresses/addresses.ts';

/** A filter that is set, with the address of the search without it. */
export type Chip = { readonly label: string; readonly removeHref: string };

/** The filters that are set: those typed into the box, then the others. */
export const toChips = (query: Query, corpus: Corpus, address: Addresses): Chip[] => [
  ...listTypedFilters(query.text).map(({ typed, rest }) => ({
    label: `In the search box: ${typed}`,
    removeHref: address.search({ ...query, text: rest }),
  })),
  ...FACET_NAMES.flatMap((name) => {
    const options = optionsById(name, corpus);
    return query.filters[name].map((id) => ({
      label: `${facetOf(name).label}: ${options.get(id)?.inSentence ?? options.get(id)?.label ?? id}`,
      removeHref: address.search(
        narrow(query, { [name]: query.filters[name].filter((other) => other !== id) }),
      ),
    }));
  }),
];

/** What is left of a query without its filters, those typed in the box among them. */
export function withoutFilters(query: Query): Query {
  let { text } = query;
  for (let typed = listTypedFilters(text)[0]; typed; typed = listTypedFilters(text)[0]) text = typed.rest;
  return { ...query, text, filters: NO_FILTERS, tagMode: EMPTY_QUERY.tagMode };
}
