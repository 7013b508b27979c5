import { Router } from 'express';
import { harvardReference } from '../../citation/harvard-reference.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { EMPTY_QUERY } from '../../search/query.ts';
import type { Search } from '../../search/results.ts';
import { noticesOf } from '../params/notices.ts';
import { parseSearchParams, searchAddress } from '../params/search-params.ts';
import { groupEssays } from '../views/essay-card.ts';
import { toEssayView } from '../views/essay-view.ts';
import { HELP_EXAMPLES } from '../views/example-searches.ts';
import { toExploreView } from '../views/explore-view.ts';
import { toGlossaryView } from '../views/glossary-view.ts';
import { createHomeView } from '../views/home-view.ts';
import { toPassagePage } from '../views/passage-page.ts';
import { type Marks, toPassageView, toTagLink } from '../views/passage-view.ts';
import { countOf, pageInTitle, toSearchView } from '../views/search-view.ts';
import { findOtherUses, toSourcesView } from '../views/sources-view.ts';
import { tagAddress, tagQuery, toTagView } from '../views/tag-view.ts';
import { toTimelineView } from '../views/timeline-view.ts';
import { createMissingPages } from './missing-page.ts';
import { renderPage } from './render-page.ts';

/** The pages for people: each handler reads the request, asks, and renders a finished view. */
export function createPageRoutes(catalogue: Catalogue, search: Search, baseUrl: string): Router {
  const routes = Router();
  const { corpus } = catalogue;
  const { notFound, passageGone } = createMissingPages(catalogue, search);
  // What no request changes is worked out once.
  const explore = toExploreView(catalogue);
  const homeView = createHomeView(catalogue, search);

  routes.get('/', async (_request, response) => {
    const frame = { title: corpus.site.name, description: HOME_DESCRIPTION };
    renderPage(response, 'home', frame, await homeView());
  });

  routes.get('/search', async (request, response) => {
    const parsed = parseSearchParams(request.query, catalogue);
    const results = await search.find(parsed.query);
    const suggestions = search.suggest(parsed.query.text);
    const view = toSearchView(results, noticesOf(parsed, results), catalogue, suggestions);
    const count = view.text === '' ? '' : ` (${countOf(results)})`;
    const title = `${view.heading}${count}${pageInTitle(results.query)}`;
    const description =
      'Search passages on co-production by words, topic, author and whose view they report.';
    const frame = { title, description, scripts: ['live-filters.js'], isUnlisted: view.isAsked };
    renderPage(response, 'search', frame, view);
  });

  routes.get('/tags', (_request, response) => {
    const entries = corpus.concepts.map((concept) => ({
      ...toTagLink(concept.id, catalogue),
      definition: concept.definition,
      count: catalogue.countOf(concept),
    }));
    const description = 'The ideas of co-production that passages are about, each with what it means.';
    renderPage(response, 'tags', { title: 'Topics', description }, { entries });
  });

  routes.get('/tags/:id', async (request, response) => {
    const concept = catalogue.concept(request.params.id);
    if (!concept) return notFound(response, `There is no topic “${request.params.id}”.`);
    const parsed = parseSearchParams({ page: request.query.page }, catalogue);
    const results = await search.find(tagQuery(concept, parsed.query.page));
    const view = toTagView(concept, results, noticesOf(parsed, results), catalogue);
    const title = `${concept.prefLabel}${pageInTitle(results.query)}`;
    const canonical = tagAddress(concept, results.query.page);
    renderPage(response, 'tag', { title, canonical, description: concept.definition }, view);
  });

  routes.get('/explore', (_request, response) => {
    const description =
      'Which topics of co-production are talked about together, and which essays speak of which.';
    renderPage(response, 'explore', { title: 'Explore', description }, explore);
  });

  // A folder of content may have neither.
  if (corpus.glossary.length > 0) {
    const view = toGlossaryView(catalogue);
    routes.get('/glossary', (_request, response) =>
      renderPage(response, 'glossary', { title: 'Glossary', description: GLOSSARY_DESCRIPTION }, view),
    );
  }
  if (corpus.timeline.length > 0) {
    const view = toTimelineView(catalogue);
    routes.get('/timeline', (_request, response) =>
      renderPage(response, 'timeline', { title: 'Timeline', description: TIMELINE_DESCRIPTION }, view),
    );
  }

  routes.get('/essays', (_request, response) => {
    const description = 'Reading notes and guides on co-production, with their sources.';
    renderPage(response, 'essays', { title: 'Essays', description }, { groups: groupEssays(corpus.essays) });
  });

  routes.get('/essays/:slug', async (request, response) => {
    const essay = catalogue.essay(request.params.slug);
    if (!essay) return notFound(response, `There is no essay “${request.params.slug}”.`);
    const view = toEssayView(essay, catalogue, baseUrl, await marksOf(request.query.q));
    const frame = { title: essay.title, description: essay.summary, scripts: ['copy.js'] };
    renderPage(response, 'essay', frame, view);
  });

  routes.get('/passages/:id', async (request, response) => {
    const { id } = request.params;
    const passage = catalogue.passage(id);
    if (!passage) return passageGone(response, id);
    const marks = await marksOf(request.query.q);
    const view = toPassagePage(passage, catalogue, { baseUrl, marks, related: search.related(passage.id) });
    const title = `Passage ${view.position} of “${view.essayTitle}”`;
    renderPage(response, 'passage', { title, description: passage.text, scripts: ['copy.js'] }, view);
  });

  routes.get('/sources', (_request, response) => {
    const description = 'The works that the essays rest on, each with the passages that cite it.';
    renderPage(response, 'sources', { title: 'Sources', description }, toSourcesView(catalogue));
  });

  routes.get('/sources/:id', (request, response) => {
    const source = catalogue.source(request.params.id);
    if (!source) return notFound(response, `There is no source “${request.params.id}”.`);
    const citing = catalogue.passagesCiting(source);
    const description = `What passages on co-production say with this source: ${source.title}`;
    renderPage(
      response,
      'source',
      { title: source.title, description },
      {
        title: source.title,
        reference: harvardReference(source),
        note: source.note,
        passages: citing.map((passage) => toPassageView(passage, catalogue)),
        ...findOtherUses(source, catalogue),
      },
    );
  });

  routes.get('/help', (_request, response) => {
    const entries = HELP_EXAMPLES.map(({ typed, meaning }) => ({
      typed,
      meaning,
      href: searchAddress({ ...EMPTY_QUERY, text: typed }),
    }));
    const description = 'What you can type into the search box, with examples.';
    renderPage(response, 'help', { title: 'How to search', description }, { entries });
  });

  for (const [template, title, description] of PLAIN_PAGES) {
    routes.get(`/${template}`, (_request, response) =>
      renderPage(response, template, { title, description }, {}),
    );
  }
  routes.use((_request, response) => notFound(response, 'There is no page at this address.'));
  return routes;

  /** What a search that led to a page looked for; nothing if the reader came another way. */
  async function marksOf(q: unknown): Promise<Marks | undefined> {
    const { query } = parseSearchParams({ q }, catalogue);
    if (query.text.trim() === '') return undefined;
    const { marked } = await search.find({ ...query, perPage: 1 });
    return { text: query.text, marked };
  }
}

const GLOSSARY_DESCRIPTION =
  'Words that people use about co-production, each explained in two plain sentences.';
const TIMELINE_DESCRIPTION =
  'What happened when in co-production and around it, each event with its sources.';
const HOME_DESCRIPTION =
  'Look up how people who use services and professionals can work as equals: passages on co-production, with their sources.';

/** Pages that need nothing but their template: its name, which is their address, their title and what they hold. */
const PLAIN_PAGES = [
  ['about', 'About', 'What this knowledge base is, who wrote it and how, and what you may do with it.'],
  [
    'accessibility',
    'Accessibility statement',
    'What was tested and how, what is not known, and how to tell us of a problem.',
  ],
  ['privacy', 'Privacy', 'No cookies, no accounts, nothing from other companies.'],
] as const;
