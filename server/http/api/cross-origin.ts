import type { RequestHandler } from 'express';

/** Methods that the API answers. */
const METHODS = 'GET, HEAD, OPTIONS';
/** So long a browser may rely on what it was told may be asked, in seconds: a day. */
const MAX_AGE = 24 * 60 * 60;
/** The name of a header (a token of RFC 9110), of a length that real ones have; and the most of them that are taken up. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]{1,60}$/;
const MOST_HEADERS = 20;

/**
 * Lets pages of every other site ask the API, and read its answers and its errors. A browser asks first whether it may send
 * headers of its own (the pre-flight of https://fetch.spec.whatwg.org/): it may, for none of them changes an answer.
 */
export const openToAllSites: RequestHandler = (request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  response.set({ Allow: METHODS, 'Access-Control-Allow-Methods': METHODS });
  if (request.method !== 'OPTIONS') return next();
  const asked = namesIn(request.get('Access-Control-Request-Headers') ?? '');
  if (asked.length > 0) response.set('Access-Control-Allow-Headers', asked.join(', '));
  response.set({ 'Access-Control-Max-Age': String(MAX_AGE), Vary: 'Access-Control-Request-Headers' });
  response.status(204).end();
};

const namesIn = (header: string): string[] =>
  header
    .split(',')
    .map((name) => name.trim())
    .filter((name) => HEADER_NAME.test(name))
    .slice(0, MOST_HEADERS);
