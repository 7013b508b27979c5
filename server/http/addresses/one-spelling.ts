import type { RequestHandler } from 'express';
import type { FindCanonicalPath } from './canonical-path.ts';

/**
 * Takes the base path off what is asked, if it is there. Some proxies pass `/coproduction/essays/x` on as it is, others strip
 * it to `/essays/x`: both are answered, for our links are made from `BASE_URL` and not from what was asked. Sending the
 * second to the first instead would lead every reader behind a proxy that strips in a circle. Only where the base path is that
 * of one of our own pages (`/essays`) must the proxy pass it on, for nobody could tell the two apart.
 *
 * @param base such as `/coproduction`; empty if the site stands at the root
 */
export function takeOffBasePath(base: string): RequestHandler {
  const prefix = new RegExp(
    `^${base.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('/', '/+')}(?=/|$)`,
    'i',
  );
  return (request, _response, next) => {
    const { host, path, query } = splitTarget(request.url);
    const rest = base === '' ? path : path.replace(prefix, '');
    // The host stays, for the router has already counted its characters. Slashes at the beginning become one, so that what
    // a program puts together as `https://example.org/` and `/api/v1/tags` reaches the API.
    request.url = host + rest.replace(/^\/*/, '/') + query;
    next();
  };
}

/** Sends readers from every other spelling of an address to its one spelling; the part after the question mark stays. */
export const redirectToOneSpelling =
  (base: string, findCanonicalPath: FindCanonicalPath): RequestHandler =>
  (request, response, next) => {
    const { path, query } = splitTarget(request.originalUrl);
    const canonical = findCanonicalPath(request.path);
    if (canonical === undefined || path === canonical || path === base + canonical) return next();
    response.redirect(301, base + canonical + query);
  };

/** The parts of a request's target; a proxy may put the host first, `http://example.org` (RFC 9112, absolute-form). */
function splitTarget(target: string) {
  const [, host = '', path = '', query = ''] = /^(https?:\/\/[^/?]*)?([^?]*)(.*)$/is.exec(target) ?? [];
  return { host, path, query };
}
