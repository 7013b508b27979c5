import { lettersOf, tidy } from '../../characters/tidy-characters.ts';

/** The site's name where only its feed or its header says it. */
export function siteNameOf(document: Document): string | undefined {
  const feed = [
    ...document.querySelectorAll('link[type="application/rss+xml"], link[type="application/atom+xml"]'),
  ]
    .map((link) =>
      tidy(
        link
          .getAttribute('title')
          ?.replace(/^posts on ['‘“"](.*)['’”"] \(.*\)$/i, '$1')
          .replace(/\s*(?:»|[-–—|:])\s*(?:atom|rss|feed|comments? feed|posts).*$/i, ''),
      ),
    )
    .find((name) => name !== undefined && !/^(?:rss|atom|feed|subscribe)/i.test(name));
  const header = tidy(
    document.querySelector(
      '.site-title, .site-name, #site-title, #site-name, .blog-title, .Header .title, #header h1',
    )?.textContent,
  );
  return feed?.slice(0, 120) ?? (header !== undefined && header.length <= 80 ? header : undefined);
}

/** What sites put between a page's title and their own name. */
export const TITLE_PARTS = /\s+(?:[|·•»«›‹—–-]|::)\s+|\s*\|\s*|:\s+(?=[^:]*$)/;

/** `Sharing power | Example Council` without what stands for the site, at either end. */
export function withoutSiteName(title: string, siteName: string | undefined): string {
  const parts = title.split(TITLE_PARTS);
  if (parts.length < 2) return title;
  const isSite = (part: string) => siteName !== undefined && lettersOf(part) === lettersOf(siteName);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•»«›—–:-]+$/, '');
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|·•»«—–:-]+/, '');
  return title;
}
