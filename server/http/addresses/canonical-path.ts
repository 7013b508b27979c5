import type { Catalogue } from '../../domain/catalogue.ts';
import { type Collection, collectionOf, isCollection, listPages, pagePath } from '../../domain/pages.ts';
import { API_ENDPOINTS } from '../params/api-endpoints.ts';
import { API_PATH } from './addresses.ts';

/** Finds the one spelling of a path within the site; nothing where none of its spellings leads anywhere. */
export type FindCanonicalPath = (path: string) => string | undefined;

/**
 * Makes the finder of canonical paths. What it finds is put together from what the site holds and never from what was asked,
 * so that a redirect to it cannot lead to another site or in a circle.
 *
 *     /Essays//Sharing-Power/   =>  /essays/sharing-power
 *     /passages/%644vd          =>  /passages/d4vd
 *     /passages/old1            =>  /passages/new1            (retired, with a successor)
 *     /api/v1/Tags/             =>  /api/v1/tags
 *     /essays/no-such-essay     =>  undefined
 *     /essays/an-agenda         =>  /tools/an-agenda          (it is a form to fill in)
 *     /about%2F                 =>  undefined                 (a slash within a part parts nothing)
 */
export function createCanonicalPathFinder(catalogue: Catalogue): FindCanonicalPath {
  const pages = new Set(listPages(catalogue.sizes).map(pagePath));
  const endpoints = new Set<string>(Object.keys(API_ENDPOINTS));
  const idIn: Readonly<Record<Collection, (id: string) => string | undefined>> = {
    essays: (id) => catalogue.essay(id)?.slug,
    tools: (id) => catalogue.essay(id)?.slug,
    passages: (id) =>
      catalogue.passage(id)?.id ?? catalogue.retired(id)?.successor ?? catalogue.retired(id)?.id,
    tags: (id) => catalogue.concept(id)?.id,
    sources: (id) => catalogue.source(id)?.id,
  };

  const inCollection = (
    [collection = '', asked, ...more]: readonly string[],
    isApi: boolean,
  ): string | undefined => {
    if (!isCollection(collection) || asked === undefined || more.length > 0) return undefined;
    const id = idIn[collection](asked);
    return id && `/${isApi ? apiCollection(collection) : pageCollection(collection, id)}/${id}`;
  };
  // A tool is an essay that has a place of its own among the pages; the API gives it with the essays.
  const pageCollection = (collection: Collection, id: string): Collection => {
    const essay = collection === 'essays' || collection === 'tools' ? catalogue.essay(id) : undefined;
    return essay ? collectionOf(essay) : collection;
  };

  return (path) => {
    const parts = partsOf(path);
    if (!parts) return undefined;
    const whole = `/${parts.join('/')}`;
    if (pages.has(whole)) return whole;
    if (!whole.startsWith(`${API_PATH}/`)) return inCollection(parts, false);
    const asked = whole.slice(API_PATH.length);
    const found = endpoints.has(asked) ? asked : inCollection(asked.slice(1).split('/'), true);
    return found && API_PATH + found;
  };
}

const apiCollection = (collection: Collection): Collection =>
  collection === 'tools' ? 'essays' : collection;

/** The parts of a path, decoded once and in lower case, as all our names are; nothing where one cannot be a name of ours. */
function partsOf(path: string): string[] | undefined {
  try {
    const parts = path
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part).toLowerCase());
    return parts.some((part) => part.includes('/')) ? undefined : parts;
  } catch {
    return undefined;
  }
}
