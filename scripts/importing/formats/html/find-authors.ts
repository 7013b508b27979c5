import type { Author } from '../../../../server/domain/essay.ts';
import { isPersonName } from '../../../../server/domain/name.ts';
import { plainText } from '../../characters/tidy-characters.ts';
import { wordCount } from '../../draft/draft.ts';
import { cleanAuthors, parseByline, parseNameLine, readNames, readRole } from '../../head/parse-byline.ts';
import { type FoundDate, findDate, parseDateLine } from '../../head/parse-date.ts';

/** An element's words, apart where they stand in different elements: labels and their values seldom have a space between. */
const spacedText = (element: Element): string => {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push(child.textContent ?? '');
      else {
        if (!/^(?:A|B|EM|I|STRONG|SMALL)$/.test((child as Element).tagName ?? '')) parts.push(' ');
        walk(child);
      }
    }
  };
  walk(element);
  return plainText(parts.join('')).replace(/\s+([,.;:])/g, '$1');
};

const isOfReaders = (element: Element): boolean =>
  element.closest('[class*="comment"], [id*="comment"], [class*="related"], aside, footer.site-footer') !==
  null;

/** The authors that a printed byline names; undefined if no element holds one. */
export function findBylineAuthors(root: Element): readonly Author[] | undefined {
  for (const element of root.querySelectorAll(
    '[class*="byline" i], [class*="author" i], [class*="writer"], [class*="posted"], [class*="meta"], [class*="post-foot"], [class*="entry-foot"]',
  )) {
    const text = spacedText(element);
    if (text.length > 200 || isOfReaders(element)) continue;
    const isNamed = /byline/i.test(element.getAttribute('class') ?? '');
    const byline = parseByline(text) ?? (isNamed ? readNames(text) : undefined);
    if (byline?.some(({ name }) => isPersonName(name))) return byline;
  }
  return undefined;
}

/** What a note about the author says that they are, wherever on the page it stands. */
export function findAuthorRole(document: Document, name: string): string | undefined {
  for (const element of document.querySelectorAll('[class*="author"], [class*="bio"], [class*="profile"]')) {
    const text = spacedText(element).replace(
      /^(?:about (?:the )?author:?|about|author:?|written by)\s+/i,
      '',
    );
    if (text.length > 900 || isOfReaders(element)) continue;
    const role = readRole(text, name);
    if (role) return role;
  }
  return undefined;
}

/** How many short blocks around a title are looked at for a date and a byline. */
const NEAR = 12;

/** The date and the authors that stand near a title, in whatever markup, before the text begins. */
export function findNearTitle(
  document: Document,
  title: string | undefined,
): { readonly published?: FoundDate; readonly authors: readonly Author[] } {
  const leaves = [
    ...document.querySelectorAll('h1, h2, h3, h4, p, div, span, td, li, time, small, address, font, center'),
  ].filter(
    (element) =>
      element.children.length === 0 ||
      ![...element.children].some((child) =>
        /^(?:P|DIV|TD|TR|TABLE|UL|OL|LI|H[1-6]|SECTION|ARTICLE|HEADER)$/.test(child.tagName),
      ),
  );
  const at = leaves.findIndex((element) => title !== undefined && plainText(element.textContent) === title);
  if (at === -1) return { authors: [] };
  let published: FoundDate | undefined;
  let authors: readonly Author[] = [];
  for (const element of leaves.slice(Math.max(0, at - 4), at + NEAR)) {
    const text = spacedText(element);
    if (leaves.indexOf(element) > at && wordCount(text) > 30) break;
    if (text === '' || text.length > 200 || isOfReaders(element)) continue;
    published ??=
      parseDateLine(text) ??
      (/^(?:posted|published|by|written|date)\b|\|/i.test(text) ? findDate(text) : undefined);
    if (authors.length === 0) authors = parseByline(text.replace(/^from:?\s+(?=\p{Lu})/iu, 'By ')) ?? [];
  }
  return { authors, ...(published && { published }) };
}

/** The authors that a post's markup names. */
export function findPostAuthors(root: Element): Author[] {
  const selectors = [
    '.p-author',
    '[itemprop~="author"] [itemprop~="name"]',
    '[itemprop~="author"]',
    '.author .fn',
    '.vcard .fn',
    '[rel~="author"]',
    '.entry-author',
    '.post-author',
    '.author-name',
    '.byline',
    '.by-line',
    '.author',
  ];
  for (const selector of selectors) {
    const texts = [...root.querySelectorAll(selector)]
      .filter((element) => !isOfReaders(element))
      .slice(0, 8)
      .map((element) => {
        const content = element.getAttribute('content');
        return content && plainText(element.textContent) === ''
          ? plainText(content)
          : plainText(element.textContent);
      });
    const authors = texts
      .filter((text) => text !== '' && text.length < 200)
      .flatMap((text) => authorsIn(text));
    const named = new Map(authors.map((author) => [author.name.toLowerCase(), author]));
    if (named.size > 0) return [...named.values()];
  }
  for (const element of root.querySelectorAll(
    '[class*="author"], [class*="Author"], [class*="credits"], [class*="persona"]',
  )) {
    const text = plainText(element.textContent);
    // One name alone may stand where only an author can.
    const isName = isPersonName(text) || /^\p{Lu}\p{Ll}{1,20}$/u.test(text);
    if (isName && !isOfReaders(element)) return cleanAuthors([text]);
  }
  return [];
}

function authorsIn(text: string): readonly Author[] {
  const byline = parseByline(text.replace(/^(?:guest )?author:?\s*/i, 'By '));
  if (byline) return byline;
  const line = parseNameLine(text);
  return line
    ? [line]
    : cleanAuthors([
        text
          .replace(/\s+\|.*$/, '')
          .replace(/^(?:submitted|posted|written|published|added) by\s+/i, '')
          .replace(/\s+(?:on|at)\s.*\d{4}.*$/, ''),
      ]);
}
