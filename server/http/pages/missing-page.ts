import type { Response } from 'express';
import type { Catalogue } from '../../domain/catalogue.ts';
import { EMPTY_QUERY, type Query } from '../../search/query/query.ts';
import type { Search } from '../../search/search.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { parseSearchParams } from '../params/search-params.ts';
import { quoteSent } from '../params/sent-text.ts';
import { toEssayCard } from '../views/partials/essay-card.ts';
import { toPassageView } from '../views/partials/passage-view.ts';
import { renderError } from './render-page.ts';

/** So many passages are shown to a reader whose address leads nowhere. */
const SHOWN = 5;
/** The parts of addresses that say where a page stands, not what it is about. */
const PATH_WORDS = /^(?:essays?|passages?|tags?|sources?|search|index|api|v\d+|html?|php|aspx?)$/i;

/** Makes the answers for addresses that lead nowhere. */
export function createMissingPages(catalogue: Catalogue, search: Search, address: SiteAddresses) {
  return { notFound, passageGone };

  /** Says what is not there, and searches for the words of the address. */
  async function notFound(response: Response, message: string): Promise<void> {
    const { query } = parseSearchParams({ q: wordsOf(response.req.path) }, catalogue);
    renderError(response, 404, { heading: 'Page not found', message, ...(await findInstead(query)) });
  }

  async function findInstead(query: Query) {
    if (query.text.trim() === '') return {};
    const { hits } = await search.find({ ...EMPTY_QUERY, text: query.text, perPage: SHOWN });
    if (hits.length === 0) return {};
    const { text } = query;
    return {
      instead: {
        text,
        href: address.search({ ...EMPTY_QUERY, text }),
        hits: hits.flatMap(({ passage: id, snippet }) => {
          const passage = catalogue.passage(id);
          return passage ? [toPassageView(passage, catalogue, address, { search: query, snippet })] : [];
        }),
      },
    };
  }

  /** A passage that is not there: taken out, or never published. One that moved has been redirected. */
  async function passageGone(response: Response, id: string): Promise<void> {
    const retired = catalogue.retired(id);
    // An id is no word that one could search for.
    if (!retired)
      return renderError(response, 404, {
        heading: 'Page not found',
        message: `There is no passage ${quoteSent(id)}.`,
      });
    const essay = catalogue.essay(retired.essay);
    renderError(response, 410, {
      heading: 'This passage was taken out',
      message: 'The passage was published here once and is no longer part of its essay.',
      ...(essay && { essay: toEssayCard(essay, address) }),
    });
  }
}

/** The words of an address: `/essays/grieving-carers.html` speaks of grieving carers. */
const wordsOf = (path: string): string =>
  decode(path)
    .split(/[/._\-+\s]+/)
    .filter((word) => /^[\p{L}'’]{3,}$/u.test(word) && !PATH_WORDS.test(word))
    .join(' ');

/** An address as it is read; as it stands where it cannot be. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
