import type { EssayKind } from './essay.ts';
import { idsIn } from './table.ts';

/** A part of the content that may be empty, and has a page of its own. */
type OptionalPart = 'glossary' | 'timeline' | 'tools';

/** How many there are of each part that may be empty. */
export type PartSizes = Readonly<Record<OptionalPart, number>>;

/** A page that stands at one fixed address, whatever the essays are. */
export type FixedPage = {
  /** The name of the page. The home page takes the site's name instead. */
  readonly title: string;
  /** A sentence for search engines and previews. */
  readonly description: string;
  /** The words of its link at the head of every page; not linked there if absent. */
  readonly inHead?: string;
  /** The words of its link at the foot of every page; not linked there if absent. */
  readonly inFoot?: string;
  /** The part of the content without which there is no such page; it is always there if absent. */
  readonly needs?: OptionalPart;
};

/**
 * Every fixed page, by its id, in the order in which they are linked. The id is the page's path (see {@link pagePath}) and
 * the name of its template in `views/`. Whoever adds one is told by the compiler where it needs a view and an example to test.
 */
export const PAGES = {
  home: {
    title: 'Home',
    description:
      'Look up how people who use services and professionals can work as equals: passages on co-production, with their sources.',
  },
  search: {
    title: 'Search',
    description:
      'Search passages on co-production by words, topic, nation, author and whose view they report.',
    inHead: 'Search',
  },
  tags: {
    title: 'Topics',
    description: 'The ideas of co-production that passages are about, each with what it means.',
    inHead: 'Topics',
  },
  explore: {
    title: 'Explore',
    description: 'Which topics of co-production are talked about together, and which essays speak of which.',
    inFoot: 'Explore the topics',
  },
  essays: {
    title: 'Essays',
    description: 'Reading notes and guides on co-production, with their sources.',
    inHead: 'Essays',
  },
  tools: {
    title: 'Tools',
    description:
      'Forms to fill in, print and use: agendas, invitations, access forms, offer letters and more.',
    inHead: 'Tools',
    needs: 'tools',
  },
  glossary: {
    title: 'Glossary',
    description: 'Words that people use about co-production, each explained in two plain sentences.',
    inHead: 'Glossary',
    needs: 'glossary',
  },
  sources: {
    title: 'Sources',
    description: 'The works that the essays rest on, each with the passages that cite it.',
    inHead: 'Sources',
  },
  help: {
    title: 'How to search',
    description: 'What you can type into the search box, with examples.',
    inFoot: 'How to search',
  },
  timeline: {
    title: 'Timeline',
    description: 'What happened when in co-production and around it, each event with its sources.',
    inFoot: 'Timeline',
    needs: 'timeline',
  },
  about: {
    title: 'About',
    description: 'What this knowledge base is, who wrote it and how, and what you may do with it.',
    inHead: 'About',
    inFoot: 'About and licences',
  },
  accessibility: {
    title: 'Accessibility statement',
    description: 'What was tested and how, what is not known, and how to tell us of a problem.',
    inFoot: 'Accessibility statement',
  },
  privacy: {
    title: 'Privacy',
    description: 'No cookies, no accounts, nothing from other companies.',
    inFoot: 'Privacy',
  },
} as const satisfies Readonly<Record<string, FixedPage>>;

/** The id of a fixed page, such as `about`. */
export type PageId = keyof typeof PAGES;

/** The path of a fixed page within the site: `/about`; that of the home page is `/`. */
export const pagePath = (id: PageId): string => (id === 'home' ? '/' : `/${id}`);

/** The fixed pages that a content has, in the order of the list: it may lack a glossary, a timeline or tools. */
export function listPages(sizes: PartSizes): PageId[] {
  const pages: Readonly<Record<PageId, FixedPage>> = PAGES;
  return idsIn(PAGES).filter((id) => {
    const { needs } = pages[id];
    return needs === undefined || sizes[needs] > 0;
  });
}

/** How many there are of each part, tools among the essays. */
export const sizesOf = (
  { glossary, timeline }: Readonly<Record<'glossary' | 'timeline', readonly unknown[]>>,
  essays: readonly { readonly kind: EssayKind }[],
): PartSizes => ({
  glossary: glossary.length,
  timeline: timeline.length,
  tools: essays.filter(({ kind }) => kind === 'tool').length,
});

/** What has a page for each of its kind, `/essays/sharing-power`, by the first part of their paths. */
export const COLLECTIONS = ['essays', 'tools', 'passages', 'tags', 'sources'] as const;

/** The first part of the path of a page that is one of many, such as `essays`. */
export type Collection = (typeof COLLECTIONS)[number];

/** Among which pages an essay stands: tools have a place of their own. */
export const collectionOf = ({ kind }: { readonly kind: EssayKind }): 'essays' | 'tools' =>
  kind === 'tool' ? 'tools' : 'essays';

/** Whether a text is the first part of such paths. */
export const isCollection = (text: string): text is Collection =>
  COLLECTIONS.some((collection) => collection === text);
