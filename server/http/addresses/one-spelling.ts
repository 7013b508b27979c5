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
  const baseNames = base
    .split('/')
    .filter((part) => part !== '')
    .map(plainName);
  return (request, _response, next) => {
    const { host, path, query } = splitTarget(request.url);
    // The host stays, for the router has already counted its characters. Slashes at the beginning become one, so that what
    // a program puts together as `https://example.org/` and `/api/v1/tags` reaches the API.
    request.url = host + withoutStart(path, baseNames).replace(/^\/*/, '/') + query;
    next();
  };
}

/** A path without its first parts, if they are those named; as it stands otherwise. */
function withoutStart(path: string, names: readonly string[]): string {
  const parts = path.split('/');
  let at = 0;
  for (const name of names) {
    while (parts[at] === '') at += 1;
    if (plainName(parts[at] ?? '') !== name) return path;
    at += 1;
  }
  return parts.slice(at).join('/');
}

/** What all spellings of a part of a path have in common. */
function plainName(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part;
  }
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
