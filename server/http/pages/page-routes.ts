import { Router } from 'express';
import { harvardReference } from '../../citation/harvard-reference.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { collectionOf, listPages, pagePath } from '../../domain/pages.ts';
import type { Search } from '../../search/search.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { noticesOf } from '../params/notices.ts';
import { parseSearchParams, type RawParams } from '../params/search-params.ts';
import { quoteSent } from '../params/sent-text.ts';
import { toEssayView } from '../views/essay-view.ts';
import { createMarker, type Marker } from '../views/partials/mark-html.ts';
import { toPassageView } from '../views/partials/passage-view.ts';
import { toPassagePage } from '../views/passage-page.ts';
import { pageInTitle } from '../views/results/results-summary.ts';
import { describeReading, findOtherUses } from '../views/sources-view.ts';
import { tagQuery, toTagView } from '../views/tag-view.ts';
import { createFixedPages } from './fixed-pages.ts';
import { createMissingPages } from './missing-page.ts';
import { renderFixedPage, renderPage } from './render-page.ts';

/** So many related passages stand beside a passage. */
const RELATED = 4;

/** The pages for people: each handler reads the request, asks, and renders a finished view. */
export function createPageRoutes(catalogue: Catalogue, search: Search, address: SiteAddresses): Router {
  const routes = Router();
  const { notFound, passageGone } = createMissingPages(catalogue, search, address);
  const fixedPages = createFixedPages(catalogue, search, address);

  for (const id of listPages(catalogue.sizes)) {
    routes.get(pagePath(id), async (request, response) => {
      const { view, frame } = await fixedPages[id](request);
      renderFixedPage(response, id, { canonical: address.whole.page(id), ...frame }, view);
    });
  }

  routes.get('/tags/:id', async (request, response) => {
    const concept = catalogue.concept(request.params.id);
    if (!concept) return notFound(response, `There is no topic ${quoteSent(request.params.id)}.`);
    const parsed = parseSearchParams({ page: request.query.page }, catalogue);
    const results = await search.find(tagQuery(concept, parsed.query.page));
    const view = toTagView(concept, results, noticesOf(parsed, results), catalogue, address);
    const { page } = results.query;
    renderPage(
      response,
      'tag',
      {
        title: `${concept.prefLabel}${pageInTitle(results.query)}`,
        description: concept.definition,
        canonical: address.whole.tag(concept.id, page),
        section: 'tags',
      },
      view,
    );
  });

  for (const collection of ['essays', 'tools'] as const) {
    routes.get(`/${collection}/:slug`, async (request, response) => {
      const essay = catalogue.essay(request.params.slug);
      if (!essay || collectionOf(essay) !== collection) {
        const name = collection === 'tools' ? 'tool' : 'essay';
        return notFound(response, `There is no ${name} ${quoteSent(request.params.slug)}.`);
      }
      const view = await toEssayView(essay, catalogue, address, markerOf(request.query));
      renderPage(
        response,
        'essay',
        {
          title: essay.title,
          description: essay.summary,
          canonical: address.whole.essay(essay),
          section: collection,
          scripts: ['copy.js'],
        },
        view,
      );
    });
  }

  routes.get('/passages/:id', async (request, response) => {
    const { id } = request.params;
    const passage = catalogue.passage(id);
    if (!passage) return passageGone(response, id);
    const related = await search.related(passage.id, RELATED);
    const view = await toPassagePage(passage, catalogue, address, {
      marker: markerOf(request.query),
      related: related.flatMap((other) => catalogue.passage(other) ?? []),
    });
    renderPage(
      response,
      'passage',
      {
        title: `Passage ${view.position} of “${view.essayTitle}”`,
        description: passage.text,
        canonical: address.whole.passage(passage.id),
        scripts: ['copy.js'],
      },
      view,
    );
  });

  routes.get('/sources/:id', (request, response) => {
    const source = catalogue.source(request.params.id);
    if (!source) return notFound(response, `There is no source ${quoteSent(request.params.id)}.`);
    const citing = catalogue.passagesCiting(source);
    renderPage(
      response,
      'source',
      {
        title: source.title,
        description: `What passages on co-production say with this source: ${source.title}`,
        canonical: address.whole.source(source.id),
        section: 'sources',
      },
      {
        title: source.title,
        reference: harvardReference(source),
        note: source.note,
        reading: describeReading(source),
        passages: citing.map((passage) => toPassageView(passage, catalogue, address)),
        ...findOtherUses(source, catalogue, address),
      },
    );
  });

  routes.use((_request, response) => notFound(response, 'There is no page at this address.'));
  return routes;

  /** Marks what the search that led to a page looked for; nothing if the reader came another way. */
  function markerOf({ q, exact, without }: RawParams): Marker | undefined {
    return createMarker(search, parseSearchParams({ q, exact, without }, catalogue).query);
  }
}
