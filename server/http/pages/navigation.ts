import { type FixedPage, PAGES, type PageId } from '../../domain/pages.ts';
import type { Addresses } from '../addresses/addresses.ts';

/** A link to a fixed page. */
export type PageLink = { readonly id: PageId; readonly href: string; readonly label: string };

/** The links that every page has, in the order of the list of pages. */
export type Navigation = { readonly head: readonly PageLink[]; readonly foot: readonly PageLink[] };

/** Makes the navigation over the pages that there are. */
export function createNavigation(pages: readonly PageId[], address: Addresses): Navigation {
  const list: Readonly<Record<PageId, FixedPage>> = PAGES;
  const linksIn = (where: 'inHead' | 'inFoot'): PageLink[] =>
    pages.flatMap((id) => {
      const label = list[id][where];
      return label === undefined ? [] : [{ id, href: address.page(id), label }];
    });
  return { head: linksIn('inHead'), foot: linksIn('inFoot') };
}
