import type { Catalogue } from '../../domain/catalogue.ts';
import type { Concept } from '../../domain/concept.ts';
import type { Perspective } from '../../domain/perspective.ts';
import { EMPTY_QUERY, type Query } from '../../search/query.ts';
import type { Results } from '../../search/results.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { toEssayCard } from './essay-card.ts';
import { toTagLink } from './passage-view.ts';
import { pagesOf, toSearchView, withCapital } from './search-view.ts';
import { findTwoViews } from './two-views.ts';

/** The search that lists a topic's passages, those most about it first. */
export const tagQuery = (concept: Concept, page: number): Query => ({
  ...EMPTY_QUERY,
  tags: [concept.id],
  page,
});

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
    ...toSearchView(results, notices, catalogue, address),
    pages: pagesOf(results.query, results.total, (page) => address.tag(concept.id, page)),
    concept,
    guide: guide && toEssayCard(guide, address),
    // Whoever turns the page has seen them.
    twoViews: results.query.page === 1 ? findTwoViews(concept, catalogue, address) : undefined,
    searchHref: address.search(results.query),
    views: results.facets.perspectives.map(withCapital).map(({ id, label, count }) => ({
      label,
      count,
      href: address.search(results.query, { perspective: id as Perspective }),
    })),
    neighbours: [
      { name: 'Part of', links: linksOf(concept.broader) },
      { name: 'Includes', links: linksOf(catalogue.narrowerThan(concept).map(({ id }) => id)) },
      { name: 'Related topics', links: linksOf(concept.related) },
    ].filter(({ links }) => links.length > 0),
  };
}
