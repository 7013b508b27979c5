import { Router } from 'express';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Search } from '../../search/search.ts';
import { noticesOf } from '../params/notices.ts';
import { parseSearchParams } from '../params/search-params.ts';
import { createApiShapes } from './api-shapes.ts';
import { sendProblem } from './problem-document.ts';

/** The JSON API: read-only, open to every site, compact. */
export function createApiRoutes(catalogue: Catalogue, search: Search, baseUrl: string): Router {
  const routes = Router();
  const shapes = createApiShapes(catalogue, search, baseUrl);
  const { essays, concepts, sources, glossary, timeline } = catalogue.corpus;

  routes.use((_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    next();
  });

  routes.get('/search', async (request, response) => {
    const parsed = parseSearchParams(request.query, catalogue);
    if (parsed.problems.length > 0)
      return sendProblem(response, 400, badParameters(parsed.problems), parsed.problems);
    const results = await search.find(parsed.query);
    const notices = noticesOf(parsed, results);
    response.json(shapes.results(results, notices.length > 0 ? notices.join(' ') : undefined));
  });

  routes.get('/suggest', (request, response) => {
    const { query, problems } = parseSearchParams({ q: request.query.q }, catalogue);
    if (problems.length > 0) return sendProblem(response, 400, badParameters(problems), problems);
    response.json({ query: query.text, suggestions: search.suggest(query.text).map(shapes.suggestion) });
  });

  routes.get('/passages/:id', (request, response) => {
    const { id } = request.params;
    const passage = catalogue.passage(id);
    if (passage) return void response.json(shapes.passageInFull(passage));
    const retired = catalogue.retired(id);
    if (retired?.successor) return response.redirect(301, `${baseUrl}/api/v1/passages/${retired.successor}`);
    if (retired)
      return sendProblem(response, 410, `The passage “${id}” was taken out of the essay “${retired.essay}”.`);
    sendProblem(response, 404, `There is no passage “${id}”.`);
  });

  routes.get('/essays', (_request, response) => {
    response.json({ total: essays.length, essays: essays.map(shapes.essay) });
  });

  routes.get('/essays/:slug', (request, response) => {
    const essay = catalogue.essay(request.params.slug);
    if (!essay) return sendProblem(response, 404, `There is no essay “${request.params.slug}”.`);
    response.json(shapes.essayInFull(essay));
  });

  routes.get('/tags', (_request, response) => {
    response.json({ total: concepts.length, tags: concepts.map(shapes.concept) });
  });

  routes.get('/tags/:id', (request, response) => {
    const concept = catalogue.concept(request.params.id);
    if (!concept) return sendProblem(response, 404, `There is no tag “${request.params.id}”.`);
    response.json(shapes.conceptInFull(concept));
  });

  routes.get('/sources', (_request, response) => {
    response.json({ total: sources.length, sources: sources.map(shapes.source) });
  });

  routes.get('/sources/:id', (request, response) => {
    const source = catalogue.source(request.params.id);
    if (!source) return sendProblem(response, 404, `There is no source “${request.params.id}”.`);
    response.json(shapes.source(source));
  });

  routes.get('/glossary', (_request, response) => {
    response.json({ total: glossary.length, words: glossary.map(shapes.word) });
  });

  routes.get('/timeline', (_request, response) => {
    response.json({ total: timeline.length, events: timeline.map(shapes.event) });
  });

  routes.use((request, response) =>
    sendProblem(response, 404, `There is nothing at “${request.originalUrl}”.`),
  );
  return routes;
}

const badParameters = (problems: readonly { parameter: string; reason: string }[]): string =>
  problems.map(({ parameter, reason }) => `The parameter “${parameter}”: ${reason}.`).join(' ');
