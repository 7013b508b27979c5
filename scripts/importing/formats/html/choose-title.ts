import { plainText } from '../../characters/tidy-characters.ts';
import { wordCount } from '../../draft/draft.ts';
import { findPostTitle } from './find-post-head.ts';
import type { PageMetadata } from './page-metadata.ts';
import { TITLE_PARTS } from './site-name.ts';

/**
 * The title of a page: its first-level heading, if that shares words with what the metadata says; else the metadata's,
 * without the site's name.
 */
export function chooseTitle(
  document: Document,
  { title: said, isTitleOfPage, publisher }: PageMetadata,
): string | undefined {
  const root = document.querySelector('main, article, [role="main"]') ?? document.body;
  const headings = [...root.querySelectorAll('h1'), ...document.querySelectorAll('h1')]
    .map((element) => plainText(element.textContent))
    .filter((text) => text !== '' && text.length <= 300 && text !== publisher);
  if (said === undefined) return headings[0] ?? findPostTitle(root, false);
  const heading = headings.find((text) => shareWords(text, said));
  if (heading !== undefined) return heading;
  if (isTitleOfPage && new Set(headings).size === 1) return headings[0];
  const parts = said.split(TITLE_PARTS).filter((part) => part !== '');
  const others = [...document.querySelectorAll('h2, h3, .title, .entry-title, .post-title')].map((element) =>
    plainText(element.textContent),
  );
  return parts.length < 2
    ? said
    : (parts.filter((part) => others.includes(part)).sort((a, b) => b.length - a.length)[0] ??
        (wordCount(parts[0] ?? '') >= 3 ? parts[0] : said));
}

/** Whether most words of the shorter of two titles stand in the longer. */
function shareWords(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  if (!a || !b || a.size === 0 || b.size === 0) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 0.6 * Math.min(a.size, b.size);
}
