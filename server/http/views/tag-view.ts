import type { Catalogue } from '../../domain/catalogue.ts';
import type { Concept } from '../../domain/concept.ts';
import { EMPTY_QUERY, narrow, type Query } from '../../search/query/query.ts';
import type { Results } from '../../search/search.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { toEssayCard } from './partials/essay-card.ts';
import { toTagLink } from './partials/links.ts';
import { toHitLists } from './results/hit-list.ts';
import { toPageLinks } from './results/page-links.ts';
import { summaryOf } from './results/results-summary.ts';
import { findTwoViews } from './two-views.ts';

/** The search that lists a topic's passages, those most about it first. */
export const tagQuery = (concept: Concept, page: number): Query =>
  narrow({ ...EMPTY_QUERY, page }, { tag: [concept.id] });

/** Everything that the page of a topic prints: what it means, two views of it, its passages and its neighbours. */
export function toTagView(
  concept: Concept,
  results: Results,
  notices: readonly string[],
  catalogue: Catalogue,
  address: SiteAddresses,
) {
  const guide = concept.guide === undefined ? undefined : catalogue.essay(concept.guide);
  const linksOf = (ids: Concept['related']) => ids.map((id) => toTagLink(id, catalogue, address));
  return {
    notices,
    summary: summaryOf(results),
    hits: toHitLists(results, catalogue, address).hits,
    pages: toPageLinks(results.query, results.total, (page) => address.tag(concept.id, page)),
    concept,
    guide: guide && toEssayCard(guide, address),
    // Whoever turns the page has seen them.
    twoViews: results.query.page === 1 ? findTwoViews(concept, catalogue, address) : undefined,
    searchHref: address.search(results.query),
    views: results.facets.perspective.map(({ id, label, count }) => ({
      label,
      count,
      href: address.search(narrow(results.query, { perspective: [id] })),
    })),
    quotable: results.facets.quotable.map(({ count }) => ({
      count,
      href: address.search(narrow(results.query, { quotable: ['yes'] })),
    })),
    neighbours: [
      { name: 'Part of', links: linksOf(concept.broader) },
      { name: 'Includes', links: linksOf(catalogue.narrowerThan(concept).map(({ id }) => id)) },
      { name: 'Related topics', links: linksOf(concept.related) },
    ].filter(({ links }) => links.length > 0),
  };
}
