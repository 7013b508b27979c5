import { type Response, Router } from 'express';
import { harvardReference } from '../citation/cite-source.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { conceptId } from '../domain/ids.ts';
import type { Perspective } from '../domain/perspective.ts';
import { EMPTY_QUERY } from '../search/query.ts';
import type { Search } from '../search/results.ts';
import { noticesOf } from './notices.ts';
import { parseSearchParams, searchAddress } from './search-params.ts';
import { toEssayCard, toEssayView } from './views/essay-view.ts';
import { toPassagePage } from './views/passage-page.ts';
import { type Marks, toPassageView, toTagLink } from './views/passage-view.ts';
import { countOf, topicsOf, toSearchView } from './views/search-view.ts';

/** Searches on the home page that show what the search can do; a test keeps each of them fruitful. */
export const EXAMPLE_SEARCHES = [
  'share the agenda',
  'telling your story',
  'co-chair the board',
  'personal budgets',
  'fear of letting go',
];

/** What can be typed into the box, with what it does; a test keeps each of them fruitful. */
export const HELP_EXAMPLES = [
  { typed: 'why won’t managers let others decide?', meaning: 'A question, as you would ask it.' },
  { typed: 'rubber stamp', meaning: 'Everyday words: the search knows which topic they point to.' },
  {
    typed: '"share power"',
    meaning:
      'Words in quotation marks must stand side by side, in this order. Passages with exactly these words come first, then those with other endings, such as “sharing power”.',
  },
  {
    typed: 'grief -carers',
    meaning: 'A minus leaves out passages with that word. It works before quotation marks and filters too.',
  },
  {
    typed: 'anger tag:grief',
    meaning:
      'Only passages on a topic. Write the topic’s name after “tag:”, in quotation marks if it has several words.',
  },
  { typed: 'budgets author:morris', meaning: 'Only essays by someone, or about someone’s work.' },
  { typed: 'decisions in:"sharing power"', meaning: 'Only essays whose title has these words.' },
] as const;

