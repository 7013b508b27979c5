import path from 'node:path';
import compression from 'compression';
import ejs from 'ejs';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { draftingOfAll } from './citation/describe-drafting.ts';
import { PROJECT_DIR } from './config.ts';
import { createCatalogue } from './domain/catalogue.ts';
import type { Corpus } from './domain/corpus.ts';
import { listPages, type PageId } from './domain/pages.ts';
import { API_ROOT, createAddresses } from './http/addresses/addresses.ts';
import { createCanonicalPathFinder } from './http/addresses/canonical-path.ts';
import { redirectToOneSpelling, takeOffBasePath } from './http/addresses/one-spelling.ts';
import { createApiRoutes } from './http/api/api-routes.ts';
import { openToAllSites } from './http/api/cross-origin.ts';
import { sendProblem } from './http/api/problem-document.ts';
import { ASSETS_PATH, addressesOf, createAssetRoutes } from './http/assets.ts';
import { noticeGuessedAddress } from './http/pages/guessed-address.ts';
import { createNavigation } from './http/pages/navigation.ts';
import { createPageRoutes } from './http/pages/page-routes.ts';
import { renderError } from './http/pages/render-page.ts';
import type { Search } from './search/search.ts';
import { readAssets } from './storage/read-assets.ts';

/** What an application is made of. */
export type AppParts = {
  readonly corpus: Corpus;
  readonly search: Search;
  /** Where readers reach the site, without a slash at the end; it may have a path. */
  readonly baseUrl: string;
  /** Whether nobody has set it, so that it is this computer's own name for itself. */
  readonly isBaseUrlGuessed?: boolean;
  /** Logs each request without its query or the reader's address; none if absent. */
  readonly logger?: Logger;
};

const VIEWS_DIR = path.join(PROJECT_DIR, 'views');

/** Composes the application. It does not listen, so that tests can ask it directly. */
export function createApp({ corpus, search, baseUrl, isBaseUrlGuessed, logger }: AppParts): Express {
  const app = express();
  const catalogue = createCatalogue(corpus);
  const assets = readAssets(path.join(VIEWS_DIR, 'assets'));
  const address = createAddresses(baseUrl);
  const pages = listPages(catalogue.sizes);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('views', VIEWS_DIR);
  app.set('view engine', 'ejs');
  app.set('view cache', true);
  app.engine('ejs', (file, view, done) => void ejs.renderFile(file, { ...view }, done));
  app.locals.site = corpus.site;
  app.locals.drafting = draftingOfAll(corpus.essays);
  app.locals.address = address;
  app.locals.navigation = createNavigation(pages, address);
  app.locals.assets = addressesOf(assets);
  app.locals.hasPage = (id: PageId) => pages.includes(id);

  if (logger) app.use(logRequests(logger));
  app.use(securityHeaders(baseUrl));
  app.use(compression());
  app.use(takeOffBasePath(address.base));
  if (isBaseUrlGuessed) app.use(noticeGuessedAddress(baseUrl, logger));
  app.use(ASSETS_PATH, createAssetRoutes(assets));
  app.use(API_ROOT, openToAllSites);
  app.use(onlyReading);
  app.use(redirectToOneSpelling(address.base, createCanonicalPathFinder(catalogue)));
  app.use(API_ROOT, createApiRoutes(catalogue, search, address));
  app.use(createPageRoutes(catalogue, search, address));
  app.use(answerError(logger));
  return app;
}

/** Nothing from elsewhere is loaded, run or framed. */
function securityHeaders(baseUrl: string) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Promising https is for sites that have it.
    strictTransportSecurity: baseUrl.startsWith('https:'),
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}

/** Logs method, path, status and time. What people search for, and who they are, is nobody's business. */
const logRequests = (logger: Logger) =>
  pinoHttp({
    logger,
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });

const onlyReading: express.RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  if (!response.hasHeader('Allow')) response.set('Allow', 'GET, HEAD');
  sendProblem(response, 405, 'This site can only be read: use GET.');
};

/** The last resort: an error with a status of its own is about the address, any other is a fault of ours. */
function answerError(logger: Logger | undefined): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const given = error instanceof Error && 'status' in error ? error.status : undefined;
    const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500;
    if (status === 500) logger?.error({ err: error, path: request.path }, 'A request failed');
    const detail =
      status === 500
        ? 'Something went wrong on our side. Please try again in a moment.'
        : 'This address cannot be read. Please check it for stray characters, such as a lone %.';
    if (/^\/api(?:\/|$)/i.test(request.path)) return sendProblem(response, status, detail);
    const heading = status === 500 ? 'Sorry, something went wrong' : 'This address cannot be read';
    renderError(response, status, { heading, message: detail });
  };
}
