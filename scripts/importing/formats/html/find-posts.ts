import type { Author } from '../../../../server/domain/essay.ts';
import { plainText } from '../../characters/tidy-characters.ts';
import { MIN_POST_WORDS, wordCount } from '../../draft/draft.ts';
import type { FoundDate } from '../../head/parse-date.ts';
import { findBylineAuthors, findPostAuthors } from './find-authors.ts';
import { findContent, outermostOf } from './find-content.ts';
import { findPostDate, findPostTitle } from './find-post-head.ts';
import { isFurniture } from './furniture-names.ts';
import { wordsInElements } from './prose.ts';

/** A post as the markup of its page shows it. */
export type Post = {
  /** The elements that hold its text, in order. */
  readonly content: readonly Element[];
  readonly title?: string;
  readonly published?: FoundDate;
  /** As the link of its title has it. */
  readonly address?: string;
  readonly authors: readonly Author[];
  /** Whether only its beginning is here, with a link to the rest. */
  readonly isExcerpt: boolean;
};

/** Where posts stand, from the most telling markup to the least: microformats, schema.org, Blogger, plain HTML. */
const POSTS = [
  '.h-entry',
  '.hentry',
  '[itemtype*="BlogPosting"], [itemtype*="schema.org/Article"], [itemtype*="NewsArticle"]',
  '.post-outer',
  'article.post, .post.type-post, div.post, .blog-post, .blogpost',
  'article',
];

/** Finds the posts of a page that holds several, as far as markup shows them; empty if it holds one or none. */
export function findPosts(document: Document): Post[] {
  for (const selector of POSTS) {
    const all = [...document.querySelectorAll(selector)].filter(
      (root) => !isFurniture(root) || root.matches('.hentry, .h-entry'),
    );
    const posts = outermostOf(all)
      .map((root) => toPost(root))
      .filter(({ title, published }) => title !== undefined || published !== undefined);
    const whole = posts.filter((post) => post.isExcerpt || wordsInElements(post.content) >= MIN_POST_WORDS);
    if (whole.length >= 2 && new Set(whole.map(({ title }) => title)).size > 1) return whole;
  }
  return [];
}

function toPost(root: Element): Post {
  const found = findContent(root);
  const content = found.length > 0 ? found : [root];
  const published = findPostDate(root);
  const title = findPostTitle(root);
  const address = root
    .querySelector('a[rel~="bookmark"], .entry-title a, .post-title a, h1 a, h2 a')
    ?.getAttribute('href');
  const hasMore = [...root.querySelectorAll('a')].some(
    (link) =>
      /^(?:continue reading|read (?:the )?(?:more|rest|full|on)|more|keep reading|\[?…\]?$|»)/i.test(
        (link.textContent ?? '').trim(),
      ) && !(link.getAttribute('href') ?? '#').startsWith('#'),
  );
  const text = plainText(content.map((element) => element.textContent ?? '').join(' '));
  return {
    content,
    ...(title && { title }),
    ...(published && { published }),
    ...(address && { address }),
    authors: findBylineAuthors(root) ?? findPostAuthors(root),
    isExcerpt:
      hasMore ||
      (found.length === 0 &&
        root.querySelector('.entry-summary, .post-excerpt, .excerpt, .p-summary') !== null) ||
      (wordCount(text) < 120 && /\[?(?:…|\.\.\.)\]?$/.test(text)),
  };
}
