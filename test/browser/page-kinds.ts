import type { Corpus } from '../../server/domain/corpus.ts';
import type { EssayKind } from '../../server/domain/essay.ts';
import type { Collection, PageId } from '../../server/domain/pages.ts';

/** A kind of page, by one example of it. */
export type PageKind = {
  /** In plain words, unlike any other kind's. */
  readonly name: string;
  /** Path and parameters of the example, with what a reader would have on it. */
  readonly address: (corpus: Corpus) => string;
  /** The status that it is answered with; 200 if absent. */
  readonly status?: number;
};

/** Examples of each fixed page: a new page needs one. */
const FIXED_KINDS: Readonly<Record<PageId, readonly PageKind[]>> = {
  home: [{ name: 'home', address: () => '/' }],
  search: [
    { name: 'search, nothing typed', address: () => '/search' },
    { name: 'results, with filters', address: () => '/search?q=power&tag=power-sharing&perspective=editors' },
    { name: 'results, second page', address: () => '/search?q=co-production&page=2' },
    { name: 'results, none', address: () => '/search?q=xyzzy' },
  ],
  tags: [{ name: 'topics', address: () => '/tags' }],
  explore: [{ name: 'explore', address: () => '/explore' }],
  essays: [{ name: 'essays', address: () => '/essays' }],
  tools: [{ name: 'tools', address: () => '/tools' }],
  glossary: [{ name: 'glossary', address: () => '/glossary' }],
  sources: [{ name: 'sources', address: () => '/sources' }],
  help: [{ name: 'help', address: () => '/help' }],
  timeline: [{ name: 'timeline', address: () => '/timeline' }],
  about: [{ name: 'about', address: () => '/about' }],
  accessibility: [{ name: 'accessibility statement', address: () => '/accessibility' }],
  privacy: [{ name: 'privacy', address: () => '/privacy' }],
};

/** Examples of the pages of which there is one for each essay, passage, topic and source. */
const COLLECTION_KINDS: Readonly<Record<Collection, readonly PageKind[]>> = {
  tags: [{ name: 'topic', address: (corpus) => `/tags/${some(mostTagged(corpus))}` }],
  essays: [
    { name: 'reading note', address: (corpus) => `/essays/${firstEssay(corpus, 'reading-note')}` },
    { name: 'guide', address: (corpus) => `/essays/${firstEssay(corpus, 'guide')}` },
  ],
  tools: [{ name: 'tool', address: (corpus) => `/tools/${firstEssay(corpus, 'tool')}` }],
  passages: [{ name: 'passage', address: (corpus) => `/passages/${some(corpus.passages[3]).id}` }],
  sources: [
    { name: 'source', address: (corpus) => `/sources/${some(corpus.passages.find(isCiting)?.sources[0])}` },
  ],
};

/** Every kind of page that the site has. */
export const PAGE_KINDS: readonly PageKind[] = [
  ...Object.values(FIXED_KINDS).flat(),
  ...Object.values(COLLECTION_KINDS).flat(),
  { name: 'unknown address', address: () => '/nowhere', status: 404 },
];

/**
 * Two kinds that between them hold nearly all there is: a form with filters and hits, and long text. Every other kind is tested
 * in every setting by `npm run check:browser`.
 */
export const MAIN_KINDS: readonly PageKind[] = ['results, with filters', 'guide'].map((wanted) =>
  some(PAGE_KINDS.find(({ name }) => name === wanted)),
);

const isCiting = ({ sources }: Corpus['passages'][number]) => sources.length > 0;

const firstEssay = ({ essays }: Corpus, kind: EssayKind) =>
  some(essays.find((essay) => essay.kind === kind)).slug;

/** The concept with the longest page. */
function mostTagged({ concepts, passages }: Corpus): string | undefined {
  const countOf = (id: string) => passages.filter(({ tags }) => tags.some(({ concept }) => concept === id));
  return concepts.map(({ id }) => id).sort((a, b) => countOf(b).length - countOf(a).length)[0];
}

function some<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The shipped content has no example of this kind of page.');
  return value;
}
