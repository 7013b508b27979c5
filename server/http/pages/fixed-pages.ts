import type { Request } from 'express';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { PageId } from '../../domain/pages.ts';
import { EMPTY_QUERY } from '../../search/query/query.ts';
import type { Search } from '../../search/search.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { noticesOf } from '../params/notices.ts';
import { parseSearchParams } from '../params/search-params.ts';
import { HELP_EXAMPLES } from '../views/example-searches.ts';
import { toExploreView } from '../views/explore-view.ts';
import { toGlossaryView } from '../views/glossary-view.ts';
import { createHomeView } from '../views/home-view.ts';
import { groupEssays, toEssayCard } from '../views/partials/essay-card.ts';
import { toTagLink } from '../views/partials/links.ts';
import { countOf, pageInTitle } from '../views/results/results-summary.ts';
import { toSearchView } from '../views/results/search-view.ts';
import { countReadings, createSourcesView, sourcesAddress } from '../views/sources-view.ts';
import { toTimelineView } from '../views/timeline-view.ts';
import type { PageFrame } from './render-page.ts';

/** What a page prints, and what its frame says of it that the list of pages does not. */
export type PageContent = { readonly view: object; readonly frame?: Partial<PageFrame> };

/** Makes what a fixed page prints, for each request anew. */
export type PageMaker = (request: Request) => PageContent | Promise<PageContent>;

/** Makes the views of all fixed pages. What no request changes is worked out once. */
export function createFixedPages(
  catalogue: Catalogue,
  search: Search,
  address: SiteAddresses,
): Readonly<Record<PageId, PageMaker>> {
  const { corpus } = catalogue;
  const sourcesView = createSourcesView(catalogue, address);
  const homeView = createHomeView(catalogue, search, address);
  const tags = corpus.concepts.map((concept) => ({
    ...toTagLink(concept.id, catalogue, address),
    definition: concept.definition,
    count: catalogue.countOf(concept),
  }));
  const examples = HELP_EXAMPLES.map(({ typed, meaning }) => ({
    typed,
    meaning,
    href: address.search({ ...EMPTY_QUERY, text: typed }),
  }));
  return {
    home: async () => ({ view: await homeView(), frame: { title: corpus.site.name } }),
    search: async (request) => {
      const parsed = parseSearchParams(request.query, catalogue);
      const results = await search.find(parsed.query);
      const view = toSearchView(results, noticesOf(parsed, results), catalogue, address);
      const count = view.text === '' ? '' : ` (${countOf(results)})`;
      const title = `${view.heading}${count}${pageInTitle(results.query)}`;
      return { view, frame: { title, scripts: ['live-filters.js'], isUnlisted: view.isAsked } };
    },
    tags: always({ entries: tags }),
    explore: always(toExploreView(catalogue, address)),
    essays: always({ groups: groupEssays(corpus.essays, address) }),
    tools: always({
      tools: corpus.essays.filter(({ kind }) => kind === 'tool').map((tool) => toEssayCard(tool, address)),
    }),
    glossary: always(toGlossaryView(catalogue, address)),
    sources: (request) => {
      const { letter } = request.query;
      const view = sourcesView(typeof letter === 'string' ? letter : '');
      const asked = letter === undefined ? undefined : view.shown?.letter;
      return {
        view,
        frame:
          asked === undefined
            ? {}
            : { title: `Sources: ${asked}`, canonical: sourcesAddress(asked, address.whole) },
      };
    },
    help: always({ entries: examples }),
    timeline: always(toTimelineView(catalogue, address)),
    about: always(countReadings(corpus.sources)),
    accessibility: always({}),
    privacy: always({}),
  };
}

/** A page that is the same for everyone. */
function always(view: object): PageMaker {
  const content = { view };
  return () => content;
}
