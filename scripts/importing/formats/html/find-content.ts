import { MIN_POST_WORDS } from '../../draft/draft.ts';
import { isFurniture } from './furniture-names.ts';
import { wordsInElements } from './prose.ts';

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

/**
 * Finds the text of a page that holds one post, where its markup names it: the most telling name that enough words
 * stand under. What stands in furniture (a teaser, a box that asks for money) is not looked at.
 */
export function findContent(root: Element): Element[] {
  const main = root.querySelector('main, [role="main"], article');
  for (const selector of CONTENT) {
    const outermost = outermostOf([...root.querySelectorAll(selector)]);
    // Unless all of it does: then a name only looks like one of furniture, such as `sidebar-with-body`.
    const apart = outermost.filter(
      (element) => !element.parentElement || !isFurniture(element.parentElement),
    );
    const own = wordsInElements(apart) >= MIN_POST_WORDS ? apart : outermost;
    const inMain = main ? own.filter((element) => main.contains(element)) : own;
    const found = wordsInElements(inMain) >= MIN_POST_WORDS ? inMain : own;
    if (found.length > 0 && wordsInElements(found) >= MIN_POST_WORDS) return found;
  }
  return [];
}

/** Those of some elements that stand in no other of them. */
export const outermostOf = (elements: readonly Element[]): Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));
