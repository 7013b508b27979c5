import type { Author } from '../../../../server/domain/essay.ts';
import { MIN_POST_WORDS, wordCount } from '../../draft/draft.ts';
import { type FoundDate, findDate } from '../../head/parse-date.ts';
import { findBylineAuthors, findPostAuthors } from './find-authors.ts';
import { isFurniture } from './remove-furniture.ts';
import { plainText } from './tidy.ts';

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
  'main article, article',
];

/** Where a post's text stands, from the most telling name to the least. */
const CONTENT = [
  '[itemprop~="articleBody"]',
  '.e-content',
  '.entry-content',
  '.post-body',
  '.govspeak',
  '.available-content .body',
  '.post-content',
  '.article-body',
  '.article__body',
  '.article-content',
  '.article__content',
  '.field--name-body',
  '.field-name-body',
  '.blog-post-content',
  '.blog-item-content',
  '.gh-content',
  '.post__content',
  '.story-body',
  '.node__content',
  '.td-post-content',
  '.elementor-widget-theme-post-content',
  '.et_pb_post_content',
  '.wysiwyg',
  '.rich-text',
  '.richtext',
];

/** Finds the posts of a page that holds several, as far as markup shows them; empty if it holds one or none. */
export function findPosts(document: Document): Post[] {
  for (const selector of POSTS) {
    const all = [...document.querySelectorAll(selector)].filter(
      (root) => !isFurniture(root) || root.matches('.hentry, .h-entry'),
    );
    const roots = all.filter((root) => !all.some((other) => other !== root && other.contains(root)));
    const posts = roots
      .map((root) => toPost(root))
      .filter(({ title, published }) => title !== undefined || published !== undefined);
    const whole = posts.filter((post) => post.isExcerpt || wordsOf(post.content) >= MIN_POST_WORDS);
    if (whole.length >= 2 && new Set(whole.map(({ title }) => title)).size > 1) return whole;
  }
  return [];
}

/**
 * Finds the text of a page that holds one post, where its markup names it: the most telling name that enough words
 * stand under. What stands in furniture (a teaser, a box that asks for money) is not looked at.
 */
export function findContent(root: Element): Element[] {
  const main = root.querySelector('main, [role="main"], article');
  for (const selector of CONTENT) {
    const all = [...root.querySelectorAll(selector)];
    const outermost = all.filter(
      (element) => !all.some((other) => other !== element && other.contains(element)),
    );
    // Unless all of it does: then a name only looks like one of furniture, such as `sidebar-with-body`.
    const apart = outermost.filter(
      (element) => !element.parentElement || !isFurniture(element.parentElement),
    );
    const own = wordsOf(apart) >= MIN_POST_WORDS ? apart : outermost;
    const inMain = main ? own.filter((element) => main.contains(element)) : own;
    const found = wordsOf(inMain) >= MIN_POST_WORDS ? inMain : own;
    if (found.length > 0 && wordsOf(found) >= MIN_POST_WORDS) return found;
  }
  return [];
}

const wordsOf = (elements: readonly Element[]): number =>
  elements.reduce((sum, element) => sum + wordCount(element.textContent ?? ''), 0);

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

const first = (root: Element, selectors: readonly string[]): Element | undefined => {
  for (const selector of selectors) {
    const element = root.querySelector(selector);
    if (element && (element.textContent?.trim() ?? '') !== '') return element;
  }
  return undefined;
};

/** The title that a post's markup names. */
export function findPostTitle(root: Element, isOneOfSeveral = true): string | undefined {
  const named = ['.entry-title', '.post-title', '.p-name', '[itemprop~="headline"]', 'h1'];
  const element = first(root, isOneOfSeveral ? [...named, 'header h2', 'h2', 'h3'] : named);
  const title = plainText(element?.textContent);
  return title !== '' && title.length <= 300 ? title : undefined;
}

/** The day that a post's markup names. */
export function findPostDate(root: Element): FoundDate | undefined {
  const timed = [
    ...root.querySelectorAll(
      'time.published, time.entry-date, [itemprop~="datePublished"], .dt-published, abbr.published, time[datetime]',
    ),
  ].filter(
    (element) =>
      !/\b(?:updated|modified)\b/.test(element.getAttribute('class') ?? '') ||
      /\bpublished\b/.test(element.getAttribute('class') ?? ''),
  );
  for (const element of timed) {
    for (const name of ['datetime', 'content', 'title']) {
      const day = findDate((element.getAttribute(name) ?? '').slice(0, 60));
      if (day) return day;
    }
    const day = findDate(plainText(element.textContent).slice(0, 120));
    if (day) return day;
  }
  const outer = root.closest('.date-outer')?.querySelector('.date-header');
  const header = outer ?? precedingDateHeader(root);
  const named = [
    header,
    ...root.querySelectorAll(
      '.entry-date, .post-date, .posted-on, .date, .published, .entry-meta, .post-meta, .article-meta, .meta, .byline, .timestamp',
    ),
  ];
  for (const element of named) {
    const day = findDate(plainText(element?.textContent).slice(0, 200));
    if (day) return day;
  }
  return undefined;
}

/** In old Blogger themes the date is a heading that stands before the posts of its day. */
function precedingDateHeader(root: Element): Element | undefined {
  for (let before = root.previousElementSibling; before; before = before.previousElementSibling) {
    if (/\bdate-header\b/.test(before.getAttribute('class') ?? '')) return before;
  }
  return undefined;
}
