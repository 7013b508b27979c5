import type { Author } from '../../../../server/domain/essay.ts';
import { tidy } from '../../characters/tidy-characters.ts';
import { cleanAuthors } from '../../head/parse-byline.ts';
import { type FoundDate, findDate } from '../../head/parse-date.ts';
import { originalAddress } from './blocks/original-address.ts';
import { readLinkedData } from './linked-data.ts';
import type { Page } from './parse-page.ts';
import { siteNameOf, withoutSiteName } from './site-name.ts';

/** What a page says of itself outside its text. */
export type PageMetadata = {
  readonly title?: string;
  /** Whether only the page's `<title>` says so, which often names the site instead. */
  readonly isTitleOfPage: boolean;
  readonly authors: readonly Author[];
  readonly published?: FoundDate;
  readonly publisher?: string;
  readonly address?: string;
  readonly description?: string;
  /** Whether the page says that it is one article. */
  readonly isArticle: boolean;
  /** Whether it is a thread of a forum: many people's words. */
  readonly isForum: boolean;
};

/** Reads a page's metadata: JSON-LD, Open Graph, Dublin Core, GOV.UK's and citation tags, and its canonical address. */
export function readPageMetadata({ document, comments }: Page): PageMetadata {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    )
      .trim()
      .toLowerCase();
    const content = tidy(meta.getAttribute('content'));
    if (name && content) metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  const meta = (...names: string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const described = readLinkedData(document);
  const works = described.filter(({ type }) => /Article|BlogPosting|Report\b/i.test(type));
  const work = works.length <= 2 ? works[0] : undefined;

  const address = [
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    ...meta('og:url', 'dc.identifier', 'dcterms.identifier', 'citation_public_url'),
    work?.url,
    ...comments.map(
      (comment) => /(?:saved from url=(?:\(\d+\))?|url:)\s*(https?:\/\/\S+)/i.exec(comment)?.[1],
    ),
    ...comments.map((comment) => /FILE ARCHIVED ON[\s\S]*?(https?:\/\/\S+)/.exec(comment)?.[1]),
  ]
    .map((text) => text && originalAddress(text))
    .find((text) => text && /^https?:\/\/[^/]+\.[^/]+/.test(text));
  const siteName =
    work?.publisher ??
    meta('og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'citation_publisher')[0] ??
    siteNameOf(document);
  const named = [
    work?.authors ?? [],
    meta(
      'author',
      'article:author_name',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'twitter:data1',
    ).filter((text) => !/^https?:|min(?:ute)?s?(?: read)?$/i.test(text)),
  ].find((names) => names.length > 0);
  const ofComments = comments.flatMap((comment) => /dc:creator="([^"]{1,80})"/.exec(comment)?.[1] ?? []);
  const dateTexts = [
    work?.published,
    ...meta(
      'article:published_time',
      'govuk:first-published-at',
      'dcterms.issued',
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'dcterms.date',
      'datepublished',
      'citation_publication_date',
      'citation_date',
      'parsely-pub-date',
      'pubdate',
      'publish-date',
      'publication_date',
      'date',
    ),
  ];
  const said =
    meta('og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title')[0] ?? work?.headline;
  const title = said ?? tidy(document.querySelector('title')?.textContent);
  const type = meta('og:type')[0] ?? '';
  const published = dateTexts
    .map((text) => findDate((text ?? '').slice(0, 60)))
    .find((date) => date !== undefined);
  const description =
    meta('description', 'og:description', 'dc.description', 'twitter:description')[0] ?? work?.description;
  return {
    ...(title && { title: withoutSiteName(title, siteName) }),
    isTitleOfPage: said === undefined,
    authors: cleanAuthors((named ?? ofComments).map(inReadingOrder), siteName),
    ...(published && { published }),
    ...(siteName && { publisher: siteName }),
    ...(address && { address }),
    ...(description && { description: description.slice(0, 1000) }),
    isArticle: type === 'article' || work !== undefined,
    isForum:
      described.some(({ type }) => /DiscussionForumPosting|QAPage/i.test(type)) ||
      document.querySelector(
        '[itemtype*="DiscussionForumPosting"], #phpbb, .phpbb, .vbulletin, .postbody .content',
      ) !== null ||
      /phpbb|vbulletin|discourse|xenforo|simple machines|mybb/i.test(meta('generator')[0] ?? ''),
  };
}

/** Catalogues write `Sample, Ada`. */
const inReadingOrder = (name: string): string =>
  name.replace(/^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.]*)?)$/u, '$2 $1');
