import type { EssayMeta } from '../../domain/essay.ts';
import { type Collection, collectionOf, type PageId, pagePath } from '../../domain/pages.ts';
import type { Query, QueryText } from '../../search/query/query.ts';
import { toSearchParams } from '../params/search-params.ts';

/** What an address needs to know of an essay. */
export type EssayNamed = Pick<EssayMeta, 'slug' | 'kind'>;

/** Where in an essay a link leads, and from which search. */
export type EssayTarget = {
  /** The id of a passage or heading. */
  readonly anchor?: string;
  /** The search that led there, so that what it looked for is marked. */
  readonly search?: QueryText | undefined;
};

/** Makes every address of the site, all with one beginning: the site's base path, or the whole of its base URL. */
export type Addresses = {
  /** What all begin with: `''` or `/coproduction`; or `https://council.example/coproduction`. No slash at the end. */
  readonly base: string;
  /** The address of a path within the site, such as `/assets/site.css`. */
  readonly to: (path: string) => string;
  readonly page: (id: PageId) => string;
  /** The address of a search, `/search?q=grief&tag=carers`: the first page of it, unless the changes name another. */
  readonly search: (query: Query, changes?: Partial<Query>) => string;
  /** The address of an essay, `/essays/sharing-power`, or of a tool, `/tools/an-agenda`. */
  readonly essay: (essay: EssayNamed, target?: EssayTarget) => string;
  readonly passage: (id: string, search?: QueryText) => string;
  /** The address of a page of a topic's passages, 1-based: `/tags/grief?page=2`. */
  readonly tag: (id: string, page?: number) => string;
  readonly source: (id: string) => string;
  /** A word's explanation in the glossary. */
  readonly word: (id: string) => string;
  /** An event of the timeline. */
  readonly event: (id: string) => string;
  /** An address of the API, by its path after the version: `/suggest`. */
  readonly api: (path: string) => string;
  /**
   * A passage's HTML with its links. When indexing, nobody knows where the site will stand: links to its other pages are
   * stored as `/sources/fixture2013`.
   */
  readonly inHtml: (html: string) => string;
};

/** The addresses of a site as its pages link them, `/coproduction/essays/x`; and whole, for what is copied out of the pages. */
export type SiteAddresses = Addresses & { readonly whole: Addresses };

/** Where the API and all its versions are within the site, its version below that, and both. */
export const API_ROOT = '/api';
export const API_VERSION = '/v1';
export const API_PATH = API_ROOT + API_VERSION;

/** The id of a word's explanation, on whatever page that stands. */
export const wordAnchor = (id: string): string => `word-${id}`;

/** Makes the addresses of a site. @param baseUrl where readers reach it, `https://council.example/coproduction` */
export const createAddresses = (baseUrl: string): SiteAddresses => ({
  ...addressesFrom(new URL(baseUrl).pathname.replace(/\/$/, '')),
  whole: addressesFrom(baseUrl),
});

function addressesFrom(base: string): Addresses {
  const to = (path: string) => base + path;
  const page = (id: PageId) => to(pagePath(id));
  const one = (collection: Collection, id: string) => to(`/${collection}/${id}`);
  return {
    base,
    to,
    page,
    search: (query, changes = {}) =>
      // Whatever else changes, the reader starts again on the first page.
      page('search') + asked(toSearchParams({ ...query, page: 1, ...changes })),
    essay: (essay, { anchor, search } = {}) =>
      one(collectionOf(essay), essay.slug) + searched(search) + (anchor === undefined ? '' : `#${anchor}`),
    passage: (id, search) => one('passages', id) + searched(search),
    tag: (id, number = 1) => one('tags', id) + (number === 1 ? '' : `?page=${number}`),
    source: (id) => one('sources', id),
    word: (id) => `${page('glossary')}#${wordAnchor(id)}`,
    event: (id) => `${page('timeline')}#${id}`,
    api: (path) => to(API_PATH + path),
    // The sanitiser writes attributes in double quotes and escapes quotes and brackets within them, so that what looks like
    // a link in the words themselves is passed by.
    inHtml: (html) =>
      html.replace(/(<a [^>]*?\bhref=")(\/(?!\/)[^"]*)/g, (_, before, path) => before + to(path)),
  };
}

const asked = (params: URLSearchParams): string => (params.size === 0 ? '' : `?${params}`);

/** What carries a search to where its words are marked: what is not looked for is not marked there either. */
function searched(search: QueryText | undefined): string {
  if (search === undefined || search.text.trim() === '') return '';
  const params = new URLSearchParams({ q: search.text, ...(search.isExact && { exact: '1' }) });
  for (const word of search.without ?? []) params.append('without', word);
  return asked(params);
}