/** The pages for people: each handler reads the request, asks, and renders a finished view. */
export function createPageRoutes(catalogue: Catalogue, search: Search, baseUrl: string): Router {
  const routes = Router();
  const { corpus } = catalogue;

  routes.get('/', (_request, response) => {
    render(response, 'home', corpus.site.name, {
      examples: EXAMPLE_SEARCHES.map((text) => ({
        text,
        href: searchAddress({ ...EMPTY_QUERY, text }),
      })),
      topics: topicsOf(catalogue),
      guides: corpus.essays.filter(({ kind }) => kind === 'guide').map(toEssayCard),
      essayCount: corpus.essays.filter(({ kind }) => kind !== 'essay').length,
      passageCount: corpus.passages.length,
    });
  });

  routes.get('/search', async (request, response) => {
    const parsed = parseSearchParams(request.query, catalogue);
    const results = await search.find(parsed.query);
    const view = toSearchView(results, noticesOf(parsed, results), catalogue);
    const title = view.text === '' ? view.heading : `${view.heading} (${countOf(results)})`;
    render(response, 'search', title, view);
  });

  routes.get('/tags', (_request, response) => {
    const entries = corpus.concepts.map((concept) => ({
      ...toTagLink(concept.id, catalogue),
      definition: concept.definition,
      count: catalogue.countOf(concept),
    }));
    render(response, 'tags', 'Topics', { entries });
  });

  routes.get('/tags/:id', async (request, response) => {
    const concept = catalogue.concept(request.params.id);
    if (!concept) return notFound(response, `There is no topic “${request.params.id}”.`);
    const parsed = parseSearchParams({ page: request.query.page }, catalogue);
    const results = await search.find({
      ...EMPTY_QUERY,
      tags: [conceptId(concept.id)],
      page: parsed.query.page,
    });
    const view = toSearchView(results, noticesOf(parsed, results), catalogue);
    const guide = concept.guide === undefined ? undefined : catalogue.essay(concept.guide);
    render(response, 'tag', concept.prefLabel, {
      ...view,
      concept,
      guide: guide && toEssayCard(guide),
      views: results.facets.perspectives.map(({ id, label, count }) => ({
        ...{ label, count },
        href: searchAddress(results.query, { perspective: id as Perspective }),
      })),
      broader: concept.broader.map((id) => toTagLink(id, catalogue)),
      narrower: catalogue.narrowerThan(concept).map(({ id }) => toTagLink(id, catalogue)),
      related: concept.related.map((id) => toTagLink(id, catalogue)),
    });
  });

  routes.get('/essays', (_request, response) => {
    const groups = [
      {
        heading: 'Reading notes',
        intro: 'Our notes on essays by others: what they say, and what it means for practice.',
        kind: 'reading-note',
      },
      {
        heading: 'Guides',
        intro: 'What the sources say on one subject, and what to do with it.',
        kind: 'guide',
      },
      { heading: 'Imported essays', intro: 'Texts by others, in their own words.', kind: 'essay' },
    ].map((group) => ({
      ...group,
      essays: corpus.essays.filter(({ kind }) => kind === group.kind).map(toEssayCard),
    }));
    render(response, 'essays', 'Essays', { groups: groups.filter(({ essays }) => essays.length > 0) });
  });

  routes.get('/essays/:slug', async (request, response) => {
    const essay = catalogue.essay(request.params.slug);
    if (!essay) return notFound(response, `There is no essay “${request.params.slug}”.`);
    const marks = await marksOf(request.query.q);
    render(response, 'essay', essay.title, toEssayView(essay, catalogue, marks), essay.summary);
  });

  routes.get('/passages/:id', async (request, response) => {
    const { id } = request.params;
    const passage = catalogue.passage(id);
    if (!passage) return passageGone(response, id);
    const marks = await marksOf(request.query.q);
    const view = toPassagePage(passage, catalogue, { baseUrl, marks, related: search.related(passage.id) });
    render(response, 'passage', `Passage ${view.position} of “${view.essayTitle}”`, view);
  });

  routes.get('/sources', (_request, response) => {
    const entries = corpus.sources.map((source) => ({
      href: `/sources/${source.id}`,
      reference: harvardReference(source),
      count: catalogue.passagesCiting(source).length,
    }));
    render(response, 'sources', 'Sources', { entries });
  });

  routes.get('/sources/:id', (request, response) => {
    const source = catalogue.source(request.params.id);
    if (!source) return notFound(response, `There is no source “${request.params.id}”.`);
    const citing = catalogue.passagesCiting(source);
    render(response, 'source', source.title, {
      title: source.title,
      reference: harvardReference(source),
      note: source.note,
      passages: citing.map((passage) => toPassageView(passage, catalogue)),
    });
  });

  routes.get('/help', (_request, response) => {
    const entries = HELP_EXAMPLES.map(({ typed, meaning }) => ({
      typed,
      meaning,
      href: searchAddress({ ...EMPTY_QUERY, text: typed }),
    }));
    render(response, 'help', 'How to search', { entries });
  });

  routes.get('/about', (_request, response) => render(response, 'about', 'About', {}));
  routes.get('/privacy', (_request, response) => render(response, 'privacy', 'Privacy', {}));
  routes.use((_request, response) => notFound(response, 'There is no page at this address.'));
  return routes;

  /** What a search that led to a page looked for; nothing if the reader came another way. */
  async function marksOf(q: unknown): Promise<Marks | undefined> {
    const { query } = parseSearchParams({ q }, catalogue);
    if (query.text.trim() === '') return undefined;
    const { marked } = await search.find({ ...query, perPage: 1 });
    return { text: query.text, marked };
  }

  /** A passage that is not there: moved, taken out, or never published. */
  function passageGone(response: Response, id: string): void {
    const retired = catalogue.retired(id);
    if (!retired) notFound(response, `There is no passage “${id}”.`);
    else if (retired.successor) response.redirect(301, `/passages/${retired.successor}`);
    else {
      const essay = catalogue.essay(retired.essay);
      response.status(410);
      render(response, 'error', 'This passage was taken out', {
        heading: 'This passage was taken out',
        message: 'The passage was published here once and is no longer part of its essay.',
        essay: essay && toEssayCard(essay),
      });
    }
  }
}

/** Renders a page inside the frame that all pages share. */
function render(
  response: Response,
  template: string,
  title: string,
  view: object,
  description?: string,
): void {
  response.render(template, {
    page: { title, description, path: response.req.path, section: `/${response.req.path.split('/')[1]}` },
    view,
  });
}

/** Answers with a page that says what is not there, and where to go instead. */
function notFound(response: Response, message: string): void {
  response.status(404);
  render(response, 'error', 'Page not found', { heading: 'Page not found', message, essay: undefined });
}
