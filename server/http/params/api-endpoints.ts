import { SEARCH_PARAMETERS } from './search-params.ts';

/** The API's endpoints after its version, besides those of one essay, passage, tag or source; with the parameters of each. */
export const API_ENDPOINTS = {
  '/search': SEARCH_PARAMETERS,
  '/suggest': ['q'],
  '/essays': [],
  '/tags': [],
  '/sources': [],
  '/glossary': [],
  '/timeline': [],
} as const satisfies Readonly<Record<`/${string}`, readonly string[]>>;

/** An endpoint of the API that needs no id, such as `/search`. */
export type ApiEndpoint = keyof typeof API_ENDPOINTS;
