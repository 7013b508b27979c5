import { plainText } from '../../characters/tidy-characters.ts';
import { type FoundDate, findDate } from '../../head/parse-date.ts';

/** The title that a post's markup names. */
export function findPostTitle(root: Element, isOneOfSeveral = true): string | undefined {
  const named = ['.entry-title', '.post-title', '.p-name', '[itemprop~="headline"]', 'h1'];
  const element = firstWithText(root, isOneOfSeveral ? [...named, 'header h2', 'h2', 'h3'] : named);
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

/** The first element with a text, by the first selector that finds one. */
const firstWithText = (root: Element, selectors: readonly string[]): Element | undefined => {
  for (const selector of selectors) {
    const element = root.querySelector(selector);
    if (element && (element.textContent?.trim() ?? '') !== '') return element;
  }
  return undefined;
};
