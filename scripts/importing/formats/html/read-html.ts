import { decodeOriginal } from '../../characters/decode-original.ts';
import type { Draft, Reading } from '../../draft/draft.ts';
import { noteCharacters, notePictures } from '../../draft/reading-notes.ts';
import { isErrorTitle } from '../../head/is-error-title.ts';
import { noteDate } from '../../head/parse-date.ts';
import { blocksOf } from './blocks/blocks-of.ts';
import { originalAddress } from './blocks/original-address.ts';
import { chooseContent } from './choose-content.ts';
import { chooseTitle } from './choose-title.ts';
import { findAuthorRole, findBylineAuthors, findNearTitle, findPostAuthors } from './find-authors.ts';
import { findContent } from './find-content.ts';
import { findPostDate } from './find-post-head.ts';
import { findPosts, type Post } from './find-posts.ts';
import { type PageMetadata, readPageMetadata } from './page-metadata.ts';
import { type Page, parsePage } from './parse-page.ts';
import { proseWords } from './prose.ts';
import { removeFurniture } from './remove-furniture.ts';
import { settleMarkup } from './settle-markup.ts';

/** Reads a saved web page: one essay or several, or why it holds none. */
export function readHtml(bytes: Buffer): Reading {
  const page = parsePage(decodeOriginal(bytes));
  const metadata = readPageMetadata(page);
  const { document } = page;
  if (
    isErrorTitle(metadata.title ?? '') ||
    isErrorTitle(document.querySelector('h1')?.textContent?.trim() ?? '')
  ) {
    return { kind: 'skipped', reason: 'this is an error page or a form, not an essay' };
  }
  if (metadata.isForum)
    return { kind: 'skipped', reason: 'this is a thread of a forum, in which many people speak; no essay' };
  const isDocument = settleMarkup(page);
  const title = chooseTitle(document, metadata);
  const single = readSinglePost(page, metadata, title);
  if (isDocument)
    return {
      kind: 'drafts',
      drafts: [toDraft({ ...single, content: [document.body] }, page, metadata, false)],
    };
  const posts = findPosts(document);
  const removed = removeFurniture(
    document.body,
    posts.length > 1 && !metadata.isArticle ? posts.flatMap(({ content }) => content) : single.content,
  );
  const whole = posts.filter(({ isExcerpt }) => !isExcerpt);
  const beginnings = posts.filter(({ isExcerpt }) => isExcerpt);
  // Some sites call every page of theirs an article, lists too.
  const isMostOfPage =
    proseWords(beginnings.flatMap((post) => post.content)) >= 0.5 * proseWords([document.body]);
  if (posts.length > 1 && whole.length < posts.length / 2 && (!metadata.isArticle || isMostOfPage)) {
    return {
      kind: 'skipped',
      reason: `this is an index page: it holds the beginnings of ${posts.length} posts; save each post's own page`,
    };
  }
  if (whole.length > 1 && !metadata.isArticle) {
    return {
      kind: 'drafts',
      drafts: whole.map((post) => toDraft(post, page, metadata, true)),
      skipped: beginnings.map(({ title: named }) => ({
        ...(named && { title: named }),
        reason: 'only its beginning is here; save its own page',
      })),
    };
  }
  const content = chooseContent(document, single.content);
  const draft = toDraft({ ...single, content }, page, metadata, false);
  return { kind: 'drafts', drafts: [{ ...draft, reviews: [...draft.reviews, ...removed] }] };
}

/** The page read as one post. This is done before furniture goes, for dates and bylines often stand in it. */
function readSinglePost({ document }: Page, metadata: PageMetadata, title: string | undefined): Post {
  const main = document.querySelector('main, [role="main"]');
  const heading =
    (main ?? document).querySelector('h1')?.closest('article, main, [role="main"], .hentry') ??
    main ??
    document.body;
  const near = findNearTitle(document, title);
  const published = metadata.published ?? findPostDate(heading) ?? near.published;
  const named = metadata.authors.length > 0 ? metadata.authors : findPostAuthors(heading);
  const authors = findBylineAuthors(heading) ?? (named.length > 0 ? named : near.authors);
  return {
    content: findContent(document.body),
    ...(title && { title }),
    ...(published && { published }),
    authors: authors.map((author) => {
      const role = author.role ?? findAuthorRole(document, author.name);
      return role ? { ...author, role } : author;
    }),
    isExcerpt: false,
  };
}

/** Where relative links start from. */
const baseOf = ({ document }: Page, { address }: PageMetadata): string | undefined => {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  return base && URL.canParse(base, address) ? new URL(base, address).href : address;
};

function toDraft(post: Post, page: Page, metadata: PageMetadata, isOneOfSeveral: boolean): Draft {
  const { blocks, pictures } = blocksOf(post.content, baseOf(page, metadata));
  const reviews = [
    ...noteCharacters(page.mended, page.lost),
    ...notePictures(pictures),
    ...noteDate(post.published),
  ];
  const authors = post.authors.length > 0 || isOneOfSeveral ? post.authors : metadata.authors;
  const { publisher, description } = metadata;
  const own = post.address === undefined ? undefined : originalAddress(post.address);
  const address =
    isOneOfSeveral && own !== undefined && URL.canParse(own, metadata.address)
      ? new URL(own, metadata.address).href
      : metadata.address;
  return {
    ...(post.title && { title: post.title }),
    authors,
    ...(post.published && { published: post.published.day }),
    ...(publisher && { publisher }),
    ...(address && { address }),
    ...(description && !isOneOfSeveral && { summary: description }),
    blocks,
    reviews,
  };
}
