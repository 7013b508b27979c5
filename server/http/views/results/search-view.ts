import type { Catalogue } from '../../../domain/catalogue.ts';
import { idsIn } from '../../../domain/table.ts';
import { EMPTY_QUERY, type Query, SORTS } from '../../../search/query/query.ts';
import type { Results } from '../../../search/search.ts';
import type { SiteAddresses } from '../../addresses/addresses.ts';
import { toTagLink } from '../partials/links.ts';
import { toWordView } from '../partials/word-view.ts';
import { toLeftOut, toLookedWords } from './also-looked.ts';
import { toChips, withoutFilters } from './filter-chips.ts';
import { toFilterGroups } from './filter-groups.ts';
import { toHitLists } from './hit-list.ts';
import { toPageLinks } from './page-links.ts';
import { countedBy, headingOf, isAsking, recountLink, summaryOf, widenLink } from './results-summary.ts';
import { listTopics } from './topics.ts';

/** Everything that the page of results prints. */
export function toSearchView(
  results: Results,
  notices: readonly string[],
  catalogue: Catalogue,
  address: SiteAddresses,
) {
  const { query, total, corrections, alsoSearched } = results;
  const { corpus } = catalogue;
  const exactHref = address.search(query, { isExact: true });
  return {
    heading: headingOf(query),
    text: query.text,
    notices,
    summary: summaryOf(results),
    isAsked: isAsking(query),
    facetsCount: countedBy(results),
    widen: widenLink(results, address),
    corrections,
    also: {
      alsoTopics: alsoSearched
        .filter(({ kind }) => kind === 'concept')
        .map(({ id }) => toTagLink(id, catalogue, address)),
      alsoWords: alsoSearched.filter(({ kind }) => kind === 'family').map(({ label }) => label),
      lookedWords: toLookedWords(alsoSearched, query, address),
      leftOut: toLeftOut(query, address),
      exactHref,
    },
    guides: results.guides.flatMap((slug) => {
      const guide = catalogue.essay(slug);
      return guide ? [{ label: guide.title, href: address.essay(guide) }] : [];
    }),
    words: results.words.flatMap((id) => {
      const entry = catalogue.word(id);
      return entry ? [toWordView(entry, catalogue, address)] : [];
    }),
    exactHref,
    inexactHref: query.isExact ? address.search(query, { isExact: false }) : undefined,
    chips: toChips(query, corpus, address),
    clearHref: address.search(withoutFilters(query)),
    recount: recountLink(results, address),
    ...toHitLists(results, catalogue, address),
    filters: toFilterGroups(results, corpus),
    tagMode: query.tagMode,
    sorts: idsIn(SORTS).map((sort) => ({
      label: SORTS[sort],
      href: address.search(query, { sort }),
      isChosen: query.sort === sort,
    })),
    hidden: hiddenFields(query),
    pages: toPageLinks(query, total, (page) => address.search(query, { page })),
    topics: total === 0 ? listTopics(catalogue, address) : [],
  };
}

/** What the form has no field for must not be lost when it is sent. */
const hiddenFields = ({ match, isExact, without = [], sort, perPage }: Query) => [
  ...without.map((word) => ({ name: 'without', value: word })),
  ...(match === EMPTY_QUERY.match ? [] : [{ name: 'match', value: match }]),
  ...(isExact ? [{ name: 'exact', value: '1' }] : []),
  ...(sort === EMPTY_QUERY.sort ? [] : [{ name: 'sort', value: sort }]),
  ...(perPage === EMPTY_QUERY.perPage ? [] : [{ name: 'perPage', value: String(perPage) }]),
];
