import type { Catalogue } from '../../domain/catalogue.ts';
import { EMPTY_QUERY, narrow } from '../../search/query/query.ts';
import type { Search } from '../../search/search.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { EXAMPLE_SEARCHES } from './example-searches.ts';
import { listLatest } from './partials/essay-card.ts';
import type { Link } from './partials/links.ts';
import { listTopics } from './results/topics.ts';
import { findClearestPair } from './two-views.ts';

/** How many essays are named as added lately. */
const LATEST = 3;
/** How many guides a door names. */
const GUIDES = 3;

/** Makes the view of the home page. What no request changes is worked out once. */
export function createHomeView(catalogue: Catalogue, search: Search, address: SiteAddresses) {
  const { essays, passages } = catalogue.corpus;
  const ours = essays.filter(({ kind }) => kind !== 'essay');
  const fixed = {
    topics: listTopics(catalogue, address),
    twoViews: findClearestPair(catalogue, address),
    guides: essays
      .filter(({ kind }) => kind === 'guide')
      .slice(0, GUIDES)
      .map((guide): Link => ({ label: guide.title, href: address.essay(guide) })),
    latest: listLatest(essays, LATEST, address),
    quotableHref: passages.some(({ isQuotable }) => isQuotable)
      ? address.search(narrow(EMPTY_QUERY, { quotable: ['yes'] }))
      : undefined,
    toolCount: catalogue.sizes.tools,
    essayCount: ours.length - catalogue.sizes.tools,
    passageCount: ours.reduce((sum, { passages }) => sum + passages.length, 0),
    importedCount: essays.length - ours.length,
  };
  let examples: Promise<Link[]> | undefined;

  return async () => {
    // A failure is not kept.
    examples ??= findExamples(search, address).catch((error) => {
      examples = undefined;
      throw error;
    });
    return { ...fixed, examples: await examples };
  };
}

/** The examples that find something: a copy of the site may hold other essays. */
async function findExamples(search: Search, address: SiteAddresses): Promise<Link[]> {
  const found = await Promise.all(
    EXAMPLE_SEARCHES.map(async (text) => {
      const { total } = await search.find({ ...EMPTY_QUERY, text, perPage: 1 });
      return total > 0 ? [{ label: text, href: address.search({ ...EMPTY_QUERY, text }) }] : [];
    }),
  );
  return found.flat();
}
