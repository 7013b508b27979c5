import { type RequestHandler, Router } from 'express';
import type { Catalogue } from '../../domain/catalogue.ts';
import { idsIn } from '../../domain/table.ts';
import type { Search } from '../../search/search.ts';
import { API_VERSION, type SiteAddresses } from '../addresses/addresses.ts';
import { API_ENDPOINTS } from '../params/api-endpoints.ts';
import { quoteSent } from '../params/sent-text.ts';
import { findUnknownParams } from '../params/unknown-params.ts';
import { API_COLLECTIONS, createCollections } from './collections.ts';
import { createEndpoints } from './endpoints.ts';
import { sendParamProblems, sendProblem } from './problem-document.ts';

/** Whole addresses are longer than what else is printed back. */
const QUOTED_LENGTH = 200;

/** The JSON API, mounted at the root of all its versions: read-only and compact. */
export function createApiRoutes(catalogue: Catalogue, search: Search, address: SiteAddresses): Router {
  const routes = Router();
  const endpoints = createEndpoints(catalogue, search, address.whole);
  const collections = createCollections(catalogue, search, address.whole);

  const paths = idsIn(API_ENDPOINTS);
  for (const path of paths)
    routes.get(API_VERSION + path, refuseUnknownParams(API_ENDPOINTS[path]), endpoints[path]);

  for (const collection of API_COLLECTIONS) {
    const { name, find } = collections[collection];
    routes.get(
      `${API_VERSION}/${collection}/:id`,
      refuseUnknownParams([]),
      async ({ params: { id } }, response) => {
        const found = await find(id);
        if (found) return void response.json(found);
        // A passage with a successor has been redirected to it.
        const retired = collection === 'passages' ? catalogue.retired(id) : undefined;
        if (retired)
          sendProblem(response, 410, `The passage “${id}” was taken out of the essay “${retired.essay}”.`);
        else sendProblem(response, 404, `There is no ${name} ${quoteSent(id)}.`);
      },
    );
  }

  const all = [...paths, ...API_COLLECTIONS.map((collection) => `/${collection}/:id`)].join(', ');
  const whereItIs = `The API is at ${address.whole.api('')}, with ${all}.`;
  routes.use(({ originalUrl }, response) =>
    sendProblem(response, 404, `There is nothing at ${quoteSent(originalUrl, QUOTED_LENGTH)}. ${whereItIs}`),
  );
  return routes;
}

/** Refuses a request with parameters that the endpoint does not know. */
const refuseUnknownParams =
  (known: readonly string[]): RequestHandler<{ id: string }> =>
  (request, response, next) => {
    const problems = findUnknownParams(request.query, known);
    if (problems.length === 0) return next();
    sendParamProblems(response, problems);
  };
