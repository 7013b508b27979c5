import type { RequestHandler } from 'express';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Search } from '../../search/search.ts';
import type { Addresses } from '../addresses/addresses.ts';
import type { ApiEndpoint } from '../params/api-endpoints.ts';
import { noticesOf } from '../params/notices.ts';
import { parseSearchParams } from '../params/search-params.ts';
import { sendParamProblems } from './problem-document.ts';
import { toApiEssay } from './shapes/essay-shape.ts';
import type { ShapeContext } from './shapes/links.ts';
import { toApiEvent, toApiWord } from './shapes/list-shapes.ts';
import { toApiResults } from './shapes/results-shape.ts';
import { toApiSource } from './shapes/source-shape.ts';
import { toApiSuggestion } from './shapes/suggestion-shape.ts';
import { toApiCountedTag } from './shapes/tag-shape.ts';

/** Makes the answers of all endpoints that need no id. The parameters that each takes have been checked by name. */
export function createEndpoints(
  catalogue: Catalogue,
  search: Search,
  address: Addresses,
): Readonly<Record<ApiEndpoint, RequestHandler>> {
  const context: ShapeContext = { catalogue, address };
  const { essays, concepts, sources, glossary, timeline } = catalogue.corpus;
  return {
    '/search': async (request, response) => {
      const parsed = parseSearchParams(request.query, catalogue);
      if (parsed.problems.length > 0) return sendParamProblems(response, parsed.problems);
      const results = await search.find(parsed.query);
      response.json(toApiResults(results, noticesOf(parsed, results), context));
    },
    '/suggest': async (request, response) => {
      const { query, problems } = parseSearchParams(request.query, catalogue);
      if (problems.length > 0) return sendParamProblems(response, problems);
      const suggestions = (await search.suggest(query.text)).map((found) => toApiSuggestion(found, context));
      response.json({ query: query.text, suggestions });
    },
    '/essays': (_request, response) => {
      response.json({ total: essays.length, essays: essays.map((essay) => toApiEssay(essay, context)) });
    },
    '/tags': (_request, response) => {
      const tags = concepts.map((concept) => toApiCountedTag(concept, context));
      response.json({ total: concepts.length, tags });
    },
    '/sources': (_request, response) => {
      response.json({
        total: sources.length,
        sources: sources.map((source) => toApiSource(source, context)),
      });
    },
    '/glossary': (_request, response) => {
      response.json({ total: glossary.length, words: glossary.map((entry) => toApiWord(entry, context)) });
    },
    '/timeline': (_request, response) => {
      response.json({ total: timeline.length, events: timeline.map((event) => toApiEvent(event, context)) });
    },
  };
}
